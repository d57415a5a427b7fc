// SPDX-License-Identifier: Apache-2.0
// What maximum and minimum share: factors of 1 for equal encodings, and the same steps for both.
#include <tenon/op/extremum.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/op/maximum.hpp>

namespace {

using namespace tenon;

static_assert(two_input_function<op::maximum_<>>);

constexpr op::extremum_parameters<q31_rule> plain{to_q31(1.0), to_q31(1.0), 3, 3, {3, -128, 127}};
constexpr bool moves_nothing = [] {
  for (int q = -128; q < 128; ++q)
    if (plain.first_term(q) != q - 3 || plain.second_term(q) != q - 3 || op::maximum_<>::integer(plain, q, -128) != q)
      return false;
  return true;
}();
static_assert(moves_nothing, "equal encodings: raw integers");

constexpr op::extremum_parameters<float32_rule> scaled{0.5f, 2.0f, 0, 1, {-1, -20, 20}};
static_assert(scaled.first_term(5) == 2 && scaled.second_term(5) == 8);
static_assert(op::maximum_<>::integer(scaled, 5, 5) == 7 && op::maximum_<>::integer(scaled, 127, 5) == 20);

}  // namespace
