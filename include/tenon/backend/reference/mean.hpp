// SPDX-License-Identifier: Apache-2.0
// mean and global_average_pool on the reference backend.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/backend/reference/reduction.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/global_average_pool.hpp>
#include <tenon/op/mean.hpp>

namespace tenon {

template <class Call>
  requires(calls<Call, op::mean_> || calls<Call, op::global_average_pool_>) && (all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>)
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  using sum_type = std::conditional_t<Call::x.type == f32, float, std::int32_t>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run([[maybe_unused]] const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    constexpr tenon::op::reduced_axes marked = op::marked(Call::x.extents);
    constexpr int count = tenon::op::reduced_count(Call::x.extents, marked);
    reference_reduction::for_each_result<Call::x.extents, marked>([&](int result, const auto& values) {
      sum_type sum = 0;
      values([&](int at) { sum += static_cast<sum_type>(x[at]); });
      if constexpr (Call::x.type == f32) {
        y[result] = sum / static_cast<float>(count);
      } else {
        const std::int32_t mean = packed::rule::apply(sum - count * w.input_zero_point, w.factor) + w.output_zero_point;
        constexpr integer_range range = range_of(Call::y.type);
        y[result] = static_cast<value_type>(mean < range.low ? range.low : mean > range.high ? range.high : mean);
      }
    });
  }
};

}  // namespace tenon
