// SPDX-License-Identifier: Apache-2.0
// average_pool on Hexagon, bit-equal to the reference: means are rounded half away from zero.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/pooling.hpp>
#include <tenon/backend/hexagon/requantize.hpp>
#include <tenon/backend/hexagon/words.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/average_pool.hpp>

namespace tenon {
namespace hexagon_kernels {

/// Divides sums of up to `most` int8 by their number, halves away from zero.
///
/// With t = |sum| + n / 2 the quotient is floor(t / n) = floor((2t + 1) / 2n), which is (2t + 1 - n) / 2n
/// rounded half up: one Q31 product with 2^31 / 2n. Its error, below 2^-32 * 258n, is less than the distance
/// 1 / 2n to the next quotient.
class count_division {
 public:
  static constexpr int most = 2048;

  [[gnu::always_inline]] explicit count_division(int count) noexcept
      : count_(count),
        factor_(hvx::splat_words(
            static_cast<std::int32_t>(((std::int64_t{1} << 31) + count) / (2 * std::int64_t{count})))) {}

  [[gnu::always_inline]] hvx::vector operator()(hvx::vector sum) const noexcept {
    const hvx::vector zero = hvx::splat_words(0);
    const hvx::vector size = hvx::max_words(sum, hvx::subtract_words(zero, sum));
    const hvx::vector twice =
        hvx::add_words(hvx::add_words(size, size), hvx::splat_words(count_ / 2 * 2 + 1 - count_));
    const hvx::vector quotient = multiply_q31(twice, factor_);
    return hvx::select_greater_words(zero, sum, hvx::subtract_words(zero, quotient), quotient);
  }

 private:
  int count_;
  hvx::vector factor_;
};

}  // namespace hexagon_kernels

template <since<v66> Architecture, calls<op::average_pool_> Call>
  requires(all_elements<Call, i8> && !Call::op::rounds_halves_up)
inline constexpr std::string_view limit_of<hexagon<Architecture>, Call> = "windows of at most 2,048 taps";

template <since<v66> Architecture, calls<op::average_pool_> Call>
requires(all_elements<Call, i8> && !Call::op::rounds_halves_up &&
         Call::op::window_over(op::image_of(Call::x.extents)).taps() <=
             hexagon_kernels::count_division::most) struct kernel<hexagon<Architecture>, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    using namespace hexagon_kernels;
    constexpr int taps = window_pixels<Call>::moving.taps();
    for_each_window<Call>(
        y, x,
        [&](std::int8_t * to, const std::int8_t* from, const auto& window, int count)
            __attribute__((always_inline)) {
              const int padded = op::counts_padding ? taps - window.count() : 0;
              word_block sums{};
              for (hvx::vector& sum : sums) sum = hvx::splat_words(padded * w.padded_with);
              window.for_each(
                  from, [&](const std::int8_t* pixel) __attribute__((always_inline)) {
                    const word_block values = widen(window.load(pixel, count), 0);
                    for (std::size_t i = 0; i < 4; ++i) sums[i] = hvx::add_words(sums[i], values[i]);
                  });
              const count_division divide(op::counts_padding ? taps : window.count());
              for (hvx::vector& sum : sums) sum = divide(sum);
              window.store(to, to_bytes<rounding_steps{}>(sums, {0, w.bounds.low, w.bounds.high}), count);
            });
  }
};

}  // namespace tenon
