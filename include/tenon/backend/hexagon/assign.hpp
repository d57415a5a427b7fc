// SPDX-License-Identifier: Apache-2.0
// assign on Hexagon: copies, of int8 by way of a table, where a value cannot be made in the memory of its state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/tables.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/assign.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::assign_> Call>
  requires(Call::x.type == Call::y.type && Call::x.type != i8)
struct kernel<hexagon<Architecture>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "copy";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y, const value_type* x,
                                         const value_type*) noexcept {
    hexagon_kernels::copy_bytes<Call::y.size() * static_cast<int>(sizeof(value_type))>(y, x);
  }
};

template <since<v66> Architecture, calls<op::assign_> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using packed = hexagon_kernels::byte_table;
  static constexpr std::string_view variant = "table";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const op::table_parameters& w) noexcept { return packed::of_table<i8>(w); }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y, const std::int8_t* x,
                                         const std::int8_t*) noexcept {
    hexagon_kernels::table_lookup(w).template map<Call::y.size()>(y, x);
  }
};

}  // namespace tenon
