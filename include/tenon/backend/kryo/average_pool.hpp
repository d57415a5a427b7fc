// SPDX-License-Identifier: Apache-2.0
// average_pool on the kryo backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/channels.hpp>
#include <tenon/backend/kryo/pooling.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/average_pool.hpp>

namespace tenon {

template <class Isa, calls<op::average_pool_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  using sum_type = decltype(packed{}.bounds.low);
  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, value_type* y, const value_type* x) noexcept {
    const packed numbers = w;
    kryo_kernels::for_each_window<Call>(y, [=](const auto& window, value_type* to) __attribute__((always_inline)) {
      const int count = op::counts_padding ? taps : window.count();
      const sum_type start = padding_sum(numbers, taps - window.count());
      kryo_kernels::for_each_channel_block<Call::x.extents.from_end(0)>([&](auto size,
                                                                            int first) __attribute__((always_inline)) {
        kryo_kernels::channel_numbers<sum_type, size()> sums(start);
        window.for_each_pixel(x + first, [&](const value_type* pixel) __attribute__((always_inline)) { sums.add(pixel); });
        store(numbers, sums, count, to + first);
      });
    });
  }

 private:
  static constexpr int taps = kryo_kernels::pool_window<Call>::moving.taps();

  /// What taps outside the image add up to.
  [[gnu::always_inline]] static sum_type padding_sum([[maybe_unused]] const packed& w,
                                                     [[maybe_unused]] int outside) noexcept {
    if constexpr (op::counts_padding && Call::x.type != f32) return outside * w.padded_with;
    else return 0;
  }

  template <int Size>
  [[gnu::always_inline]] static void store(const packed& w, const kryo_kernels::channel_numbers<sum_type, Size>& sums,
                                           int count, value_type* y) noexcept {
    const auto bounded = [&](sum_type mean) __attribute__((always_inline)) {
      return static_cast<value_type>(mean < w.bounds.low ? w.bounds.low : mean > w.bounds.high ? w.bounds.high : mean);
    };
    if constexpr (Call::x.type == i8 && taps <= kryo_kernels::divide_by_count::most && !op::rounds_halves_up) {
      const kryo_kernels::divide_by_count divided(count);
      for (int c = 0; c < Size; ++c) y[c] = bounded(divided(sums.at[c]));
    } else {
      for (int c = 0; c < Size; ++c) y[c] = bounded(op::mean_of(sums.at[c], count));
    }
  }
};

}  // namespace tenon
