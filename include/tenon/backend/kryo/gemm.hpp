// SPDX-License-Identifier: Apache-2.0
// Register-tiled product of staged int8 rows and packed int8 weights, with the accumulators handed to an epilogue.
#pragma once

#include <tenon/backend/kryo/isa.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace tenon::kryo_kernels {

constexpr int round_up(int x, int unit) noexcept {
  return (x + unit - 1) / unit * unit;
}

/// How the weights of a Rows x Depth by Depth x Columns product lie in memory, and which register tile computes it.
///
/// Columns come in blocks of `vectors * lanes`, the rest in blocks of fewer vectors (powers of two). A block holds
/// [depth / depth_group][its columns][depth_group]; missing columns and the tail of depth are zero.
template <class Isa, int Rows, int Columns, int Depth>
struct gemm_layout {
  static_assert(Rows > 0 && Columns > 0 && Depth > 0);

  static constexpr int depth = round_up(Depth, Isa::depth_group);
  static constexpr int columns = round_up(Columns, Isa::lanes);
  /// Vectors of a block. Few rows leave registers free, which more columns put to use.
  static constexpr int vectors = [] {
    int chosen = Isa::tile_vectors;
    while (chosen < 8 && 2 * chosen * Rows <= Isa::tile_rows * Isa::tile_vectors) chosen *= 2;
    while (chosen > 1 && (chosen / 2) * Isa::lanes >= columns) chosen /= 2;
    return chosen;
  }();
  /// Rows of a tile: as equal as they can be, so that no tile has too few sums to hide the latency of `dot`.
  static constexpr int tile_rows = [] {
    const int most = Isa::tile_rows * Isa::tile_vectors / vectors;
    const int tiles = (Rows + most - 1) / most;
    return round_up((Rows + tiles - 1) / tiles, Isa::row_group);
  }();
  static constexpr std::size_t weight_count = static_cast<std::size_t>(columns) * static_cast<std::size_t>(depth);

  /// Vectors of the block that starts at a column; at most `vectors`.
  static constexpr int vectors_at(int column) noexcept {
    int chosen = vectors;
    while (chosen * Isa::lanes > columns - column) chosen /= 2;
    return chosen;
  }

  /// First column of the block that a column lies in.
  static constexpr int block_of(int column) noexcept {
    int first = column / (vectors * Isa::lanes) * vectors * Isa::lanes;
    while (first + vectors_at(first) * Isa::lanes <= column) first += vectors_at(first) * Isa::lanes;
    return first;
  }

  /// Where the weight of a column and a depth lies.
  static constexpr std::size_t index(int column, int k) noexcept {
    const int first = block_of(column);
    const int width = vectors_at(first) * Isa::lanes;
    constexpr int group = Isa::depth_group;
    return static_cast<std::size_t>(first) * static_cast<std::size_t>(depth) +
           static_cast<std::size_t>((k / group * width + (column - first)) * group + k % group);
  }

  /// Fills `to` (weight_count elements, zero before) with the int8 weights of column c and depth k, which stand at
  /// first[c * column_step + k * depth_step]; in the compiler or at run time. Depth may come in `runs` runs of `length`
  /// values, each of which is filled up to whole groups.
  static constexpr void pack(typename Isa::weight* to, const std::int8_t* first, std::ptrdiff_t column_step,
                             std::ptrdiff_t depth_step, int runs = 1, int length = Depth) noexcept {
    for (int column = 0; column < Columns; ++column) {
      const std::ptrdiff_t step = vectors_at(block_of(column)) * Isa::lanes * Isa::depth_group;
      auto group = static_cast<std::ptrdiff_t>(index(column, 0));
      std::ptrdiff_t from = column * column_step;
      for (int run = 0; run < runs; ++run)
        for (int k = 0; k < length; k += Isa::depth_group, group += step) {
          const int count = length - k < Isa::depth_group ? length - k : Isa::depth_group;
          for (int i = 0; i < count; ++i, from += depth_step) to[group + i] = first[from];
        }
    }
  }
};

/// The accumulators of a tile: [row][vector]; a row is added where the instruction set mixes two and their number is odd.
template <class Isa, int Rows, int Vectors>
struct tile {
  static constexpr int count = round_up(Rows, Isa::row_group) * Vectors;
  using indices = std::make_integer_sequence<int, count>;
  typename Isa::vector at[static_cast<std::size_t>(count)];
};

