// SPDX-License-Identifier: Apache-2.0
// What the kernels of conv2d, depthwise_conv2d and dense compute with.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/core/element.hpp>

namespace tenon::op {

/// Where the output channel stands in the order of a kernel's weights.
enum class kernel_order : std::uint8_t {
  output_first,  ///< [output][tap], as conv2d and dense bind it
  output_last,   ///< [tap][output], as depthwise_conv2d binds it
};

/// What a linear kernel computes with: y[o] = clamp(sum over taps of kernel * x + bias[o]).
template <element Type, class Rule, int Outputs, int Taps>
struct linear_parameters;

/// Real numbers; `low` and `high` bound the result.
template <class Rule, int Outputs, int Taps>
struct linear_parameters<f32, Rule, Outputs, Taps> {
  static constexpr element type = f32;
  static constexpr int outputs = Outputs;
  static constexpr int taps = Taps;
  std::array<float, static_cast<std::size_t>(Outputs * Taps)> kernel{};
  std::array<float, std::size_t{Outputs}> bias{};
  float low{};
  float high{};
};

/// A 64-bit integer as two words, so that a structure of words stays without padding.
struct long_word {
  std::uint32_t low{};
  std::int32_t high{};

  constexpr long_word() noexcept = default;
  constexpr long_word(std::int64_t value) noexcept
      : low(static_cast<std::uint32_t>(value & 0xffffffff)), high(static_cast<std::int32_t>(value >> 32)) {}
  constexpr operator std::int64_t() const noexcept { return std::int64_t{high} * 0x100000000 + std::int64_t{low}; }
};

/// Integers: y = clamp(requantize(sum of (kernel - kernel_zero_point) * (x - input_zero_point) + bias) +
/// output_zero_point).
template <class Bias, class Rule, int Outputs, int Taps>
struct integer_linear_parameters {
  static constexpr int outputs = Outputs;
  static constexpr int taps = Taps;
  using rule = Rule;
  /// Rounded up to whole words, so that the structure has no padding and every byte of it can be checked.
  std::array<std::int8_t, static_cast<std::size_t>((Outputs * Taps + 3) / 4 * 4)> kernel{};
  std::array<Bias, std::size_t{Outputs}> bias{};
  std::array<typename Rule::factor, std::size_t{Outputs}> factors{};
  std::int32_t input_zero_point{};
  std::int32_t kernel_zero_point{};
  std::int32_t output_zero_point{};
  std::int32_t low{};
  std::int32_t high{};
};

/// Sums of int8 products in int32.
template <class Rule, int Outputs, int Taps>
struct linear_parameters<i8, Rule, Outputs, Taps> : integer_linear_parameters<std::int32_t, Rule, Outputs, Taps> {
  static constexpr element type = i8;
};

/// Sums of products of int16 and int8 weights in int64.
template <class Rule, int Outputs, int Taps>
struct linear_parameters<i16, Rule, Outputs, Taps> : integer_linear_parameters<long_word, Rule, Outputs, Taps> {
  static constexpr element type = i16;
};

namespace detail {

/// The weights of one output channel: where they start and how far apart they stand.
template <int Outputs, int Taps, kernel_order Order>
struct channel_walk {
  static constexpr std::size_t step = Order == kernel_order::output_first ? 1 : std::size_t{Outputs};
  static constexpr std::size_t start(std::size_t output) noexcept {
    return Order == kernel_order::output_first ? output * std::size_t{Taps} : output;
  }
};

}  // namespace detail
}  // namespace tenon::op
