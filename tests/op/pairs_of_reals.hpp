// SPDX-License-Identifier: Apache-2.0
// Two-input operators on real numbers that broadcast, and the answers that LiteRT gives for int8.
#pragma once

#include "golden_pairs.hpp"

#include <tenon/backend/reference/pairwise.hpp>

#include <array>
#include <tuple>

namespace tenon_test {

/// A matrix, a row that fits it, and a column.
inline constexpr tenon::tensor_type matrix = tenon::tensor<tenon::f32, 2, 3>::value;
inline constexpr tenon::tensor_type row = tenon::tensor<tenon::f32, 3>::value;
inline constexpr tenon::tensor_type column = tenon::tensor<tenon::f32, 2, 1>::value;
inline constexpr std::array<float, 6> six{1, -2, 3, 0.5f, 5, -6};
inline constexpr std::array<float, 3> three{2, -1, -8};
inline constexpr std::array<float, 2> two{2, -4};

/// What an operator makes of two of them.
template <class Operator, tenon::tensor_type First, tenon::tensor_type Second, class A, class B>
constexpr auto of_reals(const A& a, const B& b) {
  return one_call<tenon::reference, Operator, tenon::rounding::tflite, First, Second>::run({}, a, b);
}

/// What all but add say of themselves: shapes that do not broadcast are refused, bounds are taken, the first input's
/// memory serves, and a sum they are not.
template <template <auto...> class Operator>
inline constexpr bool is_plain_pair =
    refusal<Operator<>, matrix, tenon::tensor<tenon::f32, 2>::value>() ==
        "tenon: an operator has two inputs whose shapes do not broadcast; make each axis equal or 1" &&
    tenon::absorbs_clamp<Operator<>> && tenon::works_in_place<Operator<>> && !tenon::offers_addition<Operator<>>;

/// True if the reference answers all golden cases as LiteRT does.
template <template <auto...> class Operator, class Cases>
inline constexpr bool equals_golden = false;
template <template <auto...> class Operator, class... Each>
inline constexpr bool equals_golden<Operator, std::tuple<Each...>> =
    ((answer_of_pair<tenon::reference, Operator, Each>() == Each::expected) && ...);

}  // namespace tenon_test
