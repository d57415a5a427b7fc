// SPDX-License-Identifier: Apache-2.0
// mean, global_average_pool and reduce_sum on Hexagon, bit-equal to the reference: sums by vectors, one change of scale
// a result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/reduction.hpp>
#include <tenon/backend/hexagon/words.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/global_average_pool.hpp>
#include <tenon/op/mean.hpp>
#include <tenon/op/reduce_sum.hpp>

namespace tenon {

template <since<v66> Architecture, class Call>
  requires((calls<Call, op::mean_> || calls<Call, op::global_average_pool_> || calls<Call, op::reduce_sum_>) &&
           all_elements<Call, i8>)
struct kernel<hexagon<Architecture>, Call> {
  using packed = typename Call::op::template parameters<Call>;
  static constexpr std::string_view variant = "rows";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    for (int result = 0; result < walk::rows; ++result, y += walk::row) {
      if constexpr (walk::row == 1) y[0] = finish(w, sum_of(x, result));
      else average_row(w, y, x, result);
    }
  }

 private:
  using walk = hexagon_kernels::reduced<Call>;

  [[gnu::always_inline]] static std::int32_t sum_of(const std::int8_t* x, int result) noexcept {
    std::int32_t sum = 0;
    walk::for_each_row(
        x, result, [&](const std::int8_t* value) __attribute__((always_inline)) { sum += *value; });
    return sum;
  }

  [[gnu::always_inline]] static void average_row(const packed& w, std::int8_t* y, const std::int8_t* x,
                                                 int result) noexcept {
    using namespace hexagon_kernels;
    for_each_vector<walk::row>([&](int first, int count) __attribute__((always_inline)) {
      word_block sums{};
      for (hvx::vector& sum : sums) sum = hvx::splat_words(0);
      walk::for_each_row(x + first, result, [&](const std::int8_t* row) __attribute__((always_inline)) {
        const word_block values = widen(load_part(row, count), 0);
        for (std::size_t i = 0; i < 4; ++i) sums[i] = hvx::add_words(sums[i], values[i]);
      });
      alignas(vector_bytes) std::int32_t memory[vector_bytes];
      for (std::size_t i = 0; i < 4; ++i) hvx::store(memory + i * vector_words, sums[i]);
      for (int i = 0; i < count; ++i) y[first + i] = finish(w, memory[i]);
    });
  }

  [[gnu::always_inline]] static std::int8_t finish(const packed& w, std::int32_t sum) noexcept {
    if constexpr (calls<Call, op::reduce_sum_>) {
      return static_cast<std::int8_t>(Call::op::finish(w, sum));
    } else {
      const std::int32_t mean =
          packed::rule::apply(sum - walk::values * w.input_zero_point, w.factor) + w.output_zero_point;
      return static_cast<std::int8_t>(mean < -128 ? -128 : mean > 127 ? 127 : mean);
    }
  }
};

}  // namespace tenon
