// SPDX-License-Identifier: Apache-2.0
// The steps that conv2d, depthwise_conv2d and dense share on the reference backend: start, accumulate, store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/core/fixed_point.hpp>
#include <tenon/op/linear.hpp>

namespace tenon::reference_linear {

/// Real numbers get their bias last, as in LiteRT's reference kernels: the order decides the last bit.
template <class Rule, int Outputs, int Taps>
[[gnu::always_inline]] constexpr float start(const op::linear_parameters<f32, Rule, Outputs, Taps>&, int) noexcept {
  return 0.0f;
}

template <class Rule, int Outputs, int Taps>
[[gnu::always_inline]] constexpr std::int32_t start(const op::linear_parameters<i8, Rule, Outputs, Taps>& w,
                                                    int output) noexcept {
  return w.bias[static_cast<std::size_t>(output)];
}

template <class Rule, int Outputs, int Taps>
[[gnu::always_inline]] constexpr std::int64_t start(const op::linear_parameters<i16, Rule, Outputs, Taps>& w,
                                                    int output) noexcept {
  return w.bias[static_cast<std::size_t>(output)];
}

template <class Rule, int Outputs, int Taps>
[[gnu::always_inline]] constexpr float accumulate(const op::linear_parameters<f32, Rule, Outputs, Taps>&, float acc,
                                                  float weight, float x) noexcept {
  return acc + weight * x;
}

/// Wraps around like the reference it follows, which only biases near the ends of int32 can bring about.
template <class Rule, int Outputs, int Taps>
[[gnu::always_inline]] constexpr std::int32_t accumulate(const op::linear_parameters<i8, Rule, Outputs, Taps>& w,
                                                         std::int32_t acc, std::int8_t weight, std::int8_t x) noexcept {
  return wrapping_add(acc, (weight - w.kernel_zero_point) * (x - w.input_zero_point));
}

/// Each product has at most 26 bits; a sum leaves int64 only with a bias that is nearly that large.
template <class Rule, int Outputs, int Taps>
[[gnu::always_inline]] constexpr std::int64_t accumulate(const op::linear_parameters<i16, Rule, Outputs, Taps>& w,
                                                         std::int64_t acc, std::int8_t weight,
                                                         std::int16_t x) noexcept {
  const std::int64_t product = std::int64_t{weight - w.kernel_zero_point} * (x - w.input_zero_point);
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(acc) + static_cast<std::uint64_t>(product));
}

template <class Rule, int Outputs, int Taps>
[[gnu::always_inline]] constexpr float store(const op::linear_parameters<f32, Rule, Outputs, Taps>& w, int output,
                                             float acc) noexcept {
  const float y = acc + w.bias[static_cast<std::size_t>(output)];
  return y < w.low ? w.low : y > w.high ? w.high : y;
}

template <class Rule, int Outputs, int Taps>
[[gnu::always_inline]] constexpr std::int8_t store(const op::linear_parameters<i8, Rule, Outputs, Taps>& w, int output,
                                                   std::int32_t acc) noexcept {
  const std::int32_t y =
      wrapping_add(Rule::apply(acc, w.factors[static_cast<std::size_t>(output)]), w.output_zero_point);
  return static_cast<std::int8_t>(y < w.low ? w.low : y > w.high ? w.high : y);
}

template <class Rule, int Outputs, int Taps>
[[gnu::always_inline]] constexpr std::int16_t store(const op::linear_parameters<i16, Rule, Outputs, Taps>& w,
                                                    int output, std::int64_t acc) noexcept {
  const std::int32_t y =
      wrapping_add(Rule::apply(acc, w.factors[static_cast<std::size_t>(output)]), w.output_zero_point);
  return static_cast<std::int16_t>(y < w.low ? w.low : y > w.high ? w.high : y);
}

/// The numbers of an operator that rounds its input, with how it rounds this one.
template <class Parameters>
struct rounded_linear {
  const Parameters& numbers;
  op::input_rounding input;
  const decltype(Parameters::kernel)& kernel = numbers.kernel;

  static constexpr int outputs = Parameters::outputs;
  static constexpr int taps = Parameters::taps;
};

/// For the `count` values of an input.
template <class Parameters>
[[gnu::always_inline]] constexpr rounded_linear<Parameters> rounded(const Parameters& w, const float* x,
                                                                    int count) noexcept {
  return {w, op::input_rounding::of<Parameters::rounding>(op::value_range::of(x, count))};
}

template <class Parameters>
[[gnu::always_inline]] constexpr std::int32_t start(const rounded_linear<Parameters>&, int) noexcept {
  return 0;
}

template <class Parameters>
[[gnu::always_inline]] constexpr std::int32_t accumulate(const rounded_linear<Parameters>& w, std::int32_t acc,
                                                         std::int8_t weight, float x) noexcept {
  return wrapping_add(acc, weight * w.input.round(x));
}

template <class Parameters>
[[gnu::always_inline]] constexpr float store(const rounded_linear<Parameters>& w, int output,
                                             std::int32_t acc) noexcept {
  return w.numbers.finish(acc, w.input.scale, output);
}

/// A kernel that computes the images of a batch one after the other, as `Loops` do.
template <class Call, class Loops>
struct over_images {
  using packed = typename Call::op::template parameters<Call>;
  using value_type = typename Loops::value_type;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    for (int batch = 0; batch < Loops::in.batch; ++batch, y += Loops::result_size, x += Loops::image_size)
      Loops::run(w, y, x);
  }
};

/// The same, each image rounded by its own range.
template <class Call, class Loops>
struct over_rounded_images {
  using packed = typename Call::op::template parameters<Call>;
  static constexpr std::string_view variant = "rounded loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, float* y, const float* x) noexcept {
    for (int batch = 0; batch < Loops::in.batch; ++batch, y += Loops::result_size, x += Loops::image_size)
      Loops::run(rounded(w, x, Loops::image_size), y, x);
  }
};

}  // namespace tenon::reference_linear
