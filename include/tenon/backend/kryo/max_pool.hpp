// SPDX-License-Identifier: Apache-2.0
// max_pool on the kryo backend.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/channels.hpp>
#include <tenon/backend/kryo/pooling.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/max_pool.hpp>

namespace tenon {

template <class Isa, calls<op::max_pool_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<kryo_on<Isa>, Call> {
  using packed = typename Call::op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, value_type* y, const value_type* x) noexcept {
    const auto low = static_cast<value_type>(w.low);
    const auto high = static_cast<value_type>(w.high);
    kryo_kernels::for_each_window<Call>(
        y, [=](const auto& window, value_type* to) __attribute__((always_inline)) {
          kryo_kernels::for_each_channel_block<Call::x.extents.from_end(0)>([&](
              auto size, int first) __attribute__((always_inline)) {
            kryo_kernels::channel_numbers<value_type, size()> largest(std::numeric_limits<value_type>::lowest());
            window.for_each_pixel(
                x + first, [&](const value_type* pixel)
                               __attribute__((always_inline)) { largest.keep_largest(pixel); });
            for (int c = 0; c < size(); ++c)
              to[first + c] = largest.at[c] < low ? low : largest.at[c] > high ? high : largest.at[c];
          });
        });
  }
};

}  // namespace tenon
