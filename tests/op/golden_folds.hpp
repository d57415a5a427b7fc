// SPDX-License-Identifier: Apache-2.0
// Reductions out of golden cases.
#pragma once

#include "golden_moves.hpp"

#include <tenon/op/reduction.hpp>

#include <tuple>

namespace tenon_test {

/// What a backend answers for a golden case of a reduction.
template <class Backend, template <auto...> class Operator, class Case>
constexpr auto answer_of_fold() {
  using op = Operator<axes_from<tenon::axes, Case::axes>(), tenon::keep_axes{Case::keep_dims},
                      tenon::encoded{Case::output_encoding}>;
  return answer_of_move<Backend, op, Case>();
}

/// True if a backend gives LiteRT's answers to all cases of a reduction.
template <class Backend, template <auto...> class Operator, class Cases>
constexpr bool folds_as_golden() {
  return []<class... Each>(std::tuple<Each...>*) {
    return ((answer_of_fold<Backend, Operator, Each>() == Each::expected) && ...);
  }(static_cast<Cases*>(nullptr));
}

}  // namespace tenon_test
