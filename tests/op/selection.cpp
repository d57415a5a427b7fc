// SPDX-License-Identifier: Apache-2.0
// Slices along each axis: which axes are left as they are.
#include <tenon/op/selection.hpp>

#include <tenon/op/tile.hpp>

namespace {

using namespace tenon;

static_assert(selects_by_axis<op::tile_<>> && !selects_by_axis<int>);

constexpr shape box = shape_of(2, 3, 4);
static_assert(op::selected_axes<op::tile_<repeats{1, 2, 1}>>(box, shape_of(2, 6, 4)) == 2);
static_assert(op::selected_axes<op::tile_<repeats{1, 1, 2}>>(box, shape_of(2, 3, 8)) == 3);
static_assert(op::selected_axes<op::tile_<repeats{2, 1, 1}>>(box, shape_of(4, 3, 4)) == 1);
static_assert(op::selected_axes<op::tile_<repeats{1, 1, 1}>>(box, box) == 0);
static_assert(op::keeps_axes_from<op::tile_<repeats{2, 1, 1}>>(1, box, shape_of(4, 3, 4)));
static_assert(!op::keeps_axes_from<op::tile_<repeats{2, 1, 1}>>(0, box, shape_of(4, 3, 4)));

// The same extents, but another order.
struct backwards {
  static constexpr int source_of(const shape& extents, int axis, int index) noexcept {
    return axis == 1 ? extents[axis] - 1 - index : index;
  }
};
static_assert(op::selected_axes<backwards>(box, box) == 2);

}  // namespace
