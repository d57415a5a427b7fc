// SPDX-License-Identifier: Apache-2.0
// requantize: integers change their encoding.
#pragma once

#include <cstdint>

#include <tenon/core/fixed_point.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes the integer that stands for the same real number under another encoding. Attributes: `encoded`; the element
/// type of the result, i8, u8 or i16, that of the input unless given. On real numbers it does nothing. Rule: TFLite QUANTIZE
/// from integers to integers (factor formed in double).
template <auto... Attributes>
struct requantize_ : elementwise<requantize_<Attributes...>> {
  static constexpr std::string_view word = "requantize";
  using attributes = attribute_types<element>;

  static constexpr bool takes_unsigned = true;

  static constexpr float real(float x) noexcept { return x; }

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    const element wanted = element_for(x.type);
    if (wanted != x.type && wanted != i8 && wanted != u8 && wanted != i16)
      return refuse("tenon: requantize names an element type that it cannot make; name i8, u8 or i16");
    return accept(is_quantized(x.type) ? wanted : x.type, x.extents, attribute_or<encoded>({}, Attributes...).code);
  }

  /// Nothing to do where the wanted elements and encoding are there already. Real numbers may still become integers,
  /// so a requantize that names either stays.
  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return inputs[0].code == attribute_or<encoded>({}, Attributes...).code &&
           inputs[0].tensor.type == element_for(inputs[0].tensor.type);
  }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    using rule = typename Rounding::rescale_rule;
    const double factor = double{input.scale} / double{output.code.scale};
    return store_value(rule::apply(wrapping_subtract(q, input.zero_point), rule::make_from_real(factor)),
                       output);
  }

  template <class Rounding>
  static constexpr auto prepare_int16(encoding input, const edge_type& output) noexcept {
    return prepare_rescaling<typename Rounding::rescale_rule>(double{input.scale} / double{output.code.scale}, input,
                                                              output);
  }

 private:
  static constexpr element element_for(element given) noexcept { return attribute_or<element>(given, Attributes...); }
};

/// Changes an encoding: `requantize<"branch.same", encoded{{0.05f, 3}}>`, `requantize<"y", u8, encoded{{0.05f, 131}}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, requantize_<Attributes...>> requantize{};

}  // namespace tenon::op
