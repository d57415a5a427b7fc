// SPDX-License-Identifier: Apache-2.0
// input: a tensor that the caller gives to each run.
#pragma once

#include <tenon/core/tensor.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>

namespace tenon::op {

/// A tensor given by the caller. Attributes: its tensor_type; `encoded` when its elements are quantized.
template <auto... Attributes>
struct input_ {
  static constexpr std::string_view word = "input";
  using attributes = attribute_types<tensor_type, element>;
  static constexpr int arity = 0;
  static constexpr bool is_input = true;

  static constexpr inferred infer(std::span<const edge_type>) noexcept {
    const tensor_type given = attribute_or<tensor_type>({}, Attributes...);
    return accept(given.type, given.extents, attribute_or<encoded>({}, Attributes...).code);
  }
};

/// Starts a network: `input<"image", tensor<f32, 28, 28, 1>>`.
template <fixed_string Name, class Tensor, auto... Attributes>
inline constexpr value<graph<node<Name, input_<Tensor::value, Attributes...>>>, Name> input{};

}  // namespace tenon::op
