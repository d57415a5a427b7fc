// SPDX-License-Identifier: Apache-2.0
// The contract of extrema and slopes, of reductions, and of what moves elements otherwise, on Hexagon itself.
#include "cross/hexagon/contract.hpp"

#include <tenon/backend/hexagon/global_max_pool.hpp>
#include <tenon/backend/hexagon/mean.hpp>
#include <tenon/backend/hexagon/movement.hpp>
#include <tenon/backend/hexagon/pairwise.hpp>
#include <tenon/backend/hexagon/reshape.hpp>
#include <tenon/backend/hexagon/selection.hpp>
#include <tenon/backend/reference/folding.hpp>
#include <tenon/backend/reference/movement.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/backend/reference/reshape.hpp>
#include <tenon/backend/reference/selection.hpp>
#include <tenon/op/depth_to_space.hpp>
#include <tenon/op/expand_dims.hpp>
#include <tenon/op/flatten.hpp>
#include <tenon/op/gather.hpp>
#include <tenon/op/maximum.hpp>
#include <tenon/op/minimum.hpp>
#include <tenon/op/mirror_pad.hpp>
#include <tenon/op/prelu.hpp>
#include <tenon/op/reduce_max.hpp>
#include <tenon/op/reduce_min.hpp>
#include <tenon/op/reduce_sum.hpp>
#include <tenon/op/reshape.hpp>
#include <tenon/op/space_to_depth.hpp>
#include <tenon/op/squeeze.hpp>
#include <tenon/op/tile.hpp>

using namespace hexagon_contract;
using namespace tenon;

namespace {

constexpr int cases = 10'000;

template <class Operator, int... Extents>
int hold() {
  operator_line line(Operator::word, cases, 1);
  on<Operator, Extents...>(line);
  return line.end();
}

template <class Operator>
int hold_pair() {
  operator_line line(Operator::word, cases, 2, 20);
  line.on<Operator, tensor<i8, 3, 43>::value, tensor<i8, 3, 43>::value>();
  line.on<Operator, tensor<i8, 2, 3, 13>::value, tensor<i8, 13>::value>();
  return line.end();
}

int hold_extrema() { return hold_pair<op::maximum_<>>() + hold_pair<op::minimum_<>>() + hold_pair<op::prelu_<>>(); }

int hold_reductions() {
  return hold<op::reduce_sum_<axes{0}>, 3, 133>() + hold<op::reduce_max_<axes{0}>, 3, 131>() +
         hold<op::reduce_min_<axes{1, -1}>, 2, 3, 7>();
}

int hold_selections() {
  return hold<op::gather_<axis{1}, indices<3, 0, 0, -1>>, 3, 4, 17>() +
         hold<op::mirror_pad_<padding{2, 1, 0, 3}>, 4, 5, 3>() + hold<op::tile_<repeats{2, 3, 1}>, 2, 3, 13>() +
         hold<op::depth_to_space_<block_size{2}>, 3, 2, 20>() + hold<op::space_to_depth_<block_size{2}>, 4, 6, 5>();
}

int hold_views() {
  return hold<op::reshape_<extents{5, 12}>, 3, 4, 5>() + hold<op::flatten_<>, 3, 7>() +
         hold<op::squeeze_<axes{1}>, 3, 1, 47>() + hold<op::expand_dims_<axes{0}>, 3, 47>();
}

}  // namespace

int main() { return hold_extrema() + hold_reductions() + hold_selections() + hold_views() == 0 ? 0 : 1; }
