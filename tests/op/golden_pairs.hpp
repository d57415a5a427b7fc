// SPDX-License-Identifier: Apache-2.0
// Holds a two-input operator on a backend to golden vectors.
#pragma once

#include "call_on.hpp"

#include <tenon/op/attribute.hpp>

#include <limits>
#include <string_view>

namespace tenon_test {

/// The bounds of an activation that golden vectors name.
constexpr tenon::clamp bounds_of(std::string_view activation) {
  constexpr float none = std::numeric_limits<float>::infinity();
  if (activation == "relu") return {0.0f, none};
  if (activation == "relu6") return {0.0f, 6.0f};
  return {-none, none};
}

/// What the backend answers for a golden case of a two-input operator.
template <class Backend, template <auto...> class Operator, class Case>
constexpr auto answer_of_pair() {
  using op = Operator<bounds_of(Case::activation), tenon::encoded{Case::output_encoding}>;
  using called = one_call<Backend, op, tenon::rounding::tflite,
                          tenon::tensor_type{tenon::i8, shape_from(Case::first_shape)},
                          tenon::tensor_type{tenon::i8, shape_from(Case::second_shape)}>;
  static_assert(called::result.extents == shape_from(Case::output_shape));
  return called::run({Case::first_encoding, Case::second_encoding}, Case::first, Case::second);
}

}  // namespace tenon_test
