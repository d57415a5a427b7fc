// SPDX-License-Identifier: Apache-2.0
// Parameters of the operators that compute sums of products: conv2d, depthwise_conv2d, dense.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <tenon/core/encoding.hpp>
#include <tenon/core/math.hpp>
#include <tenon/core/tensor.hpp>
#include <tenon/op/attribute.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/given_integers.hpp>
#include <tenon/op/live.hpp>
#include <tenon/op/quantized.hpp>
#include <tenon/op/residual.hpp>

namespace tenon {

/// How weights are quantized: one scale for each output channel or one for all; symmetric around 0 or with a zero point.
struct weight_scheme {
  bool per_channel = true;
  bool affine = false;
};

namespace op {

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

/// Integers: y = clamp(requantize(sum of (kernel - kernel_zero_point) * (x - input_zero_point) + bias) + output_zero_point).
template <class Rule, int Outputs, int Taps>
struct linear_parameters<i8, Rule, Outputs, Taps> {
  static constexpr element type = i8;
  static constexpr int outputs = Outputs;
  static constexpr int taps = Taps;
  using rule = Rule;
  /// Rounded up to whole words, so that the structure has no padding and every byte of it can be checked.
  std::array<std::int8_t, static_cast<std::size_t>((Outputs * Taps + 3) / 4 * 4)> kernel{};
  std::array<std::int32_t, std::size_t{Outputs}> bias{};
  std::array<typename Rule::factor, std::size_t{Outputs}> factors{};
  std::int32_t input_zero_point{};
  std::int32_t kernel_zero_point{};
  std::int32_t output_zero_point{};
  std::int32_t low{};
  std::int32_t high{};
};

namespace detail {

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

/// The weights of one output channel: where they start and how far apart they stand.
template <int Outputs, int Taps, kernel_order Order>
struct channel_walk {
  static constexpr std::size_t step = Order == kernel_order::output_first ? 1 : std::size_t{Outputs};
  static constexpr std::size_t start(std::size_t output) noexcept {
    return Order == kernel_order::output_first ? output * std::size_t{Taps} : output;
  }
};

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

/// Quantizes the weights of one channel as `quantize_value` would: float32 quotient, halves away from zero. Adding a half in
/// double is exact there, as a quotient of weights has at most 24 bits and lies within -256..256.
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

}  // namespace detail

namespace detail {

template <class Parameters, kernel_order Order>
constexpr Parameters prepare_real(const parameter_source& source, const clamp& bounds) noexcept {
  using walk = channel_walk<Parameters::outputs, Parameters::taps, Order>;
  const auto folded = fold<Parameters::outputs>(source);
  Parameters made;
  made.bias = folded.bias;
  made.low = bounds.low;
  made.high = bounds.high;
  for (std::size_t o = 0; o < std::size_t{Parameters::outputs}; ++o) {
    const float scale = folded.scale[o];
    const float* const from = folded.kernel.data() + walk::start(o);
    float* const to = made.kernel.data() + walk::start(o);
    for (std::size_t tap = 0; tap < std::size_t{Parameters::taps} * walk::step; tap += walk::step) to[tap] = from[tap] * scale;
  }
  return made;
}

template <class Parameters, kernel_order Order>
constexpr Parameters prepare_integer(const parameter_source& source, const clamp& bounds, const weight_scheme& scheme,
                                     encoding input, const edge_type& output) noexcept {
  constexpr int outputs = Parameters::outputs;
  using walk = channel_walk<outputs, Parameters::taps, Order>;
  const auto folded = fold<outputs>(source);
  std::array<weight_range, std::size_t{outputs}> ranges;
  weight_range whole;
  for (std::size_t o = 0; o < std::size_t{outputs}; ++o) {
    ranges[o] = range_of_channel<walk, Parameters::taps>(folded.kernel, folded.scale[o], o);
    whole.include(ranges[o]);
  }
  // An affine kernel has one zero point, and so one scale.
  const bool per_channel = scheme.per_channel && !scheme.affine;
  Parameters made;
  for (std::size_t o = 0; o < std::size_t{outputs}; ++o) {
    const encoding code = encoding_of_weights(per_channel ? ranges[o] : whole, scheme.affine);
    quantize_channel<walk, Parameters::taps>(folded.kernel, folded.scale[o], code, scheme.affine ? -128 : -127, o,
                                             made.kernel.data());
    made.kernel_zero_point = code.zero_point;
    made.bias[o] = quantize_bias(folded.bias[o], input.scale, code.scale);
    made.factors[o] = Parameters::rule::make(input.scale, code.scale, output.code.scale);
  }
  made.input_zero_point = input.zero_point;
  made.output_zero_point = output.code.zero_point;
  const integer_range range = bounded_range(bounds, output);
  made.low = range.low;
  made.high = range.high;
  return made;
}

}  // namespace detail

namespace detail {

template <class Operator, class Parameters, kernel_order Order>
constexpr Parameters prepare_all(const parameter_source& source, const clamp& bounds, encoding input, const edge_type& output) noexcept {
  if constexpr (Parameters::type == f32) {
    using walk = channel_walk<Parameters::outputs, Parameters::taps, Order>;
    return has_given_integers(source) ? prepare_real_of_integers<Parameters, walk>(source, bounds)
                                      : prepare_real<Parameters, Order>(source, bounds);
  } else {
    if (has_given_integers(source)) return prepare_given<Parameters>(source, bounds, input, output);
    constexpr weight_scheme scheme = attribute_of<Operator>(weight_scheme{});
    return prepare_integer<Parameters, Order>(source, bounds, scheme, input, output);
  }
}

template <class Parameters, int Outputs, int Taps>
struct resized;
template <element Type, class Rule, int OldOutputs, int OldTaps, int Outputs, int Taps>
struct resized<linear_parameters<Type, Rule, OldOutputs, OldTaps>, Outputs, Taps> {
  using type = linear_parameters<Type, Rule, Outputs, Taps>;
};

/// What live channels need of the parameters of the whole kernel, whose ranges have decided how weights are quantized.
template <class Operator, class Parameters, kernel_order Order, class Full>
constexpr Parameters select_live(const Full& full) noexcept {
  constexpr auto left = tenon::detail::live_in<Operator>;
  constexpr int channels = left.inputs.is_whole() ? 1 : left.inputs.total;
  using from = channel_walk<Full::outputs, Full::taps, Order>;
  using to = channel_walk<Parameters::outputs, Parameters::taps, Order>;
  Parameters made;
  std::size_t output = 0;
  for (int o = 0; o < Full::outputs; ++o) {
    if (!left.outputs.has(o)) continue;
    made.bias[output] = full.bias[static_cast<std::size_t>(o)];
    if constexpr (Parameters::type != f32) made.factors[output] = full.factors[static_cast<std::size_t>(o)];
    std::size_t at = to::start(output);
    for (int tap = 0; tap < Full::taps; ++tap) {
      if (!left.inputs.has(tap % channels)) continue;
      made.kernel[at] = full.kernel[from::start(static_cast<std::size_t>(o)) + static_cast<std::size_t>(tap) * from::step];
      at += to::step;
    }
    ++output;
  }
  if constexpr (Parameters::type != f32) {
    made.input_zero_point = full.input_zero_point;
    made.kernel_zero_point = full.kernel_zero_point;
    made.output_zero_point = full.output_zero_point;
  }
  made.low = full.low;
  made.high = full.high;
  return made;
}

template <class Operator, class Parameters, kernel_order Order>
constexpr Parameters prepare_sums(const parameter_source& source, const clamp& bounds, encoding input,
                                  const edge_type& output) noexcept {
  constexpr auto left = tenon::detail::live_in<Operator>;
  if constexpr (left.is_whole()) {
    return prepare_all<Operator, Parameters, Order>(source, bounds, input, output);
  } else {
    constexpr int taps =
        left.inputs.is_whole() ? Parameters::taps : Parameters::taps / left.inputs.count(1) * left.inputs.total;
    constexpr int outputs = left.outputs.is_whole() ? Parameters::outputs : left.outputs.total;
    using full = typename resized<Parameters, outputs, taps>::type;
    return select_live<Operator, Parameters, Order>(prepare_all<Operator, full, Order>(source, bounds, input, output));
  }
}

/// True if an output channel of a node without weights for it is 0: its bias is, and its bounds allow it.
template <class Operator, int Outputs>
constexpr bool keeps_zero(const parameter_source& source, int output) noexcept {
  constexpr clamp bounds = attribute_of<Operator>(clamp{});
  if (bounds.low > 0.0f || bounds.high < 0.0f) return false;
  const integer_array bias = source.find_integers("bias");
  if (!bias.empty()) return bias[static_cast<std::size_t>(output)] == 0;
  return fold<Outputs>(source).bias[static_cast<std::size_t>(output)] == 0.0f;
}

/// True if an output channel is 0 whatever the input is: its weights and its bias are.
template <class Operator, int Outputs>
constexpr bool is_zero_output(const parameter_source& source, int output) noexcept {
  const kernel_zeros kernel{source};
  const std::size_t taps = kernel.size() / std::size_t{Outputs};
  for (std::size_t i = static_cast<std::size_t>(output) * taps; i < (static_cast<std::size_t>(output) + 1) * taps; ++i)
    if (!kernel.is_zero(i)) return false;
  return keeps_zero<Operator, Outputs>(source, output);
}

/// True if all weights of an input channel are 0.
constexpr bool is_unused_input(const parameter_source& source, int input, int channels) noexcept {
  const kernel_zeros kernel{source};
  for (std::size_t i = static_cast<std::size_t>(input); i < kernel.size(); i += static_cast<std::size_t>(channels))
    if (!kernel.is_zero(i)) return false;
  return true;
}

}  // namespace detail

/// Parameters of a linear kernel out of trained arrays, with a folded batch normalization. For integers: weights
/// symmetric in -127..127 for each output channel (or as the operator's weight_scheme says), bias with
/// scale = input scale * weight scale. Arrays that were bound as integers are taken as they are. Of an operator that carries `residual`, also the numbers of its addition.
template <class Operator, class Parameters, kernel_order Order>
constexpr Parameters prepare_linear(const parameter_source& source, std::span<const edge_type> inputs,
                                    const edge_type& output) noexcept {
  constexpr clamp bounds = attribute_of<Operator>(clamp{});
  if constexpr (carries<Operator, residual>) {
    constexpr residual inner = attribute_of<Operator>(residual{});
    const std::array<edge_type, 2> terms{edge_type{output.tensor, inner.code}, inputs[1]};
    return {detail::prepare_sums<Operator, typename Parameters::inner_type, Order>(source, inner.bounds, inputs[0].code, terms[0]),
            prepare_addition<typename Parameters::addition_type>(bounds, terms, output)};
  } else {
    return detail::prepare_sums<Operator, Parameters, Order>(source, bounds, inputs[0].code, output);
  }
}

}  // namespace op
}  // namespace tenon
