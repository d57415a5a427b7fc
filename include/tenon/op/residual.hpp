// SPDX-License-Identifier: Apache-2.0
// A linear operator that adds a second input to its result: its numbers, and the checks of its inputs.
#pragma once

#include <concepts>
#include <span>
#include <type_traits>

#include <tenon/op/add.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon::op {

/// The numbers of an operator that carries `residual`: those of its own result, and those of the sum.
template <class Inner, class Addition>
struct residual_parameters {
  using inner_type = Inner;
  using addition_type = Addition;
  Inner inner{};
  Addition addition{};
};

/// The operator whose rule the sum follows.
using addition_operator = add_<>;

/// An operator's own parameters, with those of the sum if it carries `residual`.
template <class Operator, class Call, class Inner>
using with_addition =
    std::conditional_t<carries<Operator, residual>, residual_parameters<Inner, sum_parameters_of<Call>>, Inner>;

/// True if `residual` is among the attributes.
template <auto... Attributes>
inline constexpr bool adds_second_input = has_attribute<residual>(Attributes...);

/// The result of an operator, once its second input, if it adds one, has been checked to suit it.
template <class Operator>
constexpr inferred accept_sum(const tensor_type& result, std::span<const edge_type> inputs) noexcept {
  if constexpr (carries<Operator, residual>) {
    if (inputs[1].tensor != result)
      return refuse(
          "tenon: an operator adds a second input of another type or shape than its result; give it one that is equal");
    if (result.type != f32 && !attribute_of<Operator>(residual{}).code.known())
      return refuse(
          "tenon: an operator adds a second input to integers without an encoding; fuse additions after quantizing");
  }
  return accept(result.type, result.extents, result_encoding<Operator>(inputs[0]));
}

}  // namespace tenon::op