namespace detail {

template <class Isa>
inline constexpr int weights_step = Isa::lanes * Isa::depth_group / Isa::row_group;

/// One group of depth for all accumulators: acc[row][vector] += x[row] * w[vector].
template <class Isa, int Group, int Rows, int Vectors, int Pitch, int... I>
[[gnu::always_inline]] inline void multiply_group(tile<Isa, Rows, Vectors>& sums, const typename Isa::staged* x,
                                                  const typename Isa::weight* w,
                                                  std::integer_sequence<int, I...>) noexcept {
  ((sums.at[I] = Isa::template dot<Group>(sums.at[I], Isa::load_activations(x + I / Vectors * Pitch),
                                          Isa::load_weights(w + (Group * Vectors + I % Vectors) * weights_step<Isa>))),
   ...);
}

/// The same for the groups at the end of depth that do not fill a load of activations.
template <class Isa, int Rows, int Vectors, int Pitch, int... I>
[[gnu::always_inline]] inline void multiply_last_group(tile<Isa, Rows, Vectors>& sums,
                                                       const typename Isa::staged* x,
                                                       const typename Isa::weight* w,
                                                       std::integer_sequence<int, I...>) noexcept {
  ((sums.at[I] = Isa::template dot<0>(sums.at[I], Isa::broadcast(x + I / Vectors * Pitch),
                                      Isa::load_weights(w + I % Vectors * weights_step<Isa>))),
   ...);
}

/// The same where an accumulator mixes two rows: even rows of accumulators hold the even pairs of columns.
template <class Isa, int Rows, int Vectors, int Pitch, int... I>
[[gnu::always_inline]] inline void multiply_pairs(tile<Isa, Rows, Vectors>& sums, const typename Isa::staged* x,
                                                  const typename Isa::weight* w,
                                                  std::integer_sequence<int, I...>) noexcept {
  constexpr int last = Rows - 1;
  ((sums.at[I] = Isa::template dot<0>(
        sums.at[I],
        Isa::load_pair(x + I / Vectors / 2 * 2 * Pitch,
                       x + (I / Vectors / 2 * 2 + 1 > last ? last : I / Vectors / 2 * 2 + 1) * Pitch),
        Isa::load_weights(w + (I % Vectors * 2 + I / Vectors % 2) * weights_step<Isa>))),
   ...);
}

template <class Isa, int Rows, int Vectors, int Pitch, int... Group>
[[gnu::always_inline]] inline void multiply_groups(tile<Isa, Rows, Vectors>& sums, const typename Isa::staged* x,
                                                   const typename Isa::weight* w,
                                                   std::integer_sequence<int, Group...>) noexcept {
  using indices = typename tile<Isa, Rows, Vectors>::indices;
  (multiply_group<Isa, Group, Rows, Vectors, Pitch>(sums, x, w, indices{}), ...);
}

template <class Isa, int Rows, int Vectors, int... I>
[[gnu::always_inline]] inline void untangle(tile<Isa, Rows, Vectors>& sums, std::integer_sequence<int, I...>) noexcept {
  if constexpr (Isa::row_group == 2) {
    (Isa::untangle(sums.at[I / Vectors * 2 * Vectors + I % Vectors],
                   sums.at[(I / Vectors * 2 + 1) * Vectors + I % Vectors]),
     ...);
  }
}

}  // namespace detail

/// sums += x * w over all of a block's depth. `Pitch` is the distance of two rows of x, `Depth` the padded depth.
template <class Isa, int Depth, int Pitch, int Rows, int Vectors>
[[gnu::always_inline]] inline void accumulate(tile<Isa, Rows, Vectors>& sums, const typename Isa::staged* x,
                                              const typename Isa::weight* w) noexcept {
  using indices = typename tile<Isa, Rows, Vectors>::indices;
  using pairs = std::make_integer_sequence<int, tile<Isa, Rows, Vectors>::count / 2>;
  constexpr int groups = Depth / Isa::depth_group;
  constexpr int together = Isa::broadcast_groups;
  constexpr int step = Vectors * Isa::lanes * Isa::depth_group;
  detail::untangle<Isa>(sums, pairs{});
  for (int group = 0; group < groups / together; ++group) {
    if constexpr (Isa::row_group == 2) {
      detail::multiply_pairs<Isa, Rows, Vectors, Pitch>(sums, x, w, indices{});
    } else {
      detail::multiply_groups<Isa, Rows, Vectors, Pitch>(sums, x, w, std::make_integer_sequence<int, together>{});
    }
    x += together * Isa::depth_group;
    w += together * step;
  }
  if constexpr (groups % together != 0) {
    for (int group = 0; group < groups % together; ++group, x += Isa::depth_group, w += step)
      detail::multiply_last_group<Isa, Rows, Vectors, Pitch>(sums, x, w, indices{});
  }
  detail::untangle<Isa>(sums, pairs{});
}

/// The sums that a tile starts from: the biases of its columns.
struct from_bias {
  const std::int32_t* bias;

  template <class Isa, int Rows, int Vectors>
  [[gnu::always_inline]] void start(tile<Isa, Rows, Vectors>& sums, int, int column) const noexcept {
    for_each(sums, column, typename tile<Isa, Rows, Vectors>::indices{});
  }

 private:
  template <class Isa, int Rows, int Vectors, int... I>
  [[gnu::always_inline]] void for_each(tile<Isa, Rows, Vectors>& sums, int column,
                                       std::integer_sequence<int, I...>) const noexcept {
    ((sums.at[I] = Isa::load(bias + column + I % Vectors * Isa::lanes)), ...);
  }
};

/// Biases of the columns plus a value of each row of the tile: what a kernel zero point takes off.
struct from_bias_and_rows {
  const std::int32_t* bias;
  /// One value a row of the tile in work.
  const std::int32_t* offsets;

  template <class Isa, int Rows, int Vectors>
  [[gnu::always_inline]] void start(tile<Isa, Rows, Vectors>& sums, int, int column) const noexcept {
    for_each(sums, column, typename tile<Isa, Rows, Vectors>::indices{});
  }

 private:
  template <class Isa, int Rows, int Vectors, int... I>
  [[gnu::always_inline]] void for_each(tile<Isa, Rows, Vectors>& sums, int column,
                                       std::integer_sequence<int, I...>) const noexcept {
    ((sums.at[I] = Isa::add(Isa::load(bias + column + I % Vectors * Isa::lanes),
                            Isa::fill(offsets[I / Vectors < Rows ? I / Vectors : Rows - 1]))),
     ...);
  }
};

}  // namespace tenon::kryo_kernels
