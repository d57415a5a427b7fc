// SPDX-License-Identifier: Apache-2.0
// Numbers of two-input functions: factors of a sum, bounds of a result.
#include <tenon/op/pairwise.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstddef>
#include <limits>

namespace {

using namespace tenon;

constexpr edge_type edge(float scale, std::int32_t zero_point) {
  return {{i8, shape_of(2)}, {scale, zero_point}};
}

TEST_CASE("The term with the larger scale is halved, the other one relates to it") {
  const std::array inputs{edge(0.25f, -3), edge(0.125f, 7)};
  const auto w = op::prepare_sum<q31_rule>({}, inputs, edge(0.5f, 1));
  CHECK(w.first == to_q31(0.5));
  CHECK(w.second == to_q31(0.25));
  CHECK(w.sum == to_q31(0.5 / (1048576.0 * 0.5)));
  CHECK(w.first_term(-3) == 0);
  CHECK(w.second_term(8) == 1 << 18);
  CHECK(w.finish(0) == 1);
}

TEST_CASE("Results move to their zero point and stay within int8") {
  const op::integer_store store =
      op::store_for({0.0f, std::numeric_limits<float>::infinity()}, edge(0.5f, -100));
  CHECK(store.cut(-5) == -100);
  CHECK(store.cut(5) == -95);
  CHECK(store.cut(2147483647) == 127);
  CHECK(store.cut(1000) == 127);
}

TEST_CASE("Real results are bounded") {
  constexpr op::real_bounds six{0.0f, 6.0f};
  CHECK(six.cut(-1.0f) == 0.0f);
  CHECK(six.cut(2.5f) == 2.5f);
  CHECK(six.cut(7.0f) == 6.0f);
}

// Packed numbers are checked byte by byte, so they have no padding.
static_assert(sizeof(std::bit_cast<std::array<std::byte, sizeof(op::sum_parameters<q31_rule>)>>(
                  op::sum_parameters<q31_rule>{})) == 2 * 4 * 3 + 4 * 5);

}  // namespace
