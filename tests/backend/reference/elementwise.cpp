// SPDX-License-Identifier: Apache-2.0
// One-input functions on the reference backend, with operators made up here: the formula, the table, what has
// no kernel.
#include <tenon/backend/reference/elementwise.hpp>

#include <tenon/op/relu.hpp>

#include <op/one_input.hpp>
#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

/// A function that nobody has: its integers turn around, its real numbers are doubled.
template <auto... Attributes>
struct reversed_ : op::elementwise<reversed_<Attributes...>> {
  static constexpr std::string_view word = "reversed";
  static constexpr float real(float x) noexcept { return x + x; }
  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    return op::store_value(input.zero_point - q, output);
  }
};

static_assert(operation<reversed_<>> && one_input_function<reversed_<>>);
static_assert(run_all<reference, reversed_<>>({1.0f, 0}, {1.0f, 0})[0] == 127);  // 128 is cut
static_assert(run_all<reference, reversed_<>>({1.0f, 0}, {1.0f, 0})[255] == -127);
static_assert(run_all<reference, reversed_<>>({1.0f, -1}, {1.0f, 1})[128] == 0);

static_assert(has_kernel<reference, call_on<reversed_<>, tensor<f32, 2, 3>::value>>);
static_assert(has_kernel<reference, call_on<reversed_<>, tensor<i8, 2, 3>::value>>);
static_assert(!has_kernel<reference, call_on<reversed_<>, tensor<i32, 2, 3>::value>>);
static_assert(!has_kernel<reference, call_on<reversed_<>, tensor<f16, 2, 3>::value>>);
static_assert(!has_kernel<reference, call_on<reversed_<>, tensor<u8, 2, 3>::value>>);
static_assert(kernel<reference, call_on<reversed_<>, tensor<i8, 3>::value>>::variant == "table");
static_assert(sizeof(kernel<reference, call_on<reversed_<>, tensor<i8, 3>::value>>::packed) == 256);

}  // namespace

TEST_CASE("a table is read with every integer, whatever the shape") {
  const auto table = run_all<reference, reversed_<>>({1.0f, 3}, {1.0f, -5});
  std::array<std::int8_t, 30> x{};
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<std::int8_t>(i * 17 - 128);
  const auto y = run_one<reference, reversed_<>, tensor<i8, 1, 2, 3, 5>::value>(x, {1.0f, 3}, {1.0f, -5});
  for (std::size_t i = 0; i < x.size(); ++i) CHECK(y[i] == table[static_cast<std::size_t>(x[i] + 128)]);
}

TEST_CASE("real numbers go through the formula, and may be written over their input") {
  using called = call_on<reversed_<>, tensor<f32, 3>::value>;
  std::array<float, 3> x{1.0f, -2.5f, 0.0f};
  kernel<reference, called>::run({}, nullptr, x.data(), x.data());
  CHECK(x == std::array<float, 3>{2.0f, -5.0f, 0.0f});
}

TEST_CASE("requantize between int8 and uint8 equals LiteRT") { check_requantize_uint8<reference>(); }
