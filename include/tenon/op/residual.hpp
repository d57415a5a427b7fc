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

/// What the attributes of an operator say of its result and of a second input that it adds.
struct sum_attributes {
  encoding code{};
  bool adds = false;
  encoding term{};
  /// Whether real inputs are rounded by the range of all of them, so that no part can be left out.
  bool rounds_input = false;

  constexpr void take(const dynamic_range&) noexcept { rounds_input = true; }
  constexpr void take(const encoded& given) noexcept { code = given.code; }
  constexpr void take(const residual& given) noexcept {
    adds = true;
    term = given.code;
  }
};

/// The result of an operator, once its second input, if it adds one, has been checked to suit it.
constexpr inferred accept_sum(const sum_attributes& given, const tensor_type& result,
                              std::span<const edge_type> inputs) noexcept {
  if (given.adds && inputs[1].tensor != result)
    return refuse(
        "tenon: an operator adds a second input of another type or shape than its result; give it one that is equal");
  if (given.adds && result.type != f32 && !given.term.known())
    return refuse(
        "tenon: an operator adds a second input to integers without an encoding; fuse additions after quantizing");
  return accept(result.type, result.extents, given.code);
}

}  // namespace tenon::op
