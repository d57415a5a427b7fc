// SPDX-License-Identifier: Apache-2.0
// resize on the kryo backend: positions come from tables of the compiler, pixels are copied or mixed channel
// by channel.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/resize.hpp>

namespace tenon {
namespace kryo_kernels {

/// Positions of every row or column of a resized image.
template <op::resampling Axis>
inline constexpr auto nearest_positions = [] {
  std::array<int, static_cast<std::size_t>(Axis.out)> positions{};
  for (int i = 0; i < Axis.out; ++i) positions[static_cast<std::size_t>(i)] = Axis.nearest_to(i);
  return positions;
}();

template <op::resampling Axis, class Fraction>
inline constexpr auto neighbours = [] {
  std::array<op::tap<Fraction>, static_cast<std::size_t>(Axis.out)> taps{};
  for (int i = 0; i < Axis.out; ++i) {
    if constexpr (std::is_same_v<Fraction, float>)
      taps[static_cast<std::size_t>(i)] = Axis.between(i);
    else
      taps[static_cast<std::size_t>(i)] = Axis.between_fixed(i);
  }
  return taps;
}();

/// Mixes the channels of four pixels; the order of the float steps is the reference's.
template <int Channels>
[[gnu::always_inline]] inline void mix_pixels(float* y, const float* x00, const float* x01, const float* x10,
                                              const float* x11, float down, float right) noexcept {
  const float up = 1.0f - down;
  const float left = 1.0f - right;
  for (int c = 0; c < Channels; ++c)
    y[c] = x00[c] * up * left + x10[c] * down * left + x01[c] * up * right + x11[c] * down * right;
}

template <int Channels, class Integer>
[[gnu::always_inline]] inline void mix_pixels(Integer* y, const Integer* x00, const Integer* x01, const Integer* x10,
                                              const Integer* x11, std::int32_t down, std::int32_t right) noexcept {
  using sum_type = std::conditional_t<sizeof(Integer) == 1, std::int32_t, std::int64_t>;
  const sum_type w00 = (1024 - down) * (1024 - right);
  const sum_type w01 = (1024 - down) * right;
  const sum_type w10 = down * (1024 - right);
  const sum_type w11 = down * right;
  for (int c = 0; c < Channels; ++c) {
    const sum_type sum = x00[c] * w00 + x01[c] * w01 + x10[c] * w10 + x11[c] * w11;
    // Halves away from zero: below zero, one unit less is added before the floor.
    y[c] = static_cast<Integer>((sum + (1 << 19) - (sum < 0 ? 1 : 0)) >> 20);
  }
}

}  // namespace kryo_kernels

template <class Isa, calls<op::resize_> Call>
requires(Call::op::method == interpolation::nearest || Call::x.type == f32 ||
         Call::x.type == i8 || Call::x.type == i16) struct kernel<kryo_on<Isa>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant =
      Call::op::method == interpolation::nearest ? "nearest" : "bilinear";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y,
                                         const value_type* x) noexcept {
    for (int batch = 0; batch < out.batch; ++batch, x += in.rows * in_row)
      for (int row = 0; row < out.rows; ++row, y += out.columns * out.channels) {
        if constexpr (Call::op::method == interpolation::nearest)
          copy_pixels(y, x, static_cast<std::size_t>(row));
        else
          mix_row(y, x, static_cast<std::size_t>(row));
      }
  }

 private:
  static constexpr op::image in = op::image_of(Call::x.extents);
  static constexpr op::image out = op::image_of(Call::y.extents);
  static constexpr op::resampling rows = Call::op::rows_of(Call::x.extents);
  static constexpr op::resampling columns = Call::op::columns_of(Call::x.extents);
  static constexpr int in_row = in.columns * in.channels;

  [[gnu::always_inline]] static void copy_pixels(value_type* y, const value_type* x,
                                                 std::size_t row) noexcept {
    const value_type* const from = x + kryo_kernels::nearest_positions<rows>[row] * in_row;
    for (const int column : kryo_kernels::nearest_positions<columns>) {
      kryo_kernels::copy_row<in.channels, 1>(y, from + column * in.channels);
      y += in.channels;
    }
  }

  [[gnu::always_inline]] static void mix_row(value_type* y, const value_type* x, std::size_t row) noexcept {
    using fraction = std::conditional_t<Call::x.type == f32, float, std::int32_t>;
    const op::tap<fraction> down = kryo_kernels::neighbours<rows, fraction>[row];
    const value_type* const above = x + down.low * in_row;
    const value_type* const below = x + down.high * in_row;
    for (const op::tap<fraction>& right : kryo_kernels::neighbours<columns, fraction>) {
      const int low = right.low * in.channels;
      const int high = right.high * in.channels;
      kryo_kernels::mix_pixels<in.channels>(y, above + low, above + high, below + low, below + high,
                                            down.fraction, right.fraction);
      y += in.channels;
    }
  }
};

}  // namespace tenon
