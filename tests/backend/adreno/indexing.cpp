// SPDX-License-Identifier: Apache-2.0
// Offsets as expressions: axes without a gap are one, repeated axes vanish, and the text computes what the
// shape says.
#include <tenon/backend/adreno/indexing.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace tenon;
using namespace tenon::adreno_kernels;

namespace {

template <shape Extents, std::array<int, max_rank> Steps, int Start = 0>
struct offset_writer {
  constexpr void operator()(text_writer& out) const noexcept { put_offset(out, "i", Extents, Steps, Start); }
};
template <shape Extents, std::array<int, max_rank> Steps, int Start = 0>
constexpr bool reads(std::string_view wanted) {
  return render<offset_writer<Extents, Steps, Start>>().view() == wanted;
}

static_assert(reads<shape_of(3, 4, 5), {20, 5, 1}>("i"));
static_assert(reads<shape_of(3, 4, 5), {40, 10, 2}>("i * 2"));
static_assert(reads<shape_of(3, 4, 5), {0, 5, 1}>("i % 20"));
static_assert(reads<shape_of(3, 4, 5), {5, 0, 1}>("i % 5 + i / 20 * 5"));
static_assert(reads<shape_of(3, 4, 5), {1, 15, 3}>("i % 20 * 3 + i / 20"));
static_assert(reads<shape_of(2, 3), {-3, -1}, 5>("5 + i * -1"));
static_assert(reads<shape_of(2, 3), {0, 0}>("0") && reads<shape_of(1, 1), {7, 7}, 3>("3") &&
              reads<shape{}, {}>("0"));
static_assert(reads<shape_of(2, 1, 3), {3, 99, 1}>("i"));
static_assert(outer_axes(shape_of(2, 3, 4)) == shape_of(2, 3) && outer_axes(shape{}) == shape{});

}  // namespace

TEST_CASE("merged axes lead to the same elements as the axes one by one") {
  constexpr shape extents = shape_of(2, 3, 4, 2);
  for (const std::array<int, max_rank>& steps :
       {std::array<int, max_rank>{24, 8, 2, 1}, std::array<int, max_rank>{0, 4, 1, 0},
        std::array<int, max_rank>{2, 4, 12, 1}, std::array<int, max_rank>{100, 0, 0, 7}}) {
    const axis_walk walk(extents, steps);
    for (int i = 0; i < extents.size(); ++i) {
      int merged = 0;
      int left = i;
      for (std::size_t k = 0; k < walk.count; ++k)
        merged += left % walk.axes[k].extent * walk.axes[k].step, left /= walk.axes[k].extent;
      int plain = 0;
      left = i;
      for (int axis = 3; axis >= 0; --axis)
        plain += left % extents[axis] * steps[static_cast<std::size_t>(axis)], left /= extents[axis];
      CHECK(merged == plain);
    }
  }
}
