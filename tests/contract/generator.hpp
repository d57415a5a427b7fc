// SPDX-License-Identifier: Apache-2.0
// Shapes and attributes drawn by the compiler from a seed, so that every run of the tests sees the same ones.
#pragma once

#include <tenon/core/shape.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/reduction.hpp>

#include <array>
#include <cstdint>

namespace tenon_test {

/// Random numbers of the compiler: splitmix64 (Steele, Lea and Flood 2014).
class lottery {
 public:
  constexpr explicit lottery(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15u + 1) {}

  constexpr std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  constexpr int between(int low, int high) {
    return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
  }
  template <std::size_t Size>
  constexpr int one_of(const std::array<int, Size>& choices) {
    return choices[static_cast<std::size_t>(next() % Size)];
  }

 private:
  std::uint64_t state_;
};

/// Channels around the widths of SIMD registers and of register tiles.
inline constexpr std::array<int, 12> awkward_channels{1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 33};

/// An image with a window that slides over it.
struct window_case {
  tenon::op::image in{};
  tenon::op::sliding moving{};
  int filters = 1;
  int groups = 1;
  int multiplier = 1;
  bool batched = false;
  int gap = 0;  ///< elements between the rows of the result

  constexpr tenon::shape extents() const {
    if (batched) return tenon::shape_of(in.batch, in.rows, in.columns, in.channels);
    return tenon::shape_of(in.rows, in.columns, in.channels);
  }
};

/// A window along one axis that fits into `extent` after padding: size, step, spread, before, after.
struct window_along {
  int size, step, spread, before, after;
};

constexpr window_along draw_along(lottery& draw, int extent, bool padded) {
  window_along w{draw.between(1, 5), draw.between(1, 3), draw.between(0, 3) == 0 ? 2 : 1, 0, 0};
  const int reach = (w.size - 1) * w.spread + 1;
  if (padded && reach > 1) w.before = draw.between(0, reach - 1), w.after = draw.between(0, reach - 1);
  if (extent + w.before + w.after < reach) w.size = extent, w.spread = 1, w.before = 0, w.after = 0;
  return w;
}

/// A case of conv2d, depthwise_conv2d or a pool; pools ignore filters, groups and multiplier.
constexpr window_case draw_window_case(unsigned seed) {
  lottery draw(seed);
  window_case made;
  made.batched = draw.between(0, 2) == 0;
  const int batch = made.batched ? draw.between(1, 2) : 1;
  made.in = {batch, draw.between(1, 9), draw.between(1, 11), draw.one_of(awkward_channels)};
  const int kind_of_padding = draw.between(0, 2);
  const auto rows = draw_along(draw, made.in.rows, kind_of_padding == 2);
  const auto columns = draw_along(draw, made.in.columns, kind_of_padding == 2);
  made.moving = {{rows.size, columns.size},
                 {rows.step, columns.step},
                 {rows.spread, columns.spread},
                 kind_of_padding == 1 ? tenon::same_padding
                                      : tenon::padding{rows.before, rows.after, columns.before, columns.after}};
  made.groups = draw.between(0, 3) == 0 ? draw.between(2, 3) : 1;
  made.filters = draw.one_of(awkward_channels) * made.groups;
  made.multiplier = draw.between(0, 2) == 0 ? draw.between(2, 3) : 1;
  made.gap = draw.between(0, 1) == 0 ? draw.between(1, 5) : 0;
  return made;
}

/// The input of a dense layer, and its units.
struct dense_case {
  tenon::shape extents{};
  int units = 1;
  int gap = 0;
};

constexpr dense_case draw_dense_case(unsigned seed) {
  lottery draw(seed + 2000);
  dense_case made;
  for (int axis = draw.between(0, 2); axis > 0; --axis) made.extents.push_back(draw.between(1, 7));
  made.extents.push_back(draw.between(0, 3) == 0 ? draw.between(34, 200) : draw.one_of(awkward_channels));
  made.units = draw.one_of(awkward_channels);
  made.gap = draw.between(0, 2) == 0 ? draw.between(1, 5) : 0;
  return made;
}

/// A shape of one to five axes, the last of an awkward extent.
constexpr tenon::shape draw_shape(lottery& draw) {
  tenon::shape made;
  for (int axis = draw.between(0, 4); axis > 0; --axis) made.push_back(draw.between(1, 4));
  made.push_back(draw.between(0, 3) == 0 ? draw.between(34, 140) : draw.one_of(awkward_channels));
  return made;
}
constexpr tenon::shape draw_shape(unsigned seed) {
  lottery draw(seed * 1000 + 3000);
  return draw_shape(draw);
}

/// Two shapes that broadcast to one: either may have extents of 1 where the other has more, and lack its first axes.
struct pair_case {
  tenon::shape first{};
  tenon::shape second{};
};

constexpr pair_case draw_pair_case(unsigned seed) {
  lottery draw(seed * 1000 + 4000);
  pair_case made{draw_shape(draw), {}};
  const int lacking = draw.between(0, 2) == 0 ? draw.between(0, made.first.rank - 1) : 0;
  for (int axis = lacking; axis < made.first.rank; ++axis) {
    const int kind = draw.between(0, 5);
    made.second.push_back(kind == 0 ? 1 : made.first[axis]);
    if (kind == 1) made.first[axis] = 1;
  }
  if (draw.between(0, 1) == 0) return {made.second, made.first};
  return made;
}

/// A tensor of which some axes are reduced.
struct reduction_case {
  tenon::shape extents{};
  std::uint32_t reduced = 0;  ///< one bit an axis
};

constexpr reduction_case draw_reduction_case(unsigned seed) {
  lottery draw(seed + 1000);
  reduction_case made;
  const int rank = draw.between(1, 5);
  for (int i = 0; i + 1 < rank; ++i) made.extents.push_back(draw.between(1, 6));
  made.extents.push_back(draw.one_of(awkward_channels));
  made.reduced = static_cast<std::uint32_t>(draw.between(1, (1 << rank) - 1));
  return made;
}

/// The marked axes as an attribute, every other one counted from the last.
constexpr tenon::axes axes_of(const reduction_case& drawn) {
  tenon::axes listed(0);
  listed.count = 0;
  for (int axis = 0; axis < drawn.extents.rank; ++axis)
    if ((drawn.reduced >> axis & 1u) != 0)
      listed.numbers[static_cast<std::size_t>(listed.count++)] = axis % 2 == 0 ? axis : axis - drawn.extents.rank;
  return listed;
}

}  // namespace tenon_test
