// SPDX-License-Identifier: Apache-2.0
// Linear operators that round their real input to int8 as they run: how they do, and what they compute with.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/core/float_bits.hpp>
#include <tenon/op/attribute.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/given_integers.hpp>
#include <tenon/op/linear_parameters.hpp>
#include <tenon/op/weight_scheme.hpp>

namespace tenon::op {

/// The smallest and the largest of some numbers, 0 included; what is not a number is passed over.
struct value_range {
  float low = 0.0f;
  float high = 0.0f;

  static constexpr value_range of(const float* x, int count) noexcept {
    value_range range;
    for (int i = 0; i < count; ++i) {
      if (x[i] < range.low) range.low = x[i];
      if (x[i] > range.high) range.high = x[i];
    }
    return range;
  }
};

/// How numbers of one range become integers: x is about scale * (q - zero_point), q in `lowest` .. 127.
/// Source: TFLite's SymmetricQuantizeFloats and AsymmetricQuantizeFloats; scale and inverse are float32, the zero point
/// is found in double, the nearer end of the range decides it.
struct input_rounding {
  float scale = 1.0f;
  float inverse = 1.0f;
  std::int32_t zero_point = 0;
  std::int32_t lowest = -127;

  template <dynamic_range Kind>
  static constexpr input_rounding of(const value_range& range) noexcept {
    return Kind == dynamic_range::symmetric ? symmetric(range) : asymmetric(range);
  }

  /// q - zero_point of a number: the float32 product, halves away from zero. Infinities give an end of the integers, what
  /// is not a number gives 0.
  constexpr std::int32_t round(float x) const noexcept {
    const float product = x * inverse;
    if (math::is_nan(product)) return 0;
    const auto low = static_cast<float>(lowest - zero_point), high = static_cast<float>(127 - zero_point);
    return static_cast<std::int32_t>(math::round_away(product < low ? low : product > high ? high : product));
  }

 private:
  static constexpr input_rounding symmetric(const value_range& range) noexcept {
    const float largest = range.high > -range.low ? range.high : -range.low;
    if (largest == 0.0f) return {};
    return {largest / 127.0f, 127.0f / largest, 0, -127};
  }

  static constexpr input_rounding asymmetric(const value_range& range) noexcept {
    const float extent = range.high - range.low;
    if (extent == 0.0f) return {1.0f, 1.0f, 0, -128};
    const double step = double{extent} / 255.0;
    const double below = range.low / step, above = range.high / step;
    const double wanted = 128.0 - below < 127.0 + above ? -128.0 - below : 127.0 - above;
    const auto scale = static_cast<float>(step);
    return {scale, 1.0f / scale, zero_point_near(wanted), -128};
  }

  static constexpr std::int32_t zero_point_near(double wanted) noexcept {
    if (!(wanted > -128.0)) return -128;
    return wanted >= 127.0 ? 127 : static_cast<std::int32_t>(math::round_away(wanted));
  }
};

/// What a linear operator that rounds its input computes with: y[o] = clamp(float(sum over taps of kernel * (q -
/// zero_point)) * (input scale * scales[o]) + bias[o]); the sums are int32.
template <dynamic_range Kind, int Outputs, int Taps>
struct dynamic_range_parameters {
  static constexpr element type = f32;
  static constexpr dynamic_range rounding = Kind;
  static constexpr int outputs = Outputs;
  static constexpr int taps = Taps;
  /// Rounded up to whole words, so that the structure has no padding and every byte of it can be checked.
  std::array<std::int8_t, static_cast<std::size_t>((Outputs * Taps + 3) / 4 * 4)> kernel{};
  std::array<float, std::size_t{Outputs}> scales{};
  std::array<float, std::size_t{Outputs}> bias{};
  float low{};
  float high{};

  /// The result of a sum of an output.
  constexpr float finish(std::int32_t sum, float input_scale, int output) const noexcept {
    const auto o = static_cast<std::size_t>(output);
    const float scaled = static_cast<float>(sum) * (input_scale * scales[o]);
    const float y = scaled + bias[o];
    return y < low ? low : y > high ? high : y;
  }
};

namespace detail {

/// Stops the compiler where the integers of such a kernel have a zero point, which no kernel takes off.
inline void kernel_with_a_zero_point_under_a_rounded_input() noexcept { __builtin_trap(); }

/// Trained weights made symmetric integers, each output channel with its own scale or all with one.
template <class Walk, class Parameters>
constexpr void quantize_weights_into(Parameters& made, const folded_weights<Parameters::outputs>& folded,
                                     bool per_channel) noexcept {
  std::array<weight_range, std::size_t{Parameters::outputs}> ranges;
  weight_range whole;
  for (std::size_t o = 0; o < std::size_t{Parameters::outputs}; ++o) {
    ranges[o] = range_of_channel<Walk, Parameters::taps>(folded.kernel, folded.scale[o], o);
    whole.include(ranges[o]);
  }
  for (std::size_t o = 0; o < std::size_t{Parameters::outputs}; ++o) {
    const encoding code = encoding_of_weights(per_channel ? ranges[o] : whole, false);
    quantize_channel<Walk, Parameters::taps>(folded.kernel, folded.scale[o], code, -127, o, made.kernel.data());
    made.scales[o] = code.scale;
  }
}

/// Integers with scales are taken as they are, a folded batch normalization changing the scales only; real weights are
/// quantized. The bias is real.
template <class Parameters, class Walk>
constexpr Parameters prepare_dynamic_range(const parameter_source& source, const clamp& bounds,
                                           const weight_scheme& scheme) noexcept {
  const integer_array kernel = source.find_integers("kernel");
  if (!source.find_integers("bias").empty()) integer_bias_of_a_node_in_real_numbers();
  if (kernel.zero_point != 0) kernel_with_a_zero_point_under_a_rounded_input();
  const auto folded = fold<Parameters::outputs>(source);
  Parameters made;
  made.bias = folded.bias;
  made.low = bounds.low;
  made.high = bounds.high;
  if (kernel.empty()) {
    quantize_weights_into<Walk>(made, folded, scheme.per_channel);
    return made;
  }
  for (std::size_t i = 0; i < kernel.count; ++i) made.kernel[i] = static_cast<std::int8_t>(kernel.bytes[i]);
  for (std::size_t o = 0; o < std::size_t{Parameters::outputs}; ++o)
    made.scales[o] = kernel.scale_of(o) * folded.scale[o];
  return made;
}

template <bool Rounds, class Operator, element Type, class Rule, int Outputs, int Taps>
struct choose_linear_parameters {
  using type = linear_parameters<Type, Rule, Outputs, Taps>;
};
template <class Operator, element Type, class Rule, int Outputs, int Taps>
struct choose_linear_parameters<true, Operator, Type, Rule, Outputs, Taps> {
  using type =
      dynamic_range_parameters<attribute_of<Operator>(dynamic_range::symmetric), Outputs, Taps>;
};

}  // namespace detail

/// What a linear operator computes with, for the element that it reads and whether it rounds that as it runs.
template <class Call, class Rule, int Outputs, int Taps>
using linear_parameters_of =
    typename detail::choose_linear_parameters<Call::x.type == f32 && carries<typename Call::op, dynamic_range>,
                                              typename Call::op, Call::x.type, Rule, Outputs, Taps>::type;

}  // namespace tenon::op
