// SPDX-License-Identifier: Apache-2.0
// dense: every output is a weighted sum of all inputs of the last axis.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/linear.hpp>

namespace tenon::op {

namespace detail {

struct dense_attributes : linear_attributes {
  int unit_count = 0;

  using linear_attributes::take;
  constexpr void take(const units& given) noexcept { unit_count = given.count; }
  constexpr void take(const tenon::detail::any_attribute&) noexcept {}
};

}  // namespace detail

/// Computes y[..., u] = sum over k of kernel[u, k] * x[..., k] + bias[u]; leading axes stay.
/// Attributes: units; weight_scheme when quantized; `residual`
/// adds a second input of the result's shape.
/// Parameters: kernel [units][depth]; bias [units], optional.
/// Rule: TFLite FULLY_CONNECTED (int8 and int16: factor as a double, one rounding, halves away from zero).
template <auto... Attributes>
struct dense_ {
  static constexpr std::string_view word = "dense";
  using attributes =
      attribute_types<units, weight_scheme, accumulator, scale_product, dynamic_range>;
  static constexpr bool absorbs_clamp = true;
  static constexpr bool absorbs_affine = true;
  static constexpr bool absorbs_addition = true;
  static constexpr detail::dense_attributes given = collect<detail::dense_attributes>(Attributes...);
  static constexpr int arity = given.adds ? 2 : 1;
  /// Units as they were trained, and those that are left.
  static constexpr int trained_units = given.unit_count;
  static constexpr int unit_count = given.live.outputs.count(trained_units);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (x.extents.rank < 1) return refuse("tenon: dense takes at least one axis; reshape its input");
    if (unit_count <= 0) return refuse("tenon: dense has no units; give units{...} a positive number");
    shape result = x.extents;
    result[result.rank - 1] = unit_count;
    return accept_sum(given, {x.type, result}, inputs);
  }

  /// Products that one output value sums up.
  static constexpr int taps(std::span<const edge_type> inputs) noexcept { return inputs[0].tensor.extents.from_end(0); }

  /// The same before dead inputs were removed.
  static constexpr int trained_taps(std::span<const edge_type> inputs) noexcept {
    return given.live.inputs.is_whole() ? taps(inputs) : taps(inputs) / given.live.inputs.count(1) * given.live.inputs.total;
  }

  static constexpr parameter_list parameters_for(std::span<const edge_type> inputs) noexcept {
    return {{{{"kernel", trained_units * trained_taps(inputs), true}, {"bias", trained_units, false}}}, 2};
  }

  static constexpr bool drops_channels = !given.adds && !given.rounds_input && given.live.is_whole();

  static constexpr bool is_zero_output(const parameter_source& source, int output) noexcept {
    return detail::is_zero_output<dense_, trained_units>(source, output);
  }
  static constexpr bool is_unused_input(const parameter_source& source, int input, int channels) noexcept {
    return detail::is_unused_input(source, input, channels);
  }

  static constexpr std::int64_t macs(std::span<const edge_type> inputs, const edge_type& output) noexcept {
    return std::int64_t{output.tensor.size()} * taps(inputs);
  }

  template <class Call>
  using parameters = with_addition<
      dense_, Call,
      linear_parameters_of<Call, typename Call::rounding::dense_rule, unit_count, taps(Call::inputs)>>;

  /// Portable parameters of a kernel, from trained arrays (and, for integers, the encodings of input and output).
  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source& source, std::span<const edge_type> inputs,
                                            const edge_type& output) noexcept {
    return prepare_linear<dense_, parameters<Call>, kernel_order::output_first>(source, inputs, output);
  }
};

/// Fully connected layer: `dense<"logits", units{10}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, dense_<Attributes...>> dense{};

}  // namespace tenon::op
