// SPDX-License-Identifier: Apache-2.0
// Operators that only move elements by strides on Hexagon: rows that lie together are copied by vectors, others one by
// one; the rows of a band, where they are one piece of memory, by the DMA engine if the architecture says so.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/dma.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/movement.hpp>
#include <tenon/op/rows.hpp>

namespace tenon {

template <since<v66> Architecture, class Call>
  requires(moves_by_strides<typename Call::op> && Call::x.type == Call::y.type)
struct kernel<hexagon<Architecture>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr int bytes = Call::y.size() * static_cast<int>(sizeof(value_type));
  /// The rows of a band in one piece: no axis before that of the rows, or one element along them.
  static constexpr bool by_dma = [] {
    if constexpr (detail::has_dma<Architecture> && calls<Call, op::rows_>)
      return Call::x.extents.span_of(0, Call::op::taken.axis) == 1 && Call::result.pitch == 0 &&
             std::size_t{bytes} <= hexagon_kernels::most_bytes_of_dma;
    else
      return false;
  }();
  static constexpr std::string_view variant = by_dma ? "dma" : "rows";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y,
                                         const value_type* x) noexcept {
    constexpr shape extents = op::extents_of_walk<typename Call::op>(Call::x.extents, Call::y.extents);
    constexpr op::strided view = Call::op::view(Call::x.extents);
    constexpr int length = op::row_length(extents);
    constexpr int step = view.row_step(extents);
    constexpr int pitch = Call::result.pitch != 0 ? Call::result.pitch : length;
    if constexpr (by_dma) return hexagon_kernels::copy_by_dma<bytes>(y, x + view.start);
    for (int row = 0; row < op::row_count(extents); ++row, y += pitch) {
      const value_type* const from = x + view.row_start(extents, row);
      if constexpr (step == 1)
        hexagon_kernels::copy_bytes<length* static_cast<int>(sizeof(value_type))>(y, from);
      else
        for (int i = 0; i < length; ++i) y[i] = from[i * step];
    }
  }
};

}  // namespace tenon
