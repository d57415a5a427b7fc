// SPDX-License-Identifier: Apache-2.0
// One-input operators on Hexagon, bit-equal to the reference: tables of all results.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/tables.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon {

template <since<v66> Architecture, class Call>
  requires op::looks_up_bytes<Call>
struct kernel<hexagon<Architecture>, Call> {
  using packed = hexagon_kernels::byte_table;
  static constexpr std::string_view variant = "table";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const op::table_parameters& w) noexcept { return packed::of_table<Call::x.type>(w); }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, storage_t<Call::y.type>* y,
                                         const storage_t<Call::x.type>* x) noexcept {
    hexagon_kernels::table_lookup(w).template map<Call::y.size()>(y, x);
  }
};

}  // namespace tenon
