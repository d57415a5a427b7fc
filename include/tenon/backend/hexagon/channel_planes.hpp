// SPDX-License-Identifier: Apache-2.0
// The storage order in which pixels of one channel lie side by side: what windows over each channel by themselves want.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/core/storage_order.hpp>
#include <tenon/op/image.hpp>

namespace tenon::hexagon_kernels {

/// Where the pixels of a plane lie: rows behind each other, with a column of padding between them that is the right
/// border of a row and the left border of the next, and rows of padding around. Vectors do not know rows: they take 128
/// places of the plane, padding and all.
struct plane_geometry {
  op::image image{};

  /// From a pixel to the one below.
  constexpr int pitch() const noexcept { return image.columns + 1; }
  /// Places of the first pixel up to the last, padding columns included.
  constexpr int places() const noexcept { return image.rows * pitch(); }
  constexpr int vectors() const noexcept { return round_up(places(), vector_bytes) / vector_bytes; }
  /// Padding before the first pixel of the first plane: the row above, and the column to its left.
  constexpr int lead() const noexcept { return round_up(pitch() + 1, vector_bytes); }
  /// From plane to plane: the padding below one is that above the next.
  constexpr int plane_bytes() const noexcept { return round_up(places() + pitch() + 1, vector_bytes); }
  constexpr int planes() const noexcept { return image.batch * image.channels; }
  /// Windows at the end of the last plane may be read up to a vector beyond it.
  constexpr int bytes() const noexcept { return lead() + planes() * plane_bytes() + vector_bytes; }

  /// The byte of a pixel.
  constexpr int place(int plane, int row, int column) const noexcept {
    return lead() + plane * plane_bytes() + row * pitch() + column;
  }
};

namespace detail {

constexpr std::size_t bytes_of_planes(const tensor_type& tensor) noexcept {
  return static_cast<std::size_t>(plane_geometry{op::image_of(tensor.extents)}.bytes());
}
constexpr std::size_t place_in_planes(const tensor_type& tensor, int element) noexcept {
  const plane_geometry planes{op::image_of(tensor.extents)};
  const op::image& in = planes.image;
  const int pixel = element / in.channels;
  const int row = pixel / in.columns;
  return static_cast<std::size_t>(
      planes.place(row / in.rows * in.channels + element % in.channels, row % in.rows, pixel % in.columns));
}

/// Conversions go by whole vectors of channels.
constexpr std::size_t bytes_to_convert(const tensor_type& tensor) noexcept {
  const plane_geometry planes{op::image_of(tensor.extents)};
  return 2 * static_cast<std::size_t>(planes.image.batch * planes.vectors() * vector_bytes *
                                      round_up(planes.image.channels, vector_bytes));
}

inline constexpr order_rules channel_planes_rules{"channel_planes", &bytes_of_planes, &place_in_planes, true,
                                                  vector_bytes,     &bytes_to_convert};

}  // namespace detail

/// Images of int8 as [channel][row][column] with padding of zero points; a byte holds 128 more than its number, as the
/// instructions want it that multiply vectors by scalars.
inline constexpr storage_order channel_planes{&detail::channel_planes_rules};

/// Puts padding between what kernels compute, who do not know where rows end.
template <plane_geometry Planes>
class plane_padding {
 public:
  static constexpr int scratch_bytes = 2 * Planes.vectors() * vector_bytes;

  /// Marks the places of pixels in borrowed memory at a vector's boundary, and fills the others.
  [[gnu::always_inline]] plane_padding(std::int8_t* borrowed, std::int32_t zero_point) noexcept
      : pixels_(borrowed), zero_(hvx::splat_bytes(zero_point - 128)) {
    for (int i = 0; i < Planes.vectors(); ++i) hvx::store(borrowed + 2 * i * vector_bytes, hvx::splat_bytes(-1));
    end_packet();
    for (int row = 0; row < Planes.image.rows; ++row) clear(borrowed, (row + 1) * Planes.pitch() - 1);
    for (int i = Planes.places(); i < Planes.vectors() * vector_bytes; ++i) clear(borrowed, i);
    end_packet();
    for (int i = 0; i < Planes.vectors(); ++i, borrowed += 2 * vector_bytes)
      hvx::store(borrowed + vector_bytes, hvx::bit_and(zero_, hvx::bit_xor(hvx::load(borrowed), hvx::splat_bytes(-1))));
  }

  /// Vector `index` of a plane, padding in the places that belong to no pixel.
  [[gnu::always_inline]] hvx::vector around(hvx::vector bytes, int index) const noexcept {
    const std::int8_t* const at = pixels_ + 2 * index * vector_bytes;
    return hvx::bit_or(hvx::bit_and(bytes, hvx::load(at)), hvx::load(at + vector_bytes));
  }

  /// Writes what is padding as a whole: before the first plane, and between planes.
  [[gnu::always_inline]] void surround(std::int8_t* y) const noexcept {
    for (int i = 0; i < Planes.lead(); i += vector_bytes) hvx::store_unaligned(y + i, zero_);
    for (int plane = 0; plane < Planes.planes(); ++plane)
      for (int i = Planes.vectors() * vector_bytes; i < Planes.plane_bytes(); i += vector_bytes)
        hvx::store_unaligned(y + Planes.lead() + plane * Planes.plane_bytes() + i, zero_);
  }

 private:
  [[gnu::always_inline]] static void clear(std::int8_t* marks, int place) noexcept {
    marks[place / vector_bytes * 2 * vector_bytes + place % vector_bytes] = 0;
  }

  const std::int8_t* pixels_;
  hvx::vector zero_;
};

}  // namespace tenon::hexagon_kernels
