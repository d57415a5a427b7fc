// SPDX-License-Identifier: Apache-2.0
// max_pool on Hexagon, bit-equal to the reference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/pooling.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/max_pool.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::max_pool_> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using packed = typename Call::op::template parameters<Call>;
  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    using namespace hexagon_kernels;
    const hvx::vector low = hvx::splat_bytes(w.low);
    const hvx::vector high = hvx::splat_bytes(w.high);
    for_each_window<Call>(
        y, x,
        [&](std::int8_t * to, const std::int8_t* from, const auto& window, int count)
            __attribute__((always_inline)) {
              hvx::vector largest = low;
              window.for_each(
                  from, [&](const std::int8_t* pixel) __attribute__((always_inline)) {
                    largest = hvx::max_bytes(largest, window.load(pixel, count));
                  });
              window.store(to, hvx::min_bytes(largest, high), count);
            });
  }
};

}  // namespace tenon
