// SPDX-License-Identifier: Apache-2.0
// global_max_pool on the kryo backend.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/channels.hpp>
#include <tenon/backend/kryo/reduction.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/global_max_pool.hpp>

namespace tenon {

template <class Isa, calls<op::global_max_pool_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<kryo_on<Isa>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y, const value_type* x) noexcept {
    using walk = kryo_kernels::reduced_rows<Call>;
    for (int result = 0; result < walk::results; ++result, y += walk::row)
      kryo_kernels::for_each_channel_block<walk::row>([&](auto size, int first) __attribute__((always_inline)) {
        kryo_kernels::channel_numbers<value_type, size()> largest(std::numeric_limits<value_type>::lowest());
        walk::for_each_row(
            x + first,
            result, [&](const value_type* row) __attribute__((always_inline)) { largest.keep_largest(row); });
        for (int c = 0; c < size(); ++c) y[first + c] = largest.at[c];
      });
  }
};

}  // namespace tenon
