// SPDX-License-Identifier: Apache-2.0
// Holds a one-input operator that moves or mixes int8 values on a backend to golden vectors.
#pragma once

#include "call_on.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace tenon_test {

/// An attribute with one number an axis, out of an array.
template <class Attribute, const auto& Numbers>
constexpr Attribute axes_from() {
  return []<std::size_t... Axis>(std::index_sequence<Axis...>) { return Attribute{Numbers[Axis]...}; }
  (std::make_index_sequence<Numbers.size()>{});
}

/// What the backend answers for a golden case of a one-input operator.
template <class Backend, class Operator, class Case>
constexpr auto answer_of_move() {
  using called = one_call<Backend, Operator, tenon::rounding::tflite,
                          tenon::tensor_type{tenon::i8, shape_from(Case::input_shape)}>;
  static_assert(called::result.extents == shape_from(Case::output_shape));
  return called::run({Case::input_encoding}, Case::input);
}

/// All elements of a tensor, told apart by their position: 1, 2, 3, ...
template <tenon::tensor_type Type>
constexpr auto counted() {
  std::array<tenon::storage_t<Type.type>, static_cast<std::size_t>(Type.size())> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<tenon::storage_t<Type.type>>(i + 1);
  return values;
}

}  // namespace tenon_test
