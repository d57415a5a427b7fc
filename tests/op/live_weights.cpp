// SPDX-License-Identifier: Apache-2.0
// Channels without weights are found, and what is left of a kernel keeps its numbers.
#include <tenon/op/live_weights.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;


namespace {

template <auto... Attributes>
struct some_ {};

// Three outputs of two taps of two channels each: output 1 has no weights, and no output reads input 1.
constexpr std::array<float, 12> weights{1.0f, 0.0f, 2.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 3.0f, 0.0f, 4.0f, 0.0f};
constexpr std::array<float, 3> bias{0.5f, 0.0f, -0.5f};
constexpr std::array<float, 3> raised{0.5f, 0.25f, -0.5f};

parameter_source source_with(const std::array<float, 3>& offsets) {
  parameter_source source;
  source.add("kernel", weights);
  source.add("bias", offsets);
  return source;
}

using whole = op::linear_parameters<i8, q31_rule, 3, 4>;
using left = op::linear_parameters<i8, q31_rule, 2, 2>;
using lives = some_<live_outputs<0b101>{3}, live_inputs<0b01>{2}>;
static_assert(std::is_same_v<op::detail::resized<whole, 2, 2>::type, left>);

constexpr whole full = [] {
  whole made;
  for (std::size_t i = 0; i < 12; ++i) made.kernel[i] = static_cast<std::int8_t>(10 * i);
  made.bias = {7, 8, 9};
  made.factors = {q31_factor{1, 2}, q31_factor{3, 4}, q31_factor{5, 6}};
  made.input_zero_point = 1;
  made.kernel_zero_point = 2;
  made.output_zero_point = 3;
  made.low = -4;
  made.high = 5;
  return made;
}();
constexpr left kept = op::detail::select_live<lives, left, op::kernel_order::output_first>(full);
static_assert(kept.kernel == std::array<std::int8_t, 4>{0, 20, 80, 100} && kept.bias == std::array<std::int32_t, 2>{7, 9});
static_assert(kept.factors[1] == q31_factor{5, 6} && kept.input_zero_point == 1 && kept.kernel_zero_point == 2);
static_assert(kept.output_zero_point == 3 && kept.low == -4 && kept.high == 5);

}  // namespace

TEST_CASE("an output is dead with neither weights nor a bias, if its bounds hold 0") {
  const parameter_source source = source_with(bias);
  CHECK_FALSE(op::detail::is_zero_output<some_<>, 3>(source, 0));
  CHECK(op::detail::is_zero_output<some_<>, 3>(source, 1));
  CHECK_FALSE(op::detail::is_zero_output<some_<>, 3>(source, 2));
  CHECK_FALSE(op::detail::is_zero_output<some_<>, 3>(source_with(raised), 1));
  CHECK(op::detail::is_zero_output<some_<clamp{0.0f, 6.0f}>, 3>(source, 1));
  CHECK_FALSE(op::detail::is_zero_output<some_<clamp{0.5f, 6.0f}>, 3>(source, 1));
  CHECK_FALSE(op::detail::is_zero_output<some_<clamp{-2.0f, -1.0f}>, 3>(source, 1));
}

TEST_CASE("an input is unused if no output has a weight for it") {
  const parameter_source source = source_with(bias);
  CHECK_FALSE(op::detail::is_unused_input(source, 0, 2));
  CHECK(op::detail::is_unused_input(source, 1, 2));
}

TEST_CASE("with the output last, the weights that are left are those of the same channels") {
  whole turned = full;
  for (std::size_t o = 0; o < 3; ++o)
    for (std::size_t tap = 0; tap < 4; ++tap) turned.kernel[tap * 3 + o] = full.kernel[o * 4 + tap];
  const left made = op::detail::select_live<lives, left, op::kernel_order::output_last>(turned);
  CHECK(made.kernel == std::array<std::int8_t, 4>{0, 80, 20, 100});
  CHECK(made.bias == kept.bias);
}
