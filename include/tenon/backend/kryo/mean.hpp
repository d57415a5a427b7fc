// SPDX-License-Identifier: Apache-2.0
// mean and global_average_pool on the kryo backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/channels.hpp>
#include <tenon/backend/kryo/reduction.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/global_average_pool.hpp>
#include <tenon/op/mean.hpp>

namespace tenon {

template <class Isa, class Call>
  requires(calls<Call, op::mean_> || calls<Call, op::global_average_pool_>) && (all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>)
struct kernel<kryo_on<Isa>, Call> {
  using packed = typename Call::op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  using sum_type = std::conditional_t<Call::x.type == f32, float, std::int32_t>;
  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, value_type* y, const value_type* x) noexcept {
    for (int result = 0; result < walk::results; ++result) {
      if constexpr (walk::row_stays) average_rows(w, y + result * walk::row, x, result);
      else y[result] = finish(w, sum_of(x, result));
    }
  }

 private:
  using walk = kryo_kernels::reduced_rows<Call>;

  [[gnu::always_inline]] static void average_rows(const packed& w, value_type* y, const value_type* x, int result) noexcept {
    kryo_kernels::for_each_channel_block<walk::row>([&](auto size, int first) __attribute__((always_inline)) {
      kryo_kernels::channel_numbers<sum_type, size()> sums(0);
      walk::for_each_row(x + first, result, [&](const value_type* row) __attribute__((always_inline)) { sums.add(row); });
      for (int c = 0; c < size(); ++c) y[first + c] = finish(w, sums.at[c]);
    });
  }

  /// The sum of all rows that go into one result, in as many parts as a block has channels.
  [[gnu::always_inline]] static sum_type sum_of(const value_type* x, int result) noexcept {
    constexpr int parts = walk::row < kryo_kernels::channel_block ? walk::row : kryo_kernels::channel_block;
    kryo_kernels::channel_numbers<sum_type, parts> sums(0);
    walk::for_each_row(x, result, [&](const value_type* row) __attribute__((always_inline)) {
      kryo_kernels::for_each_channel_block<walk::row>([&](auto size, int first) __attribute__((always_inline)) {
        for (int c = 0; c < size(); ++c) sums.at[c] += static_cast<sum_type>(row[first + c]);
      });
    });
    sum_type sum = 0;
    for (const sum_type part : sums.at) sum += part;
    return sum;
  }

  [[gnu::always_inline]] static value_type finish([[maybe_unused]] const packed& w, sum_type sum) noexcept {
    if constexpr (Call::x.type == f32) {
      return sum / static_cast<float>(walk::count);
    } else {
      const std::int32_t moved = sum - walk::count * w.input_zero_point;
      const std::int32_t mean = wrapping_add(packed::rule::apply(moved, w.factor), w.output_zero_point);
      constexpr integer_range range = range_of(Call::y.type);
      return static_cast<value_type>(mean < range.low ? range.low : mean > range.high ? range.high : mean);
    }
  }
};

}  // namespace tenon
