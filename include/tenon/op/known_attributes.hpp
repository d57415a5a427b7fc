// SPDX-License-Identifier: Apache-2.0
// Which attributes an operator takes: others, and second ones, would be ignored, and are faults.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include <tenon/core/diagnosis.hpp>
#include <tenon/graph/graph.hpp>
#include <tenon/op/attribute.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/live.hpp>

namespace tenon {
namespace detail {

template <class Operator>
struct attribute_types_of : std::type_identity<attribute_types<>> {};
template <class Operator>
  requires requires { typename Operator::attributes; }
struct attribute_types_of<Operator> : std::type_identity<typename Operator::attributes> {};

/// True for a type of the list, or one that derives from it.
template <class List, class Attribute>
inline constexpr bool lists_attribute = false;
template <class... Types, class Attribute>
inline constexpr bool lists_attribute<attribute_types<Types...>, Attribute> =
    ((std::same_as<Attribute, Types> || std::derived_from<Attribute, Types>) || ...);

template <class Attribute>
inline constexpr bool is_live = false;
template <bool Outputs, std::uint64_t... Words>
inline constexpr bool is_live<live_channels<Outputs, Words...>> = true;

/// What passes and converters give to operators of many kinds.
template <class Operator, class Attribute>
concept general_attribute = std::same_as<Attribute, encoded> || is_live<Attribute> ||
                            (std::same_as<Attribute, clamp> && absorbs_clamp<Operator>) ||
                            (std::same_as<Attribute, residual> && absorbs_addition<Operator>) ||
                            requires { Attribute::parameter_name; } || requires { Attribute::affine_name; };

template <class Operator, class Attribute>
inline constexpr bool knows_attribute =
    general_attribute<Operator, Attribute> || lists_attribute<typename attribute_types_of<Operator>::type, Attribute>;

/// What is wrong with the attributes of an operator, as a sentence; nothing if it takes each of them once.
template <class Operator>
inline constexpr std::string_view attribute_complaint{};
template <template <auto...> class Operator, auto... Attributes>
  requires(sizeof...(Attributes) > 0)
inline constexpr std::string_view attribute_complaint<Operator<Attributes...>> = [] {
  using type = Operator<Attributes...>;
  if (!(knows_attribute<type, std::remove_cvref_t<decltype(Attributes)>> && ...))
    return std::string_view{"tenon: an operator has an attribute that it does not take, and would ignore; remove it, or "
                            "give one that the operator's page lists"};
  if (((attributes_of<type>::template count<std::remove_cvref_t<decltype(Attributes)>>() > 1) || ...))
    return std::string_view{"tenon: an operator has two attributes of one type, and would ignore the second; leave one"};
  return std::string_view{};
}();

template <class Graph>
struct attribute_complaints;
template <class... Nodes>
struct attribute_complaints<graph<Nodes...>> {
  static constexpr std::array<std::string_view, sizeof...(Nodes) + 1> value{attribute_complaint<typename Nodes::op>..., {}};
};
template <named_list Graph>
struct attribute_complaints<Graph> : attribute_complaints<typename Graph::listed> {};

/// The first node with an attribute that its operator does not take, or takes once only.
template <class Graph>
consteval fault attribute_fault() {
  for (std::size_t i = 0; i < size_of<Graph>; ++i) {
    const std::string_view complaint = attribute_complaints<Graph>::value[i];
    if (!complaint.empty()) return {fault_kind::refused_inputs, static_cast<int>(i), complaint};
  }
  return {};
}

}  // namespace detail
}  // namespace tenon
