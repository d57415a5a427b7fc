// SPDX-License-Identifier: Apache-2.0
// global_max_pool, reduce_max and reduce_min on Hexagon, bit-equal to the reference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/reduction.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/global_max_pool.hpp>
#include <tenon/op/reduce_max.hpp>
#include <tenon/op/reduce_min.hpp>

namespace tenon {

template <since<v66> Architecture, class Call>
  requires((calls<Call, op::global_max_pool_> || calls<Call, op::reduce_max_> || calls<Call, op::reduce_min_>) &&
           all_elements<Call, i8>)
struct kernel<hexagon<Architecture>, Call> {
  using packed = no_parameters;
  static constexpr std::string_view variant = "rows";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    using namespace hexagon_kernels;
    using walk = reduced<Call>;
    for (int result = 0; result < walk::rows; ++result, y += walk::row)
      for_each_vector<walk::row>([&](int first, int count) __attribute__((always_inline)) {
        hvx::vector kept = hvx::splat_bytes(keeps_smallest ? 127 : -128);
        walk::for_each_row(x + first, result, [&](const std::int8_t* row) __attribute__((always_inline)) {
          const hvx::vector values = load_part(row, count);
          kept = keeps_smallest ? hvx::min_bytes(kept, values) : hvx::max_bytes(kept, values);
        });
        store_part(y + first, kept, count);
      });
  }

 private:
  static constexpr bool keeps_smallest = calls<Call, op::reduce_min_>;
};

}  // namespace tenon
