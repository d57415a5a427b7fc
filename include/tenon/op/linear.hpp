// SPDX-License-Identifier: Apache-2.0
// Parameters of the operators that compute sums of products: conv2d, depthwise_conv2d, dense.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include <tenon/core/encoding.hpp>
#include <tenon/core/tensor.hpp>
#include <tenon/op/attribute.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/dynamic_range.hpp>
#include <tenon/op/given_integers.hpp>
#include <tenon/op/linear_parameters.hpp>
#include <tenon/op/live.hpp>
#include <tenon/op/live_weights.hpp>
#include <tenon/op/quantized.hpp>
#include <tenon/op/residual.hpp>
#include <tenon/op/weight_scheme.hpp>

namespace tenon::op {

namespace detail {

/// What the attributes of a sum of products say of its result, and of the channels that are left of it.
struct linear_attributes : sum_attributes {
  tenon::detail::live_parts live{};

  using sum_attributes::take;
  template <bool Outputs, std::uint64_t... Words>
  constexpr void take(const live_channels<Outputs, Words...>& given) noexcept { live.take(given); }
};

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
    constexpr std::size_t end = std::size_t{Parameters::taps} * walk::step;
    for (std::size_t tap = 0; tap < end; tap += walk::step) to[tap] = from[tap] * scale;
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
    made.bias[o] = bias_for<Parameters>(folded.bias[o], input.scale, code.scale);
    made.factors[o] = Parameters::rule::make(input.scale, code.scale, output.code.scale);
  }
  made.input_zero_point = input.zero_point;
  made.output_zero_point = output.code.zero_point;
  const integer_range range = bounded_range(bounds, output);
  made.low = range.low;
  made.high = range.high;
  return made;
}

template <class Operator, class Parameters, kernel_order Order>
constexpr Parameters prepare_all(const parameter_source& source, const clamp& bounds, encoding input,
                                 const edge_type& output) noexcept {
  if constexpr (requires { Parameters::rounding; }) {
    return prepare_dynamic_range<Parameters, channel_walk<Parameters::outputs, Parameters::taps, Order>>(
        source, bounds, attribute_of<Operator>(weight_scheme{}));
  } else if constexpr (Parameters::type == f32) {
    using walk = channel_walk<Parameters::outputs, Parameters::taps, Order>;
    return has_given_integers(source) ? prepare_real_of_integers<Parameters, walk>(source, bounds)
                                      : prepare_real<Parameters, Order>(source, bounds);
  } else {
    if (has_given_integers(source))
      return prepare_given<Parameters>(source, bounds, input, output, attribute_of<Operator>(scale_product::exact));
    constexpr weight_scheme scheme = attribute_of<Operator>(weight_scheme{});
    return prepare_integer<Parameters, Order>(source, bounds, scheme, input, output);
  }
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

}  // namespace detail

/// The rule that brings the sums of a convolution to the scale of its result.
template <class Call>
using convolution_rule =
    std::conditional_t<Call::x.type == i16 && attribute_of<typename Call::op>(accumulator::int64) == accumulator::int64,
                       typename Call::rounding::wide_conv2d_rule, typename Call::rounding::conv2d_rule>;

/// Parameters of a linear kernel out of trained arrays, with a folded batch normalization. For integers: weights
/// symmetric in -127..127 for each output channel (or as the operator's weight_scheme says), bias with
/// scale = input scale * weight scale. Arrays that were bound as integers are taken as they are. Of an operator that
/// carries `residual`, also the numbers of its addition.
template <class Operator, class Parameters, kernel_order Order>
constexpr Parameters prepare_linear(const parameter_source& source, std::span<const edge_type> inputs,
                                    const edge_type& output) noexcept {
  constexpr clamp bounds = attribute_of<Operator>(clamp{});
  if constexpr (carries<Operator, residual>) {
    constexpr residual inner = attribute_of<Operator>(residual{});
    const std::array<edge_type, 2> terms{edge_type{output.tensor, inner.code}, inputs[1]};
    return {detail::prepare_sums<Operator, typename Parameters::inner_type, Order>(source, inner.bounds, inputs[0].code,
                                                                                   terms[0]),
            prepare_sum_as<typename Parameters::addition_type>(bounds, terms, output)};
  } else {
    return detail::prepare_sums<Operator, Parameters, Order>(source, bounds, inputs[0].code, output);
  }
}

}  // namespace tenon::op
