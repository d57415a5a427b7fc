// SPDX-License-Identifier: Apache-2.0
// constant: a trained array as an edge, for operators that take it as an input.
#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include <tenon/core/encoding.hpp>
#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/held_values.hpp>

namespace tenon::op {

/// The affine int8 encoding of a set of numbers: its least and greatest get -128 and 127, zero is exact.
constexpr encoding encoding_of_values(std::span<const float> values) noexcept {
  float low = 0.0f;
  float high = 0.0f;
  for (const float x : values) {
    low = x < low ? x : low;
    high = x > high ? x : high;
  }
  const float scale = (high - low) / 255.0f;
  if (!(scale > std::numeric_limits<float>::min())) return {1.0f / 255.0f, -128};  // nothing but zeros
  return {scale, static_cast<std::int32_t>(math::round_away(-128.0f - low / scale))};
}

/// Holds the array bound as "<name>.value". Attributes: its tensor_type; `encoded` when its elements are
/// quantized. A quantized network gives it the encoding bound to its name, or else the one that its least and
/// greatest value ask for.
template <auto... Attributes>
struct constant_ {
  static constexpr std::string_view word = "constant";
  using attributes = attribute_types<tensor_type, element>;
  static constexpr int arity = 0;
  static constexpr bool is_constant = true;
  static constexpr tensor_type held = attribute_or<tensor_type>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type>) noexcept {
    if (held.type == f16 || held.type == bf16)
      return refuse("tenon: a constant has an element type that bound arrays cannot be turned into; use f32");
    return accept(held.type, held.extents, attribute_or<encoded>({}, Attributes...).code);
  }

  static constexpr parameter_list parameters_for(std::span<const edge_type>) noexcept {
    return {{{{"value", held.size(), true}}}, 1};
  }

  /// The encoding that the values themselves ask for, or that they were bound with.
  static constexpr encoding encoding_for(const parameter_source& source) noexcept {
    if (const integer_array given = source.find_integers("value"); given.is_scaled())
      return {given.scale_of(0), given.zero_point};
    return encoding_of_values(source.find("value"));
  }

  /// The elements: real values as they are, quantized ones by the edge's encoding, int32 rounded halves away
  /// from zero. Bound integers stay what they are where they keep their encoding.
  static constexpr auto values(const parameter_source& source, const edge_type& output) noexcept {
    return held_values<held>(source, "value", output);
  }
};

/// A trained array as an edge: `constant<"offset", tensor<f32, 16>>`, bound as "offset.value".
template <fixed_string Name, class Tensor, auto... Attributes>
inline constexpr value<graph<node<Name, constant_<Tensor::value, Attributes...>>>, Name> constant{};

}  // namespace tenon::op
