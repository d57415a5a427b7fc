// SPDX-License-Identifier: Apache-2.0
// assign on the reference backend: a copy, for where the value cannot be made in the memory of its state.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/assign.hpp>

namespace tenon {

template <calls<op::assign_> Call>
  requires(Call::x.type == Call::y.type && Call::x.type != i8)
struct kernel<reference, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "copy";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, value_type* y, const value_type* x,
                                                   const value_type*) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = x[i];
  }
};

template <calls<op::assign_> Call>
  requires all_elements<Call, i8>
struct kernel<reference, Call> {
  using packed = op::table_parameters;
  static constexpr std::string_view variant = "table";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, std::int8_t* y, const std::int8_t* x,
                                                   const std::int8_t*) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = w.table[static_cast<std::size_t>(x[i] + 128)];
  }
};

}  // namespace tenon
