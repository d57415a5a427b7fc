// SPDX-License-Identifier: Apache-2.0
// batch_matmul out of golden cases.
#pragma once

#include "call_on.hpp"

#include <tenon/op/batch_matmul.hpp>

#include <tuple>

namespace tenon_test {

/// What a backend answers for a golden case.
template <class Backend, class Case>
constexpr auto answer_of_matmul() {
  using op = tenon::op::batch_matmul_<tenon::transposed_inputs{Case::first_transposed, Case::second_transposed},
                                      tenon::encoded{Case::output_encoding}>;
  using called =
      one_call<Backend, op, tenon::rounding::tflite, tenon::tensor_type{tenon::i8, shape_from(Case::first_shape)},
               tenon::tensor_type{tenon::i8, shape_from(Case::second_shape)}>;
  static_assert(called::result.extents == shape_from(Case::output_shape));
  return called::run({Case::first_encoding, Case::second_encoding}, Case::first, Case::second);
}

/// True if a backend gives LiteRT's answers to all cases.
template <class Backend, class Cases>
constexpr bool multiplies_as_golden() {
  return []<class... Each>(std::tuple<Each...>*) {
    return ((answer_of_matmul<Backend, Each>() == Each::expected) && ...);
  }(static_cast<Cases*>(nullptr));
}

}  // namespace tenon_test
