// SPDX-License-Identifier: Apache-2.0
// Runs one call of a one-input operator, with encodings as values, on a backend of choice.
#pragma once

#include <tenon/backend/reference/backend.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/edges.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>

namespace tenon_test {

template <class Type>
constexpr tenon::shape shape_from(const Type& extents) {
  tenon::shape made;
  for (const int extent : extents) made.push_back(extent);
  return made;
}

/// What an operator says of one input.
template <class Operator>
constexpr tenon::inferred inferred_from(tenon::tensor_type input, tenon::encoding code = {}) {
  const std::array<tenon::edge_type, 1> inputs{{{input, code}}};
  return Operator::infer(inputs);
}

/// The sentence with which an operator refuses an input.
template <class Operator>
constexpr std::string_view refusal_of(tenon::tensor_type input) {
  return inferred_from<Operator>(input).fault;
}

template <class Operator, tenon::tensor_type Input, class Rounding = tenon::rounding::tflite>
using call_on = tenon::call<Operator, Rounding, tenon::operand{inferred_from<Operator>(Input).edge.tensor},
                            tenon::operand{Input}>;

/// Runs an operator over one input; both encodings are values.
template <class Backend, class Operator, tenon::tensor_type Input, class Rounding = tenon::rounding::tflite,
          class Values>
constexpr auto run_one(const Values& x, tenon::encoding in = {}, tenon::encoding out = {}) {
  using called = call_on<Operator, Input, Rounding>;
  using chosen = tenon::kernel<Backend, called>;
  const std::array<tenon::edge_type, 1> inputs{{{Input, in}}};
  const auto numbers = chosen::pack(Operator::template prepare<called>({}, inputs, {called::y, out}));
  std::array<tenon::storage_t<called::y.type>, static_cast<std::size_t>(called::y.size())> y{};
  chosen::run(numbers, nullptr, y.data(), x.data());
  return y;
}

/// All 256 int8 values in order.
constexpr std::array<std::int8_t, 256> all_int8() {
  std::array<std::int8_t, 256> all{};
  for (int q = -128; q < 128; ++q) all[static_cast<std::size_t>(q + 128)] = static_cast<std::int8_t>(q);
  return all;
}

/// The results of a one-input function for all 256 inputs.
template <class Backend, class Operator, class Rounding = tenon::rounding::tflite>
constexpr std::array<std::int8_t, 256> run_all(tenon::encoding in, tenon::encoding out) {
  return run_one<Backend, Operator, tenon::tensor<tenon::i8, 256>::value, Rounding>(all_int8(), in, out);
}

/// True if the reference gives LiteRT's answers to all golden cases of a one-input function.
template <class Operator, class Cases>
constexpr bool equals_golden() {
  return []<class... Each>(std::tuple<Each...>*) {
    return ((run_all<tenon::reference, Operator>(Each::input_encoding, Each::output_encoding) == Each::expected) && ...);
  }(static_cast<Cases*>(nullptr));
}

/// Calls `check.operator()<Case>()` for each golden case.
template <class Cases, class Check>
void for_each_case(const Check& check) {
  [&]<class... Each>(std::tuple<Each...>*) {
    (check.template operator()<Each>(), ...);
  }(static_cast<Cases*>(nullptr));
}

// ---- The Q31 rule once more, from its description, with wide integers and the C library
// ----------------------------

/// x times a real factor: a 31-bit multiplier, a rounding half up, a rounding half away from zero.
inline std::int64_t scaled_twice_rounded(std::int64_t x, double factor) {
  int exponent = 0;
  auto multiplier = static_cast<std::int64_t>(std::llround(std::ldexp(std::frexp(factor, &exponent), 31)));
  if (multiplier == std::int64_t{1} << 31) multiplier /= 2, ++exponent;
  if (exponent < -31) return 0;
  const auto raised = x * (std::int64_t{1} << (exponent > 0 ? exponent : 0));
  const auto high = static_cast<std::int64_t>(
      std::floor(static_cast<long double>(raised) * static_cast<long double>(multiplier) / 0x1p31L + 0.5L));
  return std::llround(std::ldexp(static_cast<long double>(high), exponent < 0 ? exponent : 0));
}

/// x times a factor in float32, halves to even.
inline std::int64_t scaled_in_float32(std::int64_t x, double factor) {
  return std::llrint(static_cast<float>(x) * static_cast<float>(factor));
}

template <class Rounding>
std::int64_t scaled_again(std::int64_t x, double factor) {
  if constexpr (std::is_same_v<Rounding, tenon::rounding::tflite>)
    return scaled_twice_rounded(x, factor);
  else
    return scaled_in_float32(x, factor);
}

inline std::int64_t within(std::int64_t value, std::int64_t low, std::int64_t high) {
  return value < low ? low : value > high ? high : value;
}

/// Encodings that a network may meet: ordinary, powers of two, very fine and very coarse, zero points at both
/// ends.
inline constexpr std::array<std::array<tenon::encoding, 2>, 12> encoding_pairs{{
    {{{0.05f, -3}, {0.047f, 4}}},
    {{{0.0235f, -128}, {0.0235f, -128}}},
    {{{0.3f, 100}, {0.17f, -40}}},
    {{{0.5f, 1}, {0.25f, -1}}},
    {{{0.25f, 0}, {0.5f, 0}}},
    {{{1.9f, -20}, {0.004f, 127}}},
    {{{0.0039f, 127}, {1.7f, -128}}},
    {{{0x1p-20f, 5}, {0x1p-20f, -5}}},
    {{{1e-9f, 0}, {1e3f, 11}}},
    {{{64.0f, -7}, {1e-4f, 9}}},
    {{{0.011f, 3}, {0.0109999f, 3}}},
    {{{0.1f, 0}, {0.3f, 0}}},
}};

/// Scales whose quotient is 0.75 in float32 and a little less in double.
inline constexpr tenon::encoding just_below_numerator{0x1.200004p+0f, 0};
inline constexpr tenon::encoding just_below_denominator{0x1.800006p+0f, 0};
static_assert(just_below_numerator.scale / just_below_denominator.scale == 0.75f);
static_assert(double{just_below_numerator.scale} / double{just_below_denominator.scale} < 0.75);

}  // namespace tenon_test
