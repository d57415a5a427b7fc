// SPDX-License-Identifier: Apache-2.0
// dequantize on Hexagon, bit-equal to the reference: a table of the real numbers of all 256 integers, as vectors of
// older architectures have no real numbers.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/tables.hpp>
#include <tenon/backend/hexagon/words.hpp>
#include <tenon/core/encoding.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/dequantize.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::dequantize_> Call>
  requires((Call::x.type == i8 || Call::x.type == u8) && Call::y.type == f32)
struct kernel<hexagon<Architecture>, Call> {
  using packed = hexagon_kernels::word_table;
  static constexpr std::string_view variant = "table";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const op::encoding_parameters& w) noexcept {
    constexpr bool is_unsigned = Call::x.type == u8;
    return packed::of(
        [&](int q) { return std::bit_cast<std::int32_t>(dequantize_value(is_unsigned ? q & 255 : q, w.code)); });
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, float* y,
                                         const storage_t<Call::x.type>* x) noexcept {
    using namespace hexagon_kernels;
    const word_lookup numbers(w);
    for_each_vector<Call::y.size()>([&](int first, int count) __attribute__((always_inline)) {
      store_words(y + first, numbers(load_part(x + first, count)), count);
    });
  }
};

}  // namespace tenon
