// SPDX-License-Identifier: Apache-2.0
// state: a tensor that a network keeps from one run to the next.
#pragma once

#include <span>
#include <string_view>

#include <tenon/core/encoding.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/held_values.hpp>

namespace tenon::op {

/// Holds what `assign` gave it in the run before, in the first run its initial values: the array bound as
/// "<name>.initial", or else the real number 0. Every node that reads it reads that, wherever it stands in the graph.
/// Attributes: its tensor_type; `encoded` when its elements are quantized. A quantized network encodes it by the
/// encoding bound to its name.
template <auto... Attributes>
struct state_ {
  static constexpr std::string_view word = "state";
  using attributes = attribute_types<tensor_type, element>;
  static constexpr int arity = 0;
  static constexpr bool is_state = true;
  static constexpr tensor_type held = attribute_or<tensor_type>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type>) noexcept {
    if (held.type == f16 || held.type == bf16)
      return refuse("tenon: a state has an element type that no operator assigns; use f32");
    return accept(held.type, held.extents, attribute_or<encoded>({}, Attributes...).code);
  }

  static constexpr parameter_list parameters_for(std::span<const edge_type>) noexcept {
    return {{{{"initial", held.size(), false}}}, 1};
  }

  /// True if an array of initial values is bound.
  static constexpr bool has_initial(const parameter_source& source) noexcept {
    return !source.find("initial").empty() || source.find_integers("initial").size() != 0;
  }

  /// The initial elements.
  static constexpr auto values(const parameter_source& source, const edge_type& output) noexcept {
    auto elements = held_values<held>(source, "initial", output);
    if (!has_initial(source)) elements.fill(zero(output.code));
    return elements;
  }

  /// The element that stands for the real number 0.
  static constexpr storage_t<held.type> zero(const encoding& code) noexcept {
    return detail::element_of_real<held.type>(0.0f, code);
  }
};

/// A tensor that outlives runs: `state<"frames", tensor<f32, 2, 40>>`, given its next value by `assign<"frames">`.
template <fixed_string Name, class Tensor, auto... Attributes>
inline constexpr value<graph<node<Name, state_<Tensor::value, Attributes...>>>, Name> state{};

}  // namespace tenon::op
