// SPDX-License-Identifier: Apache-2.0
// A convolution of int16 by weights of int8: patches times weights, sums in int64; a dense layer is the convolution of
// one pixel.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/patch.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/op/linear_parameters.hpp>

namespace tenon::kryo_kernels {

/// Depth is filled up with weights of 0 to a multiple of this, so that compilers make vectors of all of it.
inline constexpr int int16_group = 16;

/// Products of int16 by weights without their zero point, 2^23 at most, that an int32 is sure to hold a sum of.
inline constexpr int int16_run = 240;

/// What a convolution of int16 streams: weights without their zero point, which takes a ninth bit and two bytes, and
/// which the instructions that multiply int16 want so anyway. What the input's zero point takes off is in the bias.
template <class Rule, int Columns, int Depth>
struct packed_int16 {
  static constexpr int pitch = round_up(Depth, int16_group);
  std::array<std::int16_t, static_cast<std::size_t>(Columns * pitch)> weights{};
  std::array<op::long_word, std::size_t{Columns}> bias{};
  std::array<typename Rule::factor, std::size_t{Columns}> factors{};
  std::int32_t input_zero_point{};
  std::int32_t output_zero_point{};
  std::int32_t low{};
  std::int32_t high{};

  /// Packs the output channels from `first` on; weights stand in the order [output][tap].
  template <class Parameters>
  constexpr void pack(const Parameters& w, int first) noexcept {
    input_zero_point = w.input_zero_point;
    output_zero_point = w.output_zero_point;
    low = w.low;
    high = w.high;
    for (int column = 0; column < Columns; ++column) {
      std::int64_t sum = 0;
      for (int k = 0; k < Depth; ++k) {
        const int weight = w.kernel[static_cast<std::size_t>((first + column) * Depth + k)] - w.kernel_zero_point;
        weights[static_cast<std::size_t>(column * pitch + k)] = static_cast<std::int16_t>(weight);
        sum += weight;
      }
      const auto from = static_cast<std::size_t>(first + column);
      const auto to = static_cast<std::size_t>(column);
      bias[to] = wrapping_sum(w.bias[from], -sum * w.input_zero_point);
      factors[to] = w.factors[from];
    }
  }

  [[gnu::always_inline]] static constexpr std::int64_t wrapping_sum(std::int64_t a, std::int64_t b) noexcept {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
  }
};

/// The sum of Length products, a multiple of int16_group. Bare, so that compilers find the instruction that adds pairs
/// of products (vpmaddwd, smlal).
template <int Length>
[[gnu::always_inline]] inline std::int64_t dot_int16(const std::int16_t* x, const std::int16_t* w) noexcept {
  constexpr int run = Length < int16_run ? Length : int16_run;
  std::int64_t sum = 0;
  for (int first = 0; first + run <= Length; first += run) {
    std::int32_t part = 0;
    for (int k = 0; k < run; ++k) part += std::int32_t{x[first + k]} * w[first + k];
    sum += part;
  }
  if constexpr (Length % run != 0) {
    constexpr int rest = Length / run * run;
    sum += dot_int16<Length % run>(x + rest, w + rest);
  }
  return sum;
}

/// Rows x columns and the way from image to result of one convolution without groups (or of one group of it).
template <class Rule, window_geometry Geometry, int Columns>
struct int16_convolution {
  using packed = packed_int16<Rule, Columns, Geometry.depth()>;
  static constexpr bool in_place = Geometry.pointwise() && packed::pitch == Geometry.depth();
  static constexpr std::size_t scratch = in_place ? 0 : static_cast<std::size_t>(packed::pitch) * sizeof(std::int16_t);

  /// image: input pixels, `pixel_pitch` apart. y: outputs, `result_pitch` apart, Columns of each.
  [[gnu::always_inline]] static void run(const packed& with, std::byte* borrowed, std::int16_t* y,
                                         std::ptrdiff_t result_pitch, const std::int16_t* image) noexcept {
    auto* const staged = reinterpret_cast<std::int16_t*>(borrowed);
    if constexpr (!in_place)
      for (int k = Geometry.depth(); k < packed::pitch; ++k) staged[k] = 0;
    for (int row = 0; row < Geometry.output_rows; ++row)
      for (int column = 0; column < Geometry.output_columns; ++column, y += result_pitch) {
        if constexpr (in_place) {
          multiply(with, image + (row * Geometry.output_columns + column) * Geometry.pixel_pitch, y);
        } else {
          stage_patch<Geometry>(image, row, column, static_cast<std::int16_t>(with.input_zero_point), staged);
          multiply(with, staged, y);
        }
      }
  }

 private:
  /// All columns of one output.
  [[gnu::always_inline]] static void multiply(const packed& with, const std::int16_t* x, std::int16_t* y) noexcept {
    for (int column = 0; column < Columns; ++column) {
      const auto at = static_cast<std::size_t>(column);
      const std::int64_t sum = packed::wrapping_sum(
          with.bias[at], dot_int16<packed::pitch>(x, with.weights.data() + column * packed::pitch));
      const std::int32_t scaled = wrapping_add(Rule::apply(sum, with.factors[at]), with.output_zero_point);
      y[column] = static_cast<std::int16_t>(scaled < with.low ? with.low : scaled > with.high ? with.high : scaled);
    }
  }
};

}  // namespace tenon::kryo_kernels
