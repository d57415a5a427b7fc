// SPDX-License-Identifier: Apache-2.0
// Trained weights become integers: batch normalizations folded, ranges, scales.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <tenon/core/encoding.hpp>
#include <tenon/core/math.hpp>
#include <tenon/op/concept.hpp>

namespace tenon {

/// How weights are quantized: one scale for each output channel or one for all; symmetric around 0 or with a zero point.
struct weight_scheme {
  bool per_channel = true;
  bool affine = false;
};

namespace op::detail {

/// Trained weights with a batch normalization folded in: weight * scale[o], and bias[o].
template <int Outputs>
struct folded_weights {
  std::span<const float> kernel{};
  std::array<float, std::size_t{Outputs}> scale{};
  std::array<float, std::size_t{Outputs}> bias{};
};

template <int Outputs>
constexpr folded_weights<Outputs> fold(const parameter_source& source) noexcept {
  folded_weights<Outputs> folded{source.find("kernel"), {}, {}};
  const auto bias = source.find("bias");
  const auto variance = source.find("affine.variance");
  const auto mean = source.find("affine.mean");
  const auto gamma = source.find("affine.gamma");
  const auto beta = source.find("affine.beta");
  for (std::size_t o = 0; o < std::size_t{Outputs}; ++o) {
    const float own = bias.empty() ? 0.0f : bias[o];
    folded.scale[o] = 1.0f;
    folded.bias[o] = own;
    if (variance.empty()) continue;
    const float scale = (gamma.empty() ? 1.0f : gamma[o]) / math::sqrt(variance[o] + source.affine_epsilon);
    folded.scale[o] = scale;
    folded.bias[o] = (own - mean[o]) * scale + (beta.empty() ? 0.0f : beta[o]);
  }
  return folded;
}

/// Smallest and largest weight, with 0 included.
struct weight_range {
  float low = 0.0f;
  float high = 0.0f;

  constexpr void include(const weight_range& other) noexcept {
    if (other.low < low) low = other.low;
    if (other.high > high) high = other.high;
  }
};

// The loops over weights are kept bare, on pointers and locals: the compiler runs them, weight by weight.

template <class Walk, int Taps>
constexpr weight_range range_of_channel(std::span<const float> kernel, float scale, std::size_t output) noexcept {
  float low = 0.0f;
  float high = 0.0f;
  const float* const weights = kernel.data() + Walk::start(output);
  for (std::size_t tap = 0; tap < std::size_t{Taps}; ++tap) {
    const float weight = weights[tap * Walk::step];
    if (weight < low) low = weight;
    if (weight > high) high = weight;
  }
  const float one = low * scale;
  const float other = high * scale;
  return one < other ? weight_range{one, other} : weight_range{other, one};
}

/// The encoding of weights of a range: symmetric in -127..127, or affine in -128..127.
constexpr encoding encoding_of_weights(const weight_range& range, bool affine) noexcept {
  if (affine) {
    const float scale = (range.high - range.low) / 255.0f;
    if (!(scale > 0.0f)) return {1.0f, 0};
    return {scale, static_cast<std::int32_t>(math::round_away(-128.0f - range.low / scale))};
  }
  const float largest = range.high > -range.low ? range.high : -range.low;
  return {largest > 0.0f ? largest / 127.0f : 1.0f, 0};
}

/// Quantizes the weights of one channel as `quantize_value` would: float32 quotient, halves away from zero. Adding a
/// half in double is exact there, as a quotient of weights has at most 24 bits and lies within -256..256.
template <class Walk, int Taps>
constexpr void quantize_channel(std::span<const float> kernel, float scale, encoding code, std::int32_t lowest,
                                std::size_t output, std::int8_t* into) noexcept {
  const float* const weights = kernel.data() + Walk::start(output);
  std::int8_t* const to = into + Walk::start(output);
  for (std::size_t tap = 0; tap < std::size_t{Taps} * Walk::step; tap += Walk::step) {
    const float quotient = weights[tap] * scale / code.scale;
    const int rounded = static_cast<int>(double{quotient} + (quotient < 0.0f ? -0.5 : 0.5)) + code.zero_point;
    to[tap] = static_cast<std::int8_t>(rounded < lowest ? lowest : rounded > 127 ? 127 : rounded);
  }
}

}  // namespace op::detail
}  // namespace tenon
