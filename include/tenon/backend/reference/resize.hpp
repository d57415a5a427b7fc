// SPDX-License-Identifier: Apache-2.0
// resize on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/resize.hpp>

namespace tenon {
namespace reference_resize {

/// Numbers mixed as they are.
struct real_mix {
  static constexpr op::tap<float> between(const op::resampling& axis, int index) noexcept {
    return axis.between(index);
  }

  [[gnu::always_inline]] static constexpr float mix(float x00, float x01, float x10, float x11, float down,
                                                    float right) noexcept {
    return x00 * (1.0f - down) * (1.0f - right) + x10 * down * (1.0f - right) + x01 * (1.0f - down) * right +
           x11 * down * right;
  }
};

/// Integers mixed with 20 bits behind the point; halves away from zero.
struct integer_mix {
  static constexpr op::tap<std::int32_t> between(const op::resampling& axis, int index) noexcept {
    return axis.between_fixed(index);
  }

  /// Of int8 or int16, in numbers that have room for both.
  template <class Value>
  [[gnu::always_inline]] static constexpr Value mix(Value x00, Value x01, Value x10, Value x11, std::int32_t down,
                                                    std::int32_t right) noexcept {
    const std::int64_t up = 1024 - down;
    const std::int64_t left = 1024 - right;
    const std::int64_t sum = x00 * up * left + x10 * down * left + x01 * up * right + x11 * std::int64_t{down} * right;
    const std::int64_t magnitude = ((sum < 0 ? -sum : sum) + (1 << 19)) / (1 << 20);
    return static_cast<Value>(sum < 0 ? -magnitude : magnitude);
  }
};

}  // namespace reference_resize

template <calls<op::resize_> Call>
requires(Call::op::method == interpolation::nearest || Call::x.type == f32 ||
         Call::x.type == i8 || Call::x.type == i16) struct kernel<reference, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant =
      Call::op::method == interpolation::nearest ? "nearest" : "bilinear";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    for (int batch = 0; batch < out.batch; ++batch, x += in.rows * in.columns * in.channels)
      for (int row = 0; row < out.rows; ++row)
        for (int column = 0; column < out.columns; ++column, y += out.channels)
          write_pixel(y, x, row, column);
  }

 private:
  static constexpr op::image in = op::image_of(Call::x.extents);
  static constexpr op::image out = op::image_of(Call::y.extents);
  static constexpr op::resampling rows = Call::op::rows_of(Call::x.extents);
  static constexpr op::resampling columns = Call::op::columns_of(Call::x.extents);

  [[gnu::always_inline]] static constexpr const value_type* pixel(const value_type* x, int row,
                                                                  int column) noexcept {
    return x + (row * in.columns + column) * in.channels;
  }

  [[gnu::always_inline]] static constexpr void write_pixel(value_type* y, const value_type* x, int row,
                                                           int column) noexcept {
    if constexpr (Call::op::method == interpolation::nearest) {
      const value_type* from = pixel(x, rows.nearest_to(row), columns.nearest_to(column));
      for (int c = 0; c < out.channels; ++c) y[c] = from[c];
    } else {
      using mixing =
          std::conditional_t<Call::x.type == f32, reference_resize::real_mix, reference_resize::integer_mix>;
      const auto down = mixing::between(rows, row);
      const auto right = mixing::between(columns, column);
      for (int c = 0; c < out.channels; ++c)
        y[c] = mixing::mix(pixel(x, down.low, right.low)[c], pixel(x, down.low, right.high)[c],
                           pixel(x, down.high, right.low)[c], pixel(x, down.high, right.high)[c],
                           down.fraction, right.fraction);
    }
  }
};

}  // namespace tenon
