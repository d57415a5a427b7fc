// SPDX-License-Identifier: Apache-2.0
// A convolution of a rounded input: int8 products as in convolve.hpp, whose sums become real numbers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <tenon/backend/kryo/batches.hpp>
#include <tenon/backend/kryo/gemm_loop.hpp>
#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/product.hpp>
#include <tenon/op/dynamic_range.hpp>

namespace tenon::kryo_kernels {

/// What such a product streams: weights as in packed_product, and for each column the sum of its weights, its scale and
/// its bias.
template <class Isa, int Rows, int Columns, int Depth>
struct packed_rounded_product {
  using layout = gemm_layout<Isa, Rows, Columns, Depth>;
  static constexpr std::size_t columns = static_cast<std::size_t>(layout::columns);
  static constexpr std::size_t alignment = sizeof(typename Isa::weights) < 8 ? 8 : sizeof(typename Isa::weights);
  static constexpr std::size_t weight_room = [] {
    constexpr std::size_t others = 3 * columns * sizeof(float) + 2 * sizeof(float);
    constexpr std::size_t bytes = layout::weight_count * sizeof(typename Isa::weight) + others;
    return ((bytes + alignment - 1) / alignment * alignment - others) / sizeof(typename Isa::weight);
  }();

  alignas(alignment) std::array<typename Isa::weight, weight_room> weights{};
  std::array<std::int32_t, columns> sums{};
  std::array<float, columns> scales{};
  std::array<float, columns> bias{};
  float low{};
  float high{};

  /// Packs the output channels from `first` on; weights stand in the order [output][tap].
  template <class Parameters>
  constexpr void pack(const Parameters& w, int first) noexcept {
    layout::pack(weights.data(), w.kernel.data() + first * Depth, Depth, 1);
    for (int column = 0; column < Columns; ++column) {
      const auto to = static_cast<std::size_t>(column), from = static_cast<std::size_t>(first + column);
      sums[to] = static_cast<std::int32_t>(weight_sums::of(w.kernel.data() + (first + column) * Depth, 1, Depth, 0).weights);
      scales[to] = w.scales[from];
      bias[to] = w.bias[from];
    }
    low = w.low;
    high = w.high;
  }
};

/// Scales, shifts, bounds and writes tiles: an epilogue of `multiply_rows`. y = sum * (input scale * scale) + bias.
template <class Isa>
struct store_reals {
  const float* scales;
  const float* bias;
  float input_scale;
  float low;
  float high;
  float* y;
  std::ptrdiff_t pitch;

  template <int Valid, int Rows, int Vectors>
  [[gnu::always_inline]] void store(const tile<Isa, Rows, Vectors>& sums, int row, int column) const noexcept {
    store_all<Valid>(sums, row, column, std::make_integer_sequence<int, Rows * Vectors>{});
  }

 private:
  using reals = typename sized_floats<Isa::lanes>::type;
  using integers = xsimd::batch<std::int32_t, typename reals::arch_type>;

  template <int Valid, int Rows, int Vectors, int... I>
  [[gnu::always_inline]] void store_all(const tile<Isa, Rows, Vectors>& sums, int row, int column,
                                        std::integer_sequence<int, I...>) const noexcept {
    (store_vector<Valid - I % Vectors * Isa::lanes>(sums.at[I], row + I / Vectors, column + I % Vectors * Isa::lanes),
     ...);
  }

  template <int Valid>
  [[gnu::always_inline]] void store_vector(typename Isa::vector sum, int row, int column) const noexcept {
    if constexpr (Valid > 0) {
      alignas(64) std::int32_t lanes[static_cast<std::size_t>(Isa::lanes)];
      Isa::store(lanes, sum);
      const reals factor = reals(input_scale) * reals::load_unaligned(scales + column);
      const reals scaled = xsimd::to_float(integers::load_aligned(lanes)) * factor;
      const reals shifted = scaled + reals::load_unaligned(bias + column);
      const reals result = xsimd::min(xsimd::max(shifted, reals(low)), reals(high));
      float* const to = y + row * pitch + column;
      if constexpr (Valid >= Isa::lanes) {
        result.store_unaligned(to);
      } else {
        alignas(64) float part[static_cast<std::size_t>(Isa::lanes)];
        result.store_aligned(part);
        for (int i = 0; i < Valid; ++i) to[i] = part[i];
      }
    }
  }
};

/// Rows x columns and the way from rounded image to real result of one convolution without groups (or of one group).
template <class Isa, window_geometry Geometry, int Columns>
struct rounded_convolution {
  using packed = packed_rounded_product<Isa, Geometry.outputs(), Columns, Geometry.depth()>;
  using layout = typename packed::layout;
  static constexpr int pitch = reads_in_place<Isa, Geometry> ? Geometry.pixel_pitch : staged_pitch<Isa, Geometry>;
  static constexpr std::size_t tile_bytes =
      reads_in_place<Isa, Geometry>
          ? 0
          : static_cast<std::size_t>(round_up(layout::tile_rows * pitch * static_cast<int>(sizeof(typename Isa::staged)), 64));
  /// Bytes borrowed for one staged tile and the sums from which columns start.
  static constexpr std::size_t scratch = tile_bytes + packed::columns * sizeof(std::int32_t);

  /// image: input_rows x input_columns pixels of q, `pixel_pitch` apart. y: outputs, `result_pitch` apart.
  [[gnu::always_inline]] static void run(const packed& with, const op::input_rounding& by, std::byte* borrowed, float* y,
                                         std::ptrdiff_t result_pitch, const std::int8_t* image) noexcept {
    auto* const starts = reinterpret_cast<std::int32_t*>(borrowed + tile_bytes);
    // What the zero point and staging add to each product is taken off beforehand.
    for (std::size_t column = 0; column < packed::columns; ++column)
      starts[column] = -(by.zero_point + Isa::stage_offset) * with.sums[column];
    const store_reals<Isa> epilogue{with.scales.data(), with.bias.data(), by.scale, with.low, with.high, y, result_pitch};
    for_row_tiles<layout, Geometry.outputs()>(
        body{with, reinterpret_cast<typename Isa::staged*>(borrowed), image, starts, by.zero_point, epilogue});
  }

 private:
  struct body {
    const packed& with;
    typename Isa::staged* staged;
    const std::int8_t* image;
    const std::int32_t* starts;
    std::int32_t zero_point;
    const store_reals<Isa>& epilogue;

    template <int Count>
    [[gnu::always_inline]] void rows(int row) const noexcept {
      const typename Isa::staged* x = staged;
      if constexpr (reads_in_place<Isa, Geometry>) {
        x = reinterpret_cast<const typename Isa::staged*>(image + static_cast<std::ptrdiff_t>(row) * pitch);
      } else {
        stage_outputs<Isa, Geometry, Count>(image, row, zero_point, staged);
      }
      multiply_rows<Isa, layout, Count, Columns, pitch>(x, with.weights.data(), from_bias{starts}, row, epilogue);
    }
  };
};

}  // namespace tenon::kryo_kernels
