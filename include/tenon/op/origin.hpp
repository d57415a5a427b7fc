// SPDX-License-Identifier: Apache-2.0
// Where an operator's trained arrays are bound after passes have renamed and merged its node.
#pragma once

#include <string_view>

#include <tenon/op/attribute.hpp>
#include <tenon/op/concept.hpp>

namespace tenon {
namespace detail {

/// What the attributes of an operator say of where its arrays are bound; empty names where they say nothing.
struct bound_names {
  std::string_view parameters{};
  std::string_view affine{};
  float affine_epsilon = 0.0f;

  template <fixed_string Name>
  constexpr void take(const parameters_of<Name>&) noexcept { parameters = parameters_of<Name>::parameter_name; }
  template <fixed_string Name>
  constexpr void take(const affine_of<Name>& given) noexcept {
    affine = affine_of<Name>::affine_name;
    affine_epsilon = given.epsilon;
  }
  constexpr void take(const any_attribute&) noexcept {}
};

template <class Operator>
inline constexpr bound_names origin_of{};
template <template <auto...> class Operator, auto... Attributes>
inline constexpr bound_names origin_of<Operator<Attributes...>> = collect<bound_names>(Attributes...);

}  // namespace detail

/// True if the operator remembers under which name its arrays are bound.
template <class Operator>
inline constexpr bool remembers_parameters = !detail::origin_of<Operator>.parameters.empty();

/// The name under which an operator's arrays are bound: `parameters_of<...>` if a pass renamed the node, else its own.
template <class Operator>
constexpr std::string_view parameter_name_of(std::string_view own) noexcept {
  return remembers_parameters<Operator> ? detail::origin_of<Operator>.parameters : own;
}

namespace detail {

/// An operator that keeps finding its arrays when its node gets another name.
template <fixed_string Name, class Operator>
struct remember {
  using type = Operator;
};
template <fixed_string Name, class Operator>
  requires has_parameters<Operator> && (!remembers_parameters<Operator>)
struct remember<Name, Operator> {
  using type = with_attribute<Operator, parameters_of<Name>{}>;
};

}  // namespace detail

/// True if a batch normalization is folded into the operator.
template <class Operator>
inline constexpr bool has_affine = !detail::origin_of<Operator>.affine.empty();

}  // namespace tenon
