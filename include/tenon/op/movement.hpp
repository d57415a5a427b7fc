// SPDX-License-Identifier: Apache-2.0
// What operators share that only move values: no numbers of their own, the encoding of their input.
#pragma once

#include <concepts>
#include <span>

#include <tenon/op/concept.hpp>
#include <tenon/op/strided.hpp>

namespace tenon {

/// Takes each element of its result from a place of its input that one strided view describes:
/// `view(extents of the input)`.
template <class Operator>
concept moves_by_strides = requires(const shape& extents) {
  { Operator::view(extents) } -> std::same_as<op::strided>;
};

namespace op {

/// The extents over which a strided view is walked: those of the result, or, where the operator says
/// `walk(extents of the input)`, finer ones, in which an axis of the result is several.
template <class Operator>
constexpr shape extents_of_walk(const shape& input, const shape& result) noexcept {
  if constexpr (requires { Operator::walk(input); }) return Operator::walk(input);
  else return result;
}

/// An operator with one input whose elements it moves as they are.
struct movement {
  static constexpr int arity = 1;
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;

  template <class Call>
  using parameters = no_parameters;

  template <class Call>
  static constexpr no_parameters prepare(const parameter_source&, std::span<const edge_type>,
                                         const edge_type&) noexcept {
    return {};
  }
};

}  // namespace op
}  // namespace tenon
