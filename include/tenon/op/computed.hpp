// SPDX-License-Identifier: Apache-2.0
// computed: a constant whose values are those of a node that reads nothing but constants.
#pragma once

#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/op/constant.hpp>

namespace tenon {

/// A node and the constant nodes that it reads, as an attribute.
template <class Node, class... Inputs>
struct computation {
  using computed_node = Node;
};

/// A constant whose values the compiler works out: its arrays are not bound, they are the result of `computation`.
template <class Operator>
concept computes_values = requires { typename Operator::computation_type; };

namespace op {
namespace detail {

template <class... Attributes>
struct find_computation;
template <class First, class... More>
struct find_computation<First, More...> : find_computation<More...> {};
template <class Node, class... Inputs, class... More>
struct find_computation<tenon::computation<Node, Inputs...>, More...> {
  using type = tenon::computation<Node, Inputs...>;
};

}  // namespace detail

/// Holds what a node computes from constants. Attributes: the `computation`, its tensor_type, `encoded` when its
/// elements are quantized. Quantized elements are those of a constant with the same real values.
template <auto... Attributes>
struct computed_ {
  static constexpr std::string_view word = "computed";
  static constexpr int arity = 0;
  static constexpr bool is_constant = true;
  using computation_type = typename detail::find_computation<std::remove_cvref_t<decltype(Attributes)>...>::type;
  using held_as = constant_<Attributes...>;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept { return held_as::infer(inputs); }

  static constexpr encoding encoding_for(const parameter_source& source) noexcept { return held_as::encoding_for(source); }

  /// The elements, out of real values that the source holds as "value".
  static constexpr auto values(const parameter_source& source, const edge_type& output) noexcept {
    return held_as::values(source, output);
  }
};

}  // namespace op
}  // namespace tenon
