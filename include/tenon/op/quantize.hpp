// SPDX-License-Identifier: Apache-2.0
// quantize: real numbers become integers.
#pragma once

#include <cstdint>

#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>

namespace tenon::op {

/// The scale and zero point of one tensor, as a kernel's parameters.
struct encoding_parameters {
  encoding code{};
};

/// Computes y = clamp(round(x / scale) + zero_point), halves away from zero, quotient in float32 (TFLite
/// QUANTIZE). Attributes: `encoded`; the element type of the result, i8 unless given, or u8 or i16.
template <auto... Attributes>
struct quantize_ {
  static constexpr std::string_view word = "quantize";
  using attributes = attribute_types<element>;
  static constexpr int arity = 1;
  static constexpr bool converts = true;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    if (inputs[0].tensor.type != f32)
      return refuse("tenon: quantize takes real numbers; use requantize for integers");
    constexpr element made = attribute_or<element>(i8, Attributes...);
    if (made != i8 && made != u8 && made != i16)
      return refuse("tenon: quantize names an element type that it cannot make; name i8, u8 or i16");
    return accept(made, inputs[0].tensor.extents, attribute_or<encoded>({}, Attributes...).code);
  }

  template <class Call>
  using parameters = encoding_parameters;

  template <class Call>
  static constexpr encoding_parameters prepare(const parameter_source&, std::span<const edge_type>,
                                               const edge_type& output) noexcept {
    return {output.code};
  }
};

/// Real numbers to integers: `quantize<"x.quantized", encoded{{0.02f, -3}}>`, or
/// `quantize<"x.bytes", u8, encoded{{0.02f, 125}}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, quantize_<Attributes...>> quantize{};

}  // namespace tenon::op
