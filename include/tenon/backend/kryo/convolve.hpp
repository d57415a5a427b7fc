// SPDX-License-Identifier: Apache-2.0
// An int8 convolution as staged tiles times packed weights; a dense layer is the convolution of one pixel.
#pragma once

#include <tenon/backend/kryo/gemm_loop.hpp>
#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/product.hpp>

#include <cstddef>
#include <cstdint>

namespace tenon::kryo_kernels {

/// Rows x columns and the way from image to result of one convolution without groups (or of one group of it).
template <class Isa, class Rule, window_geometry Geometry, int Columns>
struct convolution {
  using packed = packed_product<Isa, Rule, Geometry.outputs(), Columns, Geometry.depth()>;
  using layout = typename packed::layout;
  static constexpr int pitch = reads_in_place<Isa, Geometry> ? Geometry.pixel_pitch : staged_pitch<Isa, Geometry>;
  /// Bytes borrowed for one staged tile; 0 where rows are read in place.
  static constexpr std::size_t scratch =
      reads_in_place<Isa, Geometry>
          ? 0
          : static_cast<std::size_t>(layout::tile_rows) * static_cast<std::size_t>(pitch) * sizeof(typename Isa::staged);

  /// image: input_rows x input_columns pixels, `pixel_pitch` apart. y: outputs, `result_pitch` apart, Columns of each.
  [[gnu::always_inline]] static void run(const packed& with, std::byte* borrowed, std::int8_t* y,
                                         std::ptrdiff_t result_pitch, const std::int8_t* image) noexcept {
    auto* const staged = reinterpret_cast<typename Isa::staged*>(borrowed);
    with_store_int8<Isa>(with.output, y, result_pitch, [&](const auto& epilogue) __attribute__((always_inline)) {
      for_row_tiles<layout, Geometry.outputs()>(body<decltype(epilogue)>{with, staged, image, epilogue});
    });
  }

 private:
  template <class Epilogue>
  struct body {
    const packed& with;
    typename Isa::staged* staged;
    const std::int8_t* image;
    Epilogue epilogue;

    template <int Count>
    [[gnu::always_inline]] void rows(int row) const noexcept {
      const typename Isa::staged* x = staged;
      if constexpr (reads_in_place<Isa, Geometry>) {
        x = reinterpret_cast<const typename Isa::staged*>(image + static_cast<std::ptrdiff_t>(row) * pitch);
      } else {
        stage_outputs<Isa, Geometry, Count>(image, row, with.input_zero_point, staged);
      }
      if (with.kernel_zero_point == 0) multiply<Count>(x, from_bias{with.bias.data()}, row);
      else multiply_with_offsets<Count>(x, row);
    }

   private:
    template <int Count>
    [[gnu::always_inline]] void multiply_with_offsets(const typename Isa::staged* x, int row) const noexcept {
      std::int32_t offsets[static_cast<std::size_t>(Count)];
      for (int i = 0; i < Count; ++i)
        offsets[i] = row_offset<Isa>(x + i * pitch, Geometry.depth(), with.input_zero_point, with.kernel_zero_point);
      multiply<Count>(x, from_bias_and_rows{with.bias.data(), offsets}, row);
    }

    template <int Count, class Start>
    [[gnu::always_inline]] void multiply(const typename Isa::staged* x, const Start& start, int row) const noexcept {
      multiply_rows<Isa, layout, Count, Columns, pitch>(x, with.weights.data(), start, row, epilogue);
    }
  };
};

}  // namespace tenon::kryo_kernels
