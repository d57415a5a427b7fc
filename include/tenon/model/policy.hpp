// SPDX-License-Identifier: Apache-2.0
// Policies of a model: what is decided about its numbers, apart from where it runs.
#pragma once

#include <array>
#include <concepts>
#include <string_view>
#include <type_traits>

#include <tenon/core/element.hpp>
#include <tenon/core/fixed_string.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/core/type_list.hpp>
#include <tenon/op/weight_scheme.hpp>

namespace tenon {

/// Leaves the named nodes in real numbers while the rest is quantized: `keep<f32, "logits">`.
template <element Type, fixed_string... Names>
struct keep {
  static_assert(Type == f32, "tenon: keep<...> names an element type that a quantized network cannot keep; use f32");
  static constexpr std::array<std::string_view, sizeof...(Names)> names{Names.view()...};

  static constexpr bool holds(std::string_view name) noexcept {
    for (const std::string_view kept : names)
      if (kept == name) return true;
    return false;
  }
};

/// Takes inputs and gives results as quantized integers instead of converting them at the border: `border<i8>`, or
/// `border<i16>` beside `activations<i16>`.
template <element Type>
struct border {
  static_assert(Type == i8 || Type == i16 || Type == f32,
                "tenon: border<...> names an element type that has no kernels; use i8, i16 or f32");
  static constexpr element type = Type;
};

/// Quantizes to int16 with weights of int8 what would be int8 else: `activations<i16>`. Single inputs, constants and states
/// choose for themselves by an attribute, `input<"x", tensor<f32, 10>, i8>`.
template <element Type>
struct activations {
  static_assert(Type == i8 || Type == i16,
                "tenon: activations<...> names an element type that has no kernels; use i8 or i16");
  static constexpr element activation_type = Type;
};

/// Quantizes weights as the scheme says: `quantize_weights<weight_scheme{.per_channel = false}>`.
template <weight_scheme Scheme>
struct quantize_weights {
  static constexpr weight_scheme scheme = Scheme;
};

namespace detail {

template <class Policy>
concept rounds = requires { typename Policy::conv2d_rule; };
template <class Policy>
concept keeps = requires(std::string_view name) { Policy::holds(name); };
template <class Policy>
concept borders = requires { requires std::same_as<std::remove_cvref_t<decltype(Policy::type)>, element>; };
template <class Policy>
concept chooses_activations = requires { requires is_quantized(Policy::activation_type); };
template <class Policy>
concept quantizes_weights = requires {
  requires std::same_as<std::remove_cvref_t<decltype(Policy::scheme)>, weight_scheme>;
};
template <class Policy>
concept lowers = requires { requires Policy::is_pipeline; };

/// The first policy that a predicate picks, or a fallback.
template <template <class> class Is, class Fallback, class... Policies>
struct first_policy {
  using type = Fallback;
};
template <template <class> class Is, class Fallback, class First, class... More>
struct first_policy<Is, Fallback, First, More...>
    : std::conditional_t<Is<First>::value, type_identity<First>, first_policy<Is, Fallback, More...>> {};

/// True unless a predicate picks two policies.
template <template <class> class Is, class... Policies>
inline constexpr bool at_most_one = (int{Is<Policies>::value} + ... + 0) < 2;

template <class Policy> struct is_rounding : std::bool_constant<rounds<Policy>> {};
template <class Policy> struct is_border : std::bool_constant<borders<Policy>> {};
template <class Policy> struct is_activation_choice : std::bool_constant<chooses_activations<Policy>> {};
template <class Policy> struct is_weight_quantizer : std::bool_constant<quantizes_weights<Policy>> {};
template <class Policy> struct is_pipeline : std::bool_constant<lowers<Policy>> {};
template <class Policy>
inline constexpr bool is_policy =
    rounds<Policy> || keeps<Policy> || borders<Policy> || chooses_activations<Policy> || quantizes_weights<Policy> ||
    lowers<Policy>;

template <class Policy>
constexpr bool keeps_name(std::string_view name) noexcept {
  if constexpr (keeps<Policy>) return Policy::holds(name);
  else return false;
}

}  // namespace detail
}  // namespace tenon
