// SPDX-License-Identifier: Apache-2.0
// Conversions between row-major images and channel planes on Hexagon.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/plane_transposition.hpp>
#include <tenon/kernel/layout.hpp>
#include <tenon/op/reorder.hpp>

namespace tenon {
namespace hexagon_kernels {

template <class Call>
using transposition_of = plane_transposition<plane_geometry{op::image_of(Call::y.extents)}>;

}  // namespace hexagon_kernels

template <since<v66> Architecture, calls_between<op::reorder_, row_major, hexagon_kernels::channel_planes> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using packed = op::reorder_parameters;
  using transposition = hexagon_kernels::transposition_of<Call>;
  static constexpr std::string_view variant = "rows_to_planes";
  static constexpr std::size_t scratch = transposition::scratch;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    transposition::to_planes(w.zero_point, borrowed, y, x);
  }
};

template <since<v66> Architecture, calls_between<op::reorder_, hexagon_kernels::channel_planes, row_major> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using packed = op::reorder_parameters;
  using transposition = hexagon_kernels::transposition_of<Call>;
  static constexpr std::string_view variant = "planes_to_rows";
  static constexpr std::size_t scratch = transposition::scratch;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    transposition::to_rows(borrowed, y, x);
  }
};

}  // namespace tenon
