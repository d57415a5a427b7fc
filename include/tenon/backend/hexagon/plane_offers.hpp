// SPDX-License-Identifier: Apache-2.0
// Which convolutions offer to work on planes, and what that is worth.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/channel_planes.hpp>
#include <tenon/backend/hexagon/convolution.hpp>
#include <tenon/backend/hexagon/plane_depthwise.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/kernel/layout.hpp>

namespace tenon::hexagon_kernels {

/// Bytes that a conversion reads and writes in the time of a packet: it takes some nine for a vector that comes and one
/// that goes. All packets here are what counting gave, rounded.
inline constexpr long long bytes_a_packet = 30;

/// Packets that a row-major depthwise convolution takes for a pixel. Vectors of channels that are not full are loaded
/// and stored in part.
constexpr long long packets_a_pixel(int channels) noexcept {
  const int vectors = round_up(channels, vector_bytes) / vector_bytes;
  return channels % vector_bytes == 0 ? vectors * 41 / 2 : vectors * 52;
}

/// True if planes are not mostly padding: vectors may hold half as many places again as there are pixels.
constexpr bool fills_planes(const op::image& in) noexcept {
  return in.batch == 1 && plane_geometry{in}.vectors() * vector_bytes * 2 <= in.rows * in.columns * 3;
}

constexpr layout_offer offer_planes(long long packets_of_rows, long long packets_of_planes) noexcept {
  return {channel_planes, {channel_planes}, (packets_of_rows - packets_of_planes) * bytes_a_packet};
}

/// What a depthwise convolution offers.
template <class Rule, window_over Over, int Multiple>
constexpr auto depthwise_layouts() noexcept {
  if constexpr (std::is_same_v<Rule, q31_rule> && Multiple == 1 && suits_planes(Over) && fills_planes(Over.in)) {
    constexpr long long pixels = Over.in.rows * Over.in.columns;
    constexpr long long rows = pixels * packets_a_pixel(Over.in.channels);
    constexpr long long planes = (plane_geometry{Over.in}.vectors() * 14 + 20) * Over.in.channels;
    return std::array{offer_planes(rows, planes)};
  } else {
    return std::array<layout_offer, 0>{};
  }
}

/// What a convolution with a window of one pixel offers.
template <class Rule, window_over Over, int Filters, int Groups>
constexpr auto pointwise_layouts() noexcept {
  if constexpr (std::is_same_v<Rule, q31_rule> && Groups == 1 && Over.is_pointwise() && Over.stays_inside() &&
                fills_planes(Over.in)) {
    constexpr long long words = round_up(Over.in.channels, 4) / 4;
    constexpr long long pixels = Over.in.rows * Over.in.columns;
    constexpr long long vectors = plane_geometry{Over.in}.vectors();
    constexpr long long rows = pixels * round_up(Filters, vector_words) / vector_words * (words + 7) / 2;
    constexpr long long planes = vectors * (round_up(Filters, 4) * (2 * words + 15) + Over.in.channels);
    return std::array{offer_planes(rows, planes)};
  } else {
    return std::array<layout_offer, 0>{};
  }
}

}  // namespace tenon::hexagon_kernels
