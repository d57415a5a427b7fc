// SPDX-License-Identifier: Apache-2.0
// Holds concat on a backend to golden vectors.
#pragma once

#include "call_on.hpp"

#include <tenon/op/concat.hpp>

#include <cstddef>
#include <utility>

namespace tenon_test {

/// The inputs of a golden case, however many there are, as one list of shapes and one call.
template <class Case>
constexpr std::size_t input_count() {
  if constexpr (requires { Case::input_3; })
    return 4;
  else if constexpr (requires { Case::input_2; })
    return 3;
  else
    return 2;
}

template <class Case, std::size_t Index>
constexpr const auto& input_at() {
  if constexpr (Index == 0)
    return Case::input_0;
  else if constexpr (Index == 1)
    return Case::input_1;
  else if constexpr (Index == 2)
    return Case::input_2;
  else
    return Case::input_3;
}

template <class Case, std::size_t Index>
constexpr tenon::tensor_type type_at() {
  if constexpr (Index == 0)
    return {tenon::i8, shape_from(Case::input_0_shape)};
  else if constexpr (Index == 1)
    return {tenon::i8, shape_from(Case::input_1_shape)};
  else if constexpr (Index == 2)
    return {tenon::i8, shape_from(Case::input_2_shape)};
  else
    return {tenon::i8, shape_from(Case::input_3_shape)};
}

/// What the backend answers for a golden case of concat.
template <class Backend, class Case>
constexpr auto answer_of_concat() {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    using joined = tenon::op::concat_<tenon::axis{Case::axis}, tenon::encoded{Case::output_encoding}>;
    using called = one_call<Backend, joined, tenon::rounding::tflite, type_at<Case, Index>()...>;
    static_assert(called::result.extents == shape_from(Case::output_shape));
    return called::run({(static_cast<void>(Index), Case::input_encoding)...}, input_at<Case, Index>()...);
  }
  (std::make_index_sequence<input_count<Case>()>{});
}

}  // namespace tenon_test
