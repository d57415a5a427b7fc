// SPDX-License-Identifier: Apache-2.0
// dequantize: integers become real numbers.
#pragma once

#include <cstdint>

#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/quantize.hpp>

namespace tenon::op {

/// Computes y = scale * (x - zero_point), one float32 product (TFLite DEQUANTIZE).
template <auto... Attributes>
struct dequantize_ {
  static constexpr std::string_view word = "dequantize";
  static constexpr int arity = 1;
  static constexpr bool converts = true;
  static constexpr encoding_rule result_encoding = encoding_rule::none;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    if (!is_quantized(inputs[0].tensor.type))
      return refuse("tenon: dequantize takes quantized integers; remove it, the values are real already");
    return accept(f32, inputs[0].tensor.extents);
  }

  template <class Call>
  using parameters = encoding_parameters;

  template <class Call>
  static constexpr encoding_parameters prepare(const parameter_source&, std::span<const edge_type> inputs,
                                               const edge_type&) noexcept {
    return {inputs[0].code};
  }
};

/// Integers to real numbers: `dequantize<"x.real">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, dequantize_<Attributes...>> dequantize{};

}  // namespace tenon::op
