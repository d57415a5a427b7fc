// SPDX-License-Identifier: Apache-2.0
// Linear operators whose weights were quantized elsewhere: int8 kernels and int32 biases are taken as they are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <tenon/core/encoding.hpp>
#include <tenon/core/integer_array.hpp>
#include <tenon/op/attribute.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/quantized.hpp>

namespace tenon::op::detail {

/// True if the kernel of a node is bound as integers.
constexpr bool has_given_integers(const parameter_source& source) noexcept {
  return !source.find_integers("kernel").empty();
}

/// Asks a kernel, real or of integers, which of its weights are 0.
struct kernel_zeros {
  std::span<const float> real;
  integer_array integers;

  constexpr explicit kernel_zeros(const parameter_source& source) noexcept
      : real(source.find("kernel")), integers(source.find_integers("kernel")) {}

  constexpr std::size_t size() const noexcept { return real.size() + integers.size(); }
  constexpr bool is_zero(std::size_t index) const noexcept {
    return real.empty() ? integers[index] == integers.zero_point : real[index] == 0.0f;
  }
};

/// Stops the compiler where a node in real numbers has an int32 bias: its scale is known among integers only.
inline void integer_bias_of_a_node_in_real_numbers() noexcept { __builtin_trap(); }

/// The factor that brings the sums of one output to its scale.
template <class Rule>
constexpr typename Rule::factor factor_of(float input, float kernel, float output, scale_product product) noexcept {
  if (product == scale_product::exact) return Rule::make(input, kernel, output);
  return Rule::make_from_real(double{input * kernel} / double{output});
}

/// A bias of the type in which an operator adds it up.
template <class Parameters>
constexpr auto bias_for(float bias, float input_scale, float weight_scale) noexcept {
  if constexpr (Parameters::type == i16) return quantize_wide_bias(bias, input_scale, weight_scale);
  else return quantize_bias(bias, input_scale, weight_scale);
}
template <class Parameters>
constexpr auto given_bias(const integer_array& bias, std::size_t output) noexcept {
  if constexpr (Parameters::type == i16) return bias.wide(output);
  else return saturate_to_int32(bias.wide(output));
}

/// Integers for integers: nothing is rounded again. A bias that is real all the same gets input scale * kernel scale.
template <class Parameters>
constexpr Parameters prepare_given(const parameter_source& source, const clamp& bounds, encoding input,
                                   const edge_type& output, scale_product product = scale_product::exact) noexcept {
  const integer_array kernel = source.find_integers("kernel");
  const integer_array bias = source.find_integers("bias");
  const std::span<const float> real_bias = source.find("bias");
  Parameters made;
  // Bare, as the compiler runs it weight by weight.
  std::int8_t* const to = made.kernel.data();
  const char* const from = kernel.bytes;
  for (std::size_t i = 0; i < kernel.count; ++i) to[i] = static_cast<std::int8_t>(from[i]);
  for (std::size_t o = 0; o < std::size_t{Parameters::outputs}; ++o) {
    const float scale = kernel.scale_of(o);
    if (!bias.empty()) made.bias[o] = given_bias<Parameters>(bias, o);
    else if (!real_bias.empty()) made.bias[o] = bias_for<Parameters>(real_bias[o], input.scale, scale);
    made.factors[o] = factor_of<typename Parameters::rule>(input.scale, scale, output.code.scale, product);
  }
  made.input_zero_point = input.zero_point;
  made.kernel_zero_point = kernel.zero_point;
  made.output_zero_point = output.code.zero_point;
  const integer_range range = bounded_range(bounds, output);
  made.low = range.low;
  made.high = range.high;
  return made;
}

/// Integers for a node that computes in real numbers: each weight is scale * (integer - zero_point).
template <class Parameters, class Walk>
constexpr Parameters prepare_real_of_integers(const parameter_source& source, const clamp& bounds) noexcept {
  const integer_array kernel = source.find_integers("kernel");
  const std::span<const float> bias = source.find("bias");
  if (!source.find_integers("bias").empty()) integer_bias_of_a_node_in_real_numbers();
  Parameters made;
  for (std::size_t o = 0; o < std::size_t{Parameters::outputs}; ++o) {
    const encoding code{kernel.scale_of(o), kernel.zero_point};
    const std::size_t first = Walk::start(o);
    for (std::size_t tap = 0; tap < std::size_t{Parameters::taps}; ++tap) {
      const std::size_t at = first + tap * Walk::step;
      made.kernel[at] = dequantize_value(kernel[at], code);
    }
    if (!bias.empty()) made.bias[o] = bias[o];
  }
  made.low = bounds.low;
  made.high = bounds.high;
  return made;
}

}  // namespace tenon::op::detail
