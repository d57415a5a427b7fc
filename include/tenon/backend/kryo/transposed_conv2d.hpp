// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d on the kryo backend: the filters of a group side by side, sums in registers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/channels.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/transposed_conv2d.hpp>

namespace tenon {

template <class Isa, calls<op::transposed_conv2d_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  /// Portable parameters whose kernel is in the order [tap][filter] within each group.
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  using sum_type = std::conditional_t<Call::x.type == f32, float,
                                      std::conditional_t<Call::x.type == i16, std::int64_t, std::int32_t>>;
  static constexpr std::string_view variant = "filters";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& given) noexcept {
    packed made = given;
    for (int group = 0; group < op::group_count; ++group)
      for (int filter = 0; filter < filters; ++filter)
        for (int tap = 0; tap < packed::taps; ++tap) {
          const int start = group * filters * packed::taps;
          made.kernel[static_cast<std::size_t>(start + tap * filters + filter)] =
              given.kernel[static_cast<std::size_t>(start + filter * packed::taps + tap)];
        }
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, value_type* y, const value_type* x) noexcept {
    for (int batch = 0; batch < out.batch; ++batch, x += in.rows * in.columns * in.channels)
      for (int row = 0; row < out.rows; ++row)
        for (int column = 0; column < out.columns; ++column, y += out.channels)
          for (int group = 0; group < op::group_count; ++group) make_pixel(w, y, x, row, column, group);
  }

 private:
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  static constexpr tenon::op::sliding moving = op::moving;
  static constexpr int channels = in.channels / op::group_count;
  static constexpr int filters = op::filter_count / op::group_count;

  /// The filters of a group on one pixel of the result.
  [[gnu::always_inline]] static void make_pixel(const packed& w, value_type* y, const value_type* x, int row,
                                                int column, int group) noexcept {
    kryo_kernels::for_each_channel_block<filters>([&](auto size, int first) __attribute__((always_inline)) {
      const int output = group * filters + first;
      kryo_kernels::channel_numbers<sum_type, size()> sums(0);
      for (int c = 0; c < size(); ++c) sums.at[c] = w.bias[static_cast<std::size_t>(output + c)];
      for_each_tap(row, column, [&](int tap, int pixel) __attribute__((always_inline)) {
        const value_type* const from = x + pixel * in.channels + group * channels;
        const auto* weights = w.kernel.data() + (group * packed::taps + tap * channels) * filters + first;
        for (int k = 0; k < channels; ++k, weights += filters) add_products(w, sums, from[k], weights);
      });
      for (int c = 0; c < size(); ++c) y[output + c] = store(w, output + c, sums.at[c]);
    });
  }

  /// Calls `body(tap, pixel)` for each tap that brings a pixel of the input to one of the result.
  template <class Body>
  [[gnu::always_inline]] static void for_each_tap(int row, int column, const Body& body) noexcept {
    using tenon::op::transposed_source;
    for (int i = 0; i < moving.size.rows; ++i) {
      const int from_row = transposed_source(row, i, moving.step.rows, moving.spread.rows, moving.around.top, in.rows);
      if (from_row < 0) continue;
      for (int j = 0; j < moving.size.columns; ++j) {
        const int from_column =
            transposed_source(column, j, moving.step.columns, moving.spread.columns, moving.around.left, in.columns);
        if (from_column >= 0) body(i * moving.size.columns + j, from_row * in.columns + from_column);
      }
    }
  }

  template <int Size, class Weight>
  [[gnu::always_inline]] static void add_products([[maybe_unused]] const packed& w,
                                                  kryo_kernels::channel_numbers<sum_type, Size>& sums, value_type x,
                                                  const Weight* weights) noexcept {
    if constexpr (Call::x.type == f32) {
      for (int c = 0; c < Size; ++c) sums.at[c] += weights[c] * x;
    } else if constexpr (Call::x.type == i16) {
      const std::int32_t moved = x - w.input_zero_point;
      for (int c = 0; c < Size; ++c) {
        const std::int64_t product = std::int64_t{weights[c] - w.kernel_zero_point} * moved;
        sums.at[c] = static_cast<std::int64_t>(static_cast<std::uint64_t>(sums.at[c]) + static_cast<std::uint64_t>(product));
      }
    } else {
      const std::int32_t moved = x - w.input_zero_point;
      for (int c = 0; c < Size; ++c) sums.at[c] = wrapping_add(sums.at[c], (weights[c] - w.kernel_zero_point) * moved);
    }
  }

  [[gnu::always_inline]] static value_type store(const packed& w, int output, sum_type sum) noexcept {
    if constexpr (Call::x.type == f32) {
      return sum < w.low ? w.low : sum > w.high ? w.high : sum;
    } else {
      const std::int32_t scaled = packed::rule::apply(sum, w.factors[static_cast<std::size_t>(output)]);
      const std::int32_t y = wrapping_add(scaled, w.output_zero_point);
      return static_cast<value_type>(y < w.low ? w.low : y > w.high ? w.high : y);
    }
  }
};

}  // namespace tenon
