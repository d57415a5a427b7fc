// SPDX-License-Identifier: Apache-2.0
// Bound numbers as the elements of an edge: those of constants, and what states hold first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/core/encoding.hpp>
#include <tenon/op/concept.hpp>

namespace tenon::op {
namespace detail {

/// A real number as an element: itself, or quantized by the edge's encoding; int32 rounds halves away from zero.
template <element Element>
constexpr storage_t<Element> element_of_real(float real, [[maybe_unused]] encoding code) noexcept {
  constexpr integer_range range = range_of(Element);
  if constexpr (Element == f32)
    return real;
  else if constexpr (Element == i32)
    return quantize_value(real, {1.0f, 0}, range.low, range.high);
  else
    return static_cast<storage_t<Element>>(quantize_value(real, code, range.low, range.high));
}

/// A bound integer as an element: the same where it keeps its encoding, else by way of its real number.
template <element Element>
constexpr storage_t<Element> element_of_integer(const integer_array& given, std::size_t index,
                                                const encoding& code) noexcept {
  if (!given.is_scaled()) return element_of_real<Element>(static_cast<float>(given[index]), code);
  const encoding own{given.scale_of(0), given.zero_point};
  if constexpr (Element == i8 || Element == i16)
    if (own == code) return static_cast<storage_t<Element>>(given[index]);
  return element_of_real<Element>(dequantize_value(given[index], own), code);
}

}  // namespace detail

/// The array bound as `name`, real or of integers, as elements of a tensor under the encoding of its edge. Where
/// nothing is bound they are 0, the integer and not the real number.
template <tensor_type Held>
constexpr auto held_values(const parameter_source& source, std::string_view name, const edge_type& output) noexcept {
  std::array<storage_t<Held.type>, static_cast<std::size_t>(Held.size())> elements{};
  const integer_array given = source.find_integers(name);
  for (std::size_t i = 0; i < elements.size() && i < given.size(); ++i)
    elements[i] = detail::element_of_integer<Held.type>(given, i, output.code);
  const std::span<const float> real = source.find(name);
  for (std::size_t i = 0; i < elements.size() && i < real.size(); ++i)
    elements[i] = detail::element_of_real<Held.type>(real[i], output.code);
  return elements;
}

}  // namespace tenon::op
