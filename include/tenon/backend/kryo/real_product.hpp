// SPDX-License-Identifier: Apache-2.0
// Register-tiled product of rows of real numbers and packed weights, bounded and stored.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <tenon/backend/kryo/batches.hpp>

namespace tenon::kryo_kernels {

/// The register tile of a Columns x Depth product: weights lie in blocks of `vectors` batches, [depth][columns of the
/// block]; missing columns are zero.
template <int Columns, int Depth>
struct real_layout {
  static constexpr int columns = (Columns + float_lanes - 1) / float_lanes * float_lanes;
  /// Batches of a block: two, so that each number of a row is used twice.
  static constexpr int vectors = columns >= 2 * float_lanes ? 2 : 1;
  /// Rows of a tile: as many sums as leave registers for two weights and one number of a row.
  static constexpr int tile_rows = (float_lanes >= 16 ? 28 : 12) / vectors;
  static constexpr std::size_t weight_count = static_cast<std::size_t>(columns) * static_cast<std::size_t>(Depth);

  static constexpr int width_at(int column) noexcept {
    return columns - column >= vectors * float_lanes ? vectors * float_lanes : float_lanes;
  }
};

/// What a product of real numbers streams.
template <int Columns, int Depth>
struct packed_reals {
  using layout = real_layout<Columns, Depth>;
  std::array<float, layout::weight_count> weights{};
  std::array<float, static_cast<std::size_t>(layout::columns)> bias{};
  float low{};
  float high{};

  /// Fills in the weights of column c and depth k, which stand at first[c * Depth + k], and the biases.
  constexpr void pack(const float* first, const float* biases, float lowest, float highest) noexcept {
    low = lowest;
    high = highest;
    std::size_t at = 0;
    for (int block = 0; block < layout::columns; block += layout::width_at(block))
      for (int k = 0; k < Depth; ++k)
        for (int c = block; c < block + layout::width_at(block); ++c, ++at)
          weights[at] = c < Columns ? first[c * Depth + k] : 0.0f;
    for (int c = 0; c < Columns; ++c) bias[static_cast<std::size_t>(c)] = biases[c];
  }
};

namespace detail {

/// The sums of Rows x Vectors batches. Every loop over them is spelled out, as compilers keep only those in registers.
template <int Rows, int Vectors>
struct real_sums {
  using indices = std::make_integer_sequence<int, Rows * Vectors>;
  floats at[static_cast<std::size_t>(Rows * Vectors)];

  template <int... I>
  [[gnu::always_inline]] void start(const float* bias, std::integer_sequence<int, I...>) noexcept {
    ((at[I] = floats::load_unaligned(bias + I % Vectors * float_lanes)), ...);
  }
  template <int... I>
  [[gnu::always_inline]] void multiply(const float* x, std::ptrdiff_t pitch, const float* w,
                                       std::integer_sequence<int, I...>) noexcept {
    ((at[I] =
          multiply_add(floats(x[I / Vectors * pitch]), floats::load_unaligned(w + I % Vectors * float_lanes), at[I])),
     ...);
  }
  template <int Valid, int... I>
  [[gnu::always_inline]] void store(float low, float high, float* y, std::ptrdiff_t pitch,
                                    std::integer_sequence<int, I...>) const noexcept {
    const floats lowest(low);
    const floats highest(high);
    (store_batch<Valid - I % Vectors * float_lanes>(xsimd::min(xsimd::max(at[I], lowest), highest),
                                                    y + I / Vectors * pitch + I % Vectors * float_lanes),
     ...);
  }

 private:
  template <int Left>
  [[gnu::always_inline]] static void store_batch(const floats& x, float* y) noexcept {
    if constexpr (Left >= float_lanes) x.store_unaligned(y);
    else if constexpr (Left > 0) store_part(x, y, Left);
  }
};

template <int Rows, int Vectors, int Valid, int Depth>
[[gnu::always_inline]] inline void real_tile(const float* x, std::ptrdiff_t pitch, const float* w, const float* bias,
                                             float low, float high, float* y, std::ptrdiff_t result_pitch) noexcept {
  using indices = typename real_sums<Rows, Vectors>::indices;
  real_sums<Rows, Vectors> sums;
  sums.start(bias, indices{});
  for (int k = 0; k < Depth; ++k) sums.multiply(x + k, pitch, w + k * Vectors * float_lanes, indices{});
  sums.template store<Valid>(low, high, y, result_pitch, indices{});
}

template <int Rows, int Columns, int Depth, int Column>
[[gnu::always_inline]] inline void real_last_columns(const float* x, std::ptrdiff_t pitch,
                                                     const packed_reals<Columns, Depth>& with, float* y,
                                                     std::ptrdiff_t result_pitch) noexcept {
  using layout = real_layout<Columns, Depth>;
  if constexpr (Column < Columns) {
    constexpr int width = layout::width_at(Column);
    real_tile<Rows, width / float_lanes, Columns - Column, Depth>(
        x, pitch, with.weights.data() + static_cast<std::ptrdiff_t>(Column) * Depth, with.bias.data() + Column,
        with.low, with.high, y + Column, result_pitch);
    real_last_columns<Rows, Columns, Depth, Column + width>(x, pitch, with, y, result_pitch);
  }
}

}  // namespace detail

/// All columns of `Rows` rows of x, `pitch` apart; Rows is at most a tile's.
template <int Rows, int Columns, int Depth>
[[gnu::always_inline]] inline void multiply_reals(const float* x, std::ptrdiff_t pitch,
                                                  const packed_reals<Columns, Depth>& with, float* y,
                                                  std::ptrdiff_t result_pitch) noexcept {
  using layout = real_layout<Columns, Depth>;
  constexpr int width = layout::vectors * float_lanes;
  constexpr int whole = Columns / width * width;
  for (int column = 0; column < whole; column += width)
    detail::real_tile<Rows, layout::vectors, width, Depth>(
        x, pitch, with.weights.data() + static_cast<std::ptrdiff_t>(column) * Depth, with.bias.data() + column,
        with.low, with.high, y + column, result_pitch);
  detail::real_last_columns<Rows, Columns, Depth, whole>(x, pitch, with, y, result_pitch);
}

}  // namespace tenon::kryo_kernels
