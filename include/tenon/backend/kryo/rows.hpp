// SPDX-License-Identifier: Apache-2.0
// Walks over the rows of a result and of the inputs that it is made of, with axes merged where memory allows.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <tenon/core/shape.hpp>
#include <tenon/op/strided.hpp>

namespace tenon::kryo_kernels {

/// A result (the first view) and its inputs, all walked in the order of `extents`.
template <std::size_t Views>
struct row_walk {
  shape extents{};
  std::array<op::strided, Views> views{};

  constexpr int length() const noexcept { return op::row_length(extents); }
  constexpr int step(std::size_t view) const noexcept { return views[view].row_step(extents); }
};

namespace detail {

/// True if an axis and the next one are one longer axis in every view. Elements of a row of the result stay next to
/// each other: where rows are one element and have gaps between them, they stay rows.
template <std::size_t Views>
constexpr bool can_merge(const row_walk<Views>& walk, int axis) noexcept {
  const bool ends_rows = axis + 2 == walk.extents.rank;
  const bool is_column = walk.extents[axis] != 1 && walk.extents[axis + 1] == 1;
  if (ends_rows && is_column && walk.views[0].step(axis) != 1) return false;
  if (walk.extents[axis] == 1 || walk.extents[axis + 1] == 1) return true;
  for (const op::strided& view : walk.views)
    if (view.step(axis) != view.step(axis + 1) * walk.extents[axis + 1]) return false;
  return true;
}

template <std::size_t Views>
constexpr void merge(row_walk<Views>& walk, int axis) noexcept {
  const bool keeps_first = walk.extents[axis + 1] == 1;
  const auto at = static_cast<std::size_t>(axis);
  walk.extents[axis] *= walk.extents[axis + 1];
  for (std::size_t i = at + 1; i < max_rank; ++i) {
    const bool last = i + 1 == max_rank;
    walk.extents.extents[i] = last ? 0 : walk.extents.extents[i + 1];
    for (op::strided& view : walk.views) {
      if (i == at + 1 && !keeps_first) view.steps[at] = view.steps[i];
      view.steps[i] = last ? 0 : view.steps[i + 1];
    }
  }
  --walk.extents.rank;
}

template <std::size_t... Axis>
constexpr op::strided spelled_out(const op::strided& view, std::index_sequence<Axis...>) noexcept {
  return {view.start, {view.steps[Axis]...}};
}

/// The same walk with every number written down. g++ 12 takes two template arguments for one if their arrays were
/// filled in part and differ only in where the numbers stand that are not 0.
template <std::size_t Views, std::size_t... View>
constexpr row_walk<Views> spelled_out(const row_walk<Views>& walk, std::index_sequence<View...>) noexcept {
  return {walk.extents, {spelled_out(walk.views[View], std::make_index_sequence<max_rank>{})...}};
}

}  // namespace detail

/// The same walk with as few and as long axes as there can be.
template <std::size_t Views>
constexpr row_walk<Views> merged(row_walk<Views> walk) noexcept {
  for (int axis = walk.extents.rank - 2; axis >= 0; --axis)
    if (detail::can_merge(walk, axis)) detail::merge(walk, axis);
  return detail::spelled_out(walk, std::make_index_sequence<Views>{});
}

/// How a result is walked whose rows follow each other every `pitch` elements (0: without a gap).
constexpr op::strided result_view(const shape& extents, int pitch) noexcept {
  op::strided view{0, op::steps_of_axes(extents)};
  if (pitch == 0) return view;
  for (int axis = 0; axis + 1 < extents.rank; ++axis)
    view.steps[static_cast<std::size_t>(axis)] = extents.span_of(axis + 1, extents.rank - 1) * pitch;
  return view;
}

/// Calls `body(offsets)` for every row; an offset is where the row begins in its view.
template <auto Walk, int Axis = 0, std::size_t Views, class Body>
[[gnu::always_inline]] inline void for_each_row(const std::array<int, Views>& offsets,
                                                const Body& body) noexcept {
  if constexpr (Axis + 1 >= Walk.extents.rank) {
    body(offsets);
  } else {
    for (int i = 0; i < Walk.extents[Axis]; ++i) {
      std::array<int, Views> at = offsets;
      for (std::size_t view = 0; view < Views; ++view) at[view] += i * Walk.views[view].step(Axis);
      for_each_row<Walk, Axis + 1>(at, body);
    }
  }
}

/// The same from the start of every view.
template <auto Walk, class Body>
[[gnu::always_inline]] inline void for_all_rows(const Body& body) noexcept {
  constexpr auto starts = [] {
    std::array<int, Walk.views.size()> first{};
    for (std::size_t view = 0; view < first.size(); ++view) first[view] = Walk.views[view].start;
    return first;
  }();
  for_each_row<Walk>(starts, body);
}

/// Copies a row of a constant length; `step` elements lie between two of the source.
template <int Length, int Step, class Value>
[[gnu::always_inline]] inline void copy_row(Value* to, const Value* from) noexcept {
  if constexpr (Step == 1) {
    __builtin_memcpy(to, from, static_cast<std::size_t>(Length) * sizeof(Value));
  } else {
    // GCC 12 (tree-ivopts) else merges this walk with that over the rows and reads from other places.
    asm("" : "+r"(from));
    for (int i = 0; i < Length; ++i) to[i] = from[i * Step];
  }
}

}  // namespace tenon::kryo_kernels
