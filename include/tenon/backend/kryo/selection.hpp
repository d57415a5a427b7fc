// SPDX-License-Identifier: Apache-2.0
// Operators that take whole slices along each axis (gather, mirror_pad, tile), on the kryo backend: copies of what lies
// together, from places that the compiler tabulates.
#pragma once

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/selected_slices.hpp>
#include <tenon/op/selection.hpp>

namespace tenon {
namespace kryo_kernels {

/// Copies elements that lie together.
struct slice_copy {
  template <int Count, class Value>
  [[gnu::always_inline]] static void run(Value* y, const Value* x) noexcept {
    copy_row<Count, 1>(y, x);
  }
};

}  // namespace kryo_kernels

template <class Isa, class Call>
  requires(selects_by_axis<typename Call::op> && Call::x.type == Call::y.type)
struct kernel<kryo_on<Isa>, Call> : selected_slices<Call, kryo_kernels::slice_copy> {};

}  // namespace tenon
