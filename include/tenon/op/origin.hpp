// SPDX-License-Identifier: Apache-2.0
// Where an operator's trained arrays are bound after passes have renamed and merged its node.
#pragma once

#include <string_view>

#include <tenon/op/attribute.hpp>

namespace tenon {
namespace detail {

template <class Operator>
struct origin_of;
template <template <auto...> class Operator, auto... Attributes>
struct origin_of<Operator<Attributes...>> {
  /// The name under which parameters are bound, or the node's own.
  static constexpr std::string_view parameters(std::string_view own) noexcept {
    std::string_view name = own;
    (
        [&] {
          if constexpr (requires { Attributes.parameter_name; }) name = Attributes.parameter_name;
        }(),
        ...);
    return name;
  }

  /// The batch normalization folded into the node, or an empty name.
  static constexpr std::string_view affine() noexcept {
    std::string_view name;
    (
        [&] {
          if constexpr (requires { Attributes.affine_name; }) name = Attributes.affine_name;
        }(),
        ...);
    return name;
  }

  static constexpr float affine_epsilon() noexcept {
    float value = 0.0f;
    (
        [&] {
          if constexpr (requires { Attributes.affine_name; }) value = Attributes.epsilon;
        }(),
        ...);
    return value;
  }
};

}  // namespace detail

/// The name under which an operator's arrays are bound: `parameters_of<...>` if a pass renamed the node, else its own.
template <class Operator>
constexpr std::string_view parameter_name_of(std::string_view own) noexcept {
  return detail::origin_of<Operator>::parameters(own);
}

/// True if the operator remembers under which name its arrays are bound.
template <class Operator>
inline constexpr bool remembers_parameters = !detail::origin_of<Operator>::parameters({}).empty();

/// True if a batch normalization is folded into the operator.
template <class Operator>
inline constexpr bool has_affine = !detail::origin_of<Operator>::affine().empty();

}  // namespace tenon
