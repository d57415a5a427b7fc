// SPDX-License-Identifier: Apache-2.0
// Conversions between storage orders on the reference backend, element by element: what an order's rules mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/reorder.hpp>

namespace tenon {

template <class Call>
  requires detail::calls<Call, op::reorder_>
struct kernel<reference, Call> {
  using packed = op::reorder_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr storage_order from = Call::operands[0].order;
  static constexpr storage_order to = Call::result.order;
  static constexpr std::string_view variant = "by_rule";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    constexpr int padded = static_cast<int>(to.bytes(Call::y) / sizeof(value_type));
    for (int i = 0; i < padded && !to.is_row_major(); ++i) y[i] = stored(static_cast<value_type>(w.zero_point), to);
    for (int i = 0; i < Call::y.size(); ++i) y[index(to, i)] = stored(stored(x[index(from, i)], from), to);
  }

 private:
  static constexpr std::size_t index(const storage_order& order, int element) noexcept {
    return order.place(Call::y, element) / sizeof(value_type);
  }
  /// The number of a stored element, and the stored form of a number: 128 more or less is the same in eight bits.
  static constexpr value_type stored(value_type value, const storage_order& order) noexcept {
    if constexpr (Call::y.type == i8)
      return order.adds_128() ? static_cast<value_type>(value ^ -128) : value;
    else
      return value;
  }
};

}  // namespace tenon
