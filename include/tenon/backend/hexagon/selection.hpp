// SPDX-License-Identifier: Apache-2.0
// Operators that take whole slices along each axis (gather, mirror_pad, tile) on Hexagon: what lies together is copied
// by vectors, from places that the compiler tabulates.
#pragma once

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/selected_slices.hpp>
#include <tenon/op/selection.hpp>

namespace tenon {
namespace hexagon_kernels {

/// Copies elements that lie together.
struct slice_copy {
  template <int Count, class Value>
  [[gnu::always_inline]] static void run(Value* y, const Value* x) noexcept {
    if constexpr (Count == 1) y[0] = x[0];
    else copy_bytes<Count * static_cast<int>(sizeof(Value))>(y, x);
  }
};

}  // namespace hexagon_kernels

template <since<v66> Architecture, class Call>
  requires(selects_by_axis<typename Call::op> && Call::x.type == Call::y.type)
struct kernel<hexagon<Architecture>, Call> : selected_slices<Call, hexagon_kernels::slice_copy> {};

}  // namespace tenon
