// SPDX-License-Identifier: Apache-2.0
// Windows over each channel by themselves: four taps of a channel meet in one word, and weights lie as those want them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/convolution.hpp>
#include <tenon/backend/hexagon/halves.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/backend/hexagon/requantization.hpp>

namespace tenon::hexagon_kernels {

/// Four taps of 128 channels, a word a channel, in the order of `lane_of`.
using tap_words = std::array<hvx::vector, 4>;

[[gnu::always_inline]] inline tap_words gather_taps(hvx::vector first, hvx::vector second, hvx::vector third,
                                                    hvx::vector fourth) noexcept {
  const hvx::pair upper = hvx::pair_bytes(second, first);
  const hvx::pair lower = hvx::pair_bytes(fourth, third);
  const hvx::pair even = hvx::pair_halves(hvx::low(lower), hvx::low(upper));
  const hvx::pair odd = hvx::pair_halves(hvx::high(lower), hvx::high(upper));
  return {hvx::low(even), hvx::high(even), hvx::low(odd), hvx::high(odd)};
}

/// Taps in groups of up to four from one column of the window: `parts` groups a column.
template <window_over Over, int Channels>
struct depthwise_layout {
  static constexpr int columns = Over.moving.size.columns;
  static constexpr int parts = (Over.moving.size.rows + 3) / 4;
  static constexpr int groups = columns * parts;
  static constexpr int blocks = round_up(Channels, vector_bytes) / vector_bytes;
  static constexpr std::size_t size = static_cast<std::size_t>(blocks * groups * 4 * vector_bytes);

  /// Rows of part `part` of a column.
  static constexpr int rows_of(int part) noexcept {
    return Over.moving.size.rows - 4 * part < 4 ? Over.moving.size.rows - 4 * part : 4;
  }

  /// Where the weight of a channel and a tap lies.
  static constexpr std::size_t index(int channel, int row, int column) noexcept {
    const int group = column * parts + row / 4;
    const int block = channel / vector_bytes;
    return static_cast<std::size_t>(((block * groups + group) * vector_bytes + lane_of(channel % vector_bytes)) * 4 +
                                    row % 4);
  }
};

template <class Rule, window_over Over, int Channels>
struct packed_depthwise {
  using layout = depthwise_layout<Over, Channels>;
  static constexpr int lanes = round_up(Channels, vector_bytes);
  requantization<Rule, lanes> output{};
  std::array<std::int32_t, static_cast<std::size_t>(lanes)> bias{};
  alignas(vector_bytes) std::array<std::int8_t, layout::size> weights{};
  std::int32_t input_zero_point{};
  std::int32_t kernel_zero_point{};
  std::array<std::int32_t, 30> unused{};
};

}  // namespace tenon::hexagon_kernels
