// SPDX-License-Identifier: Apache-2.0
// Contract cases of operators with a window: an operator type and an input shape for each drawn or ugly case.
#pragma once

#include "contract/contract.hpp"
#include "contract/generator.hpp"

#include <tenon/op/attribute.hpp>

namespace tenon_test {

/// A conv2d, depthwise_conv2d or pool out of the numbers of a case.
template <template <auto...> class Operator, window_case Case>
using conv2d_from = Operator<tenon::filters{Case.filters}, tenon::groups{Case.groups}, Case.moving.size, Case.moving.step,
                             Case.moving.spread, Case.moving.around>;
template <template <auto...> class Operator, window_case Case>
using depthwise_from = Operator<tenon::multiplier{Case.multiplier}, Case.moving.size, Case.moving.step,
                                Case.moving.spread, Case.moving.around>;
template <template <auto...> class Operator, window_case Case, auto... More>
using pool_from = Operator<Case.moving.size, Case.moving.step, Case.moving.spread, Case.moving.around, More...>;

/// A drawn case whose channels are a multiple of its groups.
constexpr window_case draw_grouped_case(unsigned seed) {
  window_case made = draw_window_case(seed);
  made.in.channels = made.in.channels * made.groups;
  return made;
}

/// True if some results would be made of padding alone, which pools refuse.
constexpr bool is_padded_by_a_window(const window_case& drawn) {
  const tenon::padding& around = drawn.moving.around;
  return around.top >= drawn.moving.reach_rows() || around.bottom >= drawn.moving.reach_rows() ||
         around.left >= drawn.moving.reach_columns() || around.right >= drawn.moving.reach_columns();
}

template <class Operator, window_case Case, roundings Under = roundings::both>
void check_both(unsigned seed) {
  check_integers<Operator, Case.extents(), Case.gap, Under>(seed);
  check_reals<Operator, Case.extents(), Case.gap>(seed);
}

}  // namespace tenon_test
