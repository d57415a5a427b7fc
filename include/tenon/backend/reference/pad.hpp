// SPDX-License-Identifier: Apache-2.0
// pad on the reference backend.
#pragma once

#include <cstddef>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/pad.hpp>

namespace tenon {

template <calls<op::pad_> Call>
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) {
      const int from = source_of(i);
      y[i] = from < 0 ? w.value : x[from];
    }
  }

 private:
  /// The element of the input that element `at` of the result shows, or -1 if it was added.
  [[gnu::always_inline]] static constexpr int source_of(int at) noexcept {
    constexpr shape in = Call::x.extents;
    constexpr shape out = Call::y.extents;
    int from = 0;
    int step = 1;
    for (int axis = in.rank - 1; axis >= 0; --axis) {
      const int index = at % out[axis] - op::margin_at(in, axis).before;
      if (index < 0 || index >= in[axis]) return -1;
      from += index * step;
      step *= in[axis];
      at /= out[axis];
    }
    return from;
  }
};

}  // namespace tenon
