// SPDX-License-Identifier: Apache-2.0
// Tables of one-input functions: every entry in its place, rounding and both ends of int8.
#include <tenon/op/tabulated.hpp>

#include <tenon/op/abs.hpp>
#include <tenon/op/hard_swish.hpp>
#include <tenon/op/leaky_relu.hpp>
#include <tenon/op/relu6.hpp>
#include <tenon/op/requantize.hpp>
#include <tenon/op/rsqrt.hpp>
#include <tenon/op/sqrt.hpp>
#include <tenon/op/tanh.hpp>

#include <op/one_input.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

template <auto... Attributes>
struct any_ : op::elementwise<any_<Attributes...>> {
  static constexpr std::string_view word = "any";
  static constexpr float real(float x) noexcept { return x; }
  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    return op::tabulate_real<any_>(q, input, output);
  }
};
/// A function with poles, and with results that are not numbers.
struct wild {
  static constexpr float real(float x) noexcept {
    return x == 0.0f ? std::numeric_limits<float>::quiet_NaN() : x > 0.0f ? 3e38f : -3e38f;
  }
};
struct no_function {
  static constexpr double real(float x) noexcept { return double{x}; }
};
static_assert(one_input_function<any_<>> && one_input_function<wild> && !one_input_function<no_function>);
static_assert(works_in_place<any_<>> && any_<>::arity == 1);
static_assert(inferred_from<any_<encoded{{0.5f, 1}}>>(tensor<i8, 2, 3>::value).edge ==
              edge_type{tensor<i8, 2, 3>::value, {0.5f, 1}});

constexpr edge_type result{tensor<i8, 1>::value, {0.5f, 10}};
static_assert(op::tabulate_real<any_<>>(5, {0.25f, 0}, result) == 13);    // 2.5 rounds away
static_assert(op::tabulate_real<any_<>>(3, {0.25f, 0}, result) == 12);    // 1.5 rounds away
static_assert(op::tabulate_real<any_<>>(-3, {0.25f, 0}, result) == 8);    // -1.5 rounds away
static_assert(op::tabulate_real<any_<>>(127, {1.0f, 0}, result) == 127);  // 264 is cut
static_assert(op::tabulate_real<any_<>>(-128, {1.0f, 0}, result) == -128);
static_assert(op::tabulate_real<wild>(1, {1.0f, 0}, result) == 127 &&
              op::tabulate_real<wild>(-1, {1.0f, 0}, result) == -128);
static_assert(op::tabulate_real<wild>(0, {1.0f, 0}, result) == -128);
static_assert(op::tabulate_real<any_<>>(100, {1.0f, 0}, {tensor<i16, 1>::value, {0.5f, 0}}) == 200);

// The nearest of a real result, for any policy.
struct halved : op::nearest_of_real<halved> {
  static constexpr float real(float x) noexcept { return 0.5f * x; }
};
static_assert(halved::integer<rounding::tflite>(5, {1.0f, 0}, result) ==
              halved::integer<rounding::float32>(5, {1.0f, 0}, result));
static_assert(halved::integer<rounding::tflite>(5, {1.0f, 0}, {tensor<i8, 1>::value, {1.0f, 1}}) == 1 + 3);

bool is_int8(std::int32_t q) { return q >= -128 && q <= 127; }

}  // namespace

TEST_CASE("zero points far outside int8 saturate, and overflow nothing") {
  constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
  constexpr std::int32_t highest = std::numeric_limits<std::int32_t>::max();
  for (const std::int32_t in : {lowest, highest, 300})
    for (const std::int32_t out : {lowest, highest}) {
      const edge_type far{tensor<i8, 1>::value, {1.0f, out}};
      CHECK(is_int8(op::relu6_<>::integer<rounding::tflite>(5, {1.0f, in}, far)));
      CHECK(is_int8(op::leaky_relu_<>::integer<rounding::float32>(5, {1.0f, in}, far)));
      CHECK(is_int8(op::hard_swish_<>::integer<rounding::tflite>(5, {1.0f, in}, far)));
      CHECK(is_int8(op::requantize_<>::integer<rounding::tflite>(5, {1.0f, in}, far)));
      CHECK(is_int8(op::abs_<>::integer<rounding::tflite>(5, {1.0f, in}, far)));
      CHECK(is_int8(op::sqrt_<>::integer<rounding::tflite>(5, {1.0f, in}, far)));
      CHECK(is_int8(op::rsqrt_<>::integer<rounding::tflite>(5, {1.0f, in}, far)));
      CHECK(op::tanh_<>::integer<rounding::tflite>(5, {1.0f, in}, far) == (out < 0 ? -128 : 127));
    }
}

TEST_CASE("a table has the entry of every integer in its place") {
  const auto made = op::tabulate<any_<>, rounding::tflite>({1.0f, 0}, {tensor<i8, 1>::value, {1.0f, 0}});
  for (int q = -128; q < 128; ++q) CHECK(made.table[static_cast<std::size_t>(q + 128)] == q);
}
