// SPDX-License-Identifier: Apache-2.0
// pad on Hexagon: the border is filled, rows of the input are copied into it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/pad.hpp>
#include <tenon/op/strided.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::pad_> Call>
struct kernel<hexagon<Architecture>, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "rows";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, value_type* y,
                                         const value_type* x) noexcept {
    if constexpr (sizeof(value_type) == 1)
      hexagon_kernels::fill_bytes(reinterpret_cast<std::int8_t*>(y), static_cast<std::int8_t>(w.value),
                                  Call::y.size());
    else
      for (int i = 0; i < Call::y.size(); ++i) y[i] = w.value;
    constexpr shape extents = Call::x.extents;
    constexpr tenon::op::strided inner = inner_view();
    constexpr int length = tenon::op::row_length(extents);
    for (int row = 0; row < tenon::op::row_count(extents); ++row)
      hexagon_kernels::copy_bytes<length* static_cast<int>(sizeof(value_type))>(
          y + inner.row_start(extents, row), x + row * length);
  }

 private:
  /// Where the input's elements lie in the result.
  static constexpr tenon::op::strided inner_view() noexcept {
    tenon::op::strided view{0, tenon::op::steps_of_axes(Call::y.extents)};
    for (int axis = 0; axis < Call::x.extents.rank; ++axis)
      view.start += tenon::op::steps_of_axes(Call::y.extents)[static_cast<std::size_t>(axis)] *
                    op::margin_at(Call::x.extents, axis).before;
    return view;
  }
};

}  // namespace tenon
