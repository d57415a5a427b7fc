// SPDX-License-Identifier: Apache-2.0
// assign: what a state holds in the next run.
#pragma once

#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/graph/value.hpp>
#include <tenon/op/requantize.hpp>

namespace tenon::op {

/// Gives its second input, a state, the value of its first. Until the run ends the state holds what it held, so nothing
/// depends on where an assign stands. int8 of another encoding than the state's are changed as by requantize.
template <auto... Attributes>
struct assign_ {
  static constexpr std::string_view word = "assign";
  static constexpr int arity = 2;
  static constexpr bool is_assignment = true;
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const edge_type& value = inputs[0];
    const edge_type& held = inputs[1];
    if (value.tensor.extents != held.tensor.extents)
      return refuse(
          "tenon: assign gives a state a value of another shape; let the state's tensor have that of the value");
    if (value.tensor.type != held.tensor.type)
      return refuse(
          "tenon: assign gives a state a value of another element type; convert it, or change the state's tensor");
    if (is_quantized(held.tensor.type) && held.tensor.type != i8 && value.code != held.code)
      return refuse("tenon: assign gives a state integers of another encoding; requantize them to the state's");
    return accept(held.tensor.type, held.tensor.extents, held.code);
  }

  template <class Call>
  using parameters = std::conditional_t<Call::x.type == i8, table_parameters, no_parameters>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, [[maybe_unused]] std::span<const edge_type> inputs,
                                            [[maybe_unused]] const edge_type& output) noexcept {
    if constexpr (Call::x.type == i8)
      return tabulate<requantize_<>, typename Call::rounding>(inputs[0].code, output);
    else
      return {};
  }
};

/// An assign that waits for its value. Its node is called "<state>.next".
template <fixed_string State>
struct assign_stage {
  template <class Graph, fixed_string Edge>
  consteval auto operator()(value<Graph, Edge>) const noexcept {
    constexpr auto name = State + fixed_string{".next"};
    return value<typename tenon::detail::append<Graph, node<name, assign_<>, Edge, State>>::type, name>{};
  }
};

/// `edge | assign<"frames">` is `assign<"frames">(edge)`.
template <class Graph, fixed_string Edge, fixed_string State>
consteval auto operator|(value<Graph, Edge> edge, assign_stage<State> next) noexcept {
  return next(edge);
}

/// What a state holds in the next run: `return outputs(scores, assign<"frames">(newest));`. It is no output of the
/// network and stands behind those.
template <fixed_string State>
inline constexpr assign_stage<State> assign{};

}  // namespace tenon::op
