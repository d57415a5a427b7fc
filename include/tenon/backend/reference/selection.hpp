// SPDX-License-Identifier: Apache-2.0
// Operators that take whole slices along each axis (gather, mirror_pad, tile), on the reference backend.
#pragma once

#include <cstddef>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/selection.hpp>

namespace tenon {

template <class Call>
  requires(selects_by_axis<typename Call::op> && Call::x.type == Call::y.type)
struct kernel<reference, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = x[source_of(i)];
  }

 private:
  [[gnu::always_inline]] static constexpr int source_of(int at) noexcept {
    constexpr shape in = Call::x.extents;
    constexpr shape out = Call::y.extents;
    int from = 0;
    int step = 1;
    for (int axis = in.rank - 1; axis >= 0; --axis) {
      from += Call::op::source_of(in, axis, at % out[axis]) * step;
      step *= in[axis];
      at /= out[axis];
    }
    return from;
  }
};

}  // namespace tenon
