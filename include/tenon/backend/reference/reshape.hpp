// SPDX-License-Identifier: Apache-2.0
// Operators that only reshape, on the reference backend: a copy, for where the memory plan cannot share the memory.
#pragma once

#include <cstddef>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>

namespace tenon {

template <class Call>
  requires only_reshapes<typename Call::op>
struct kernel<reference, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "copy";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, value_type* y, const value_type* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = x[i];
  }
};

}  // namespace tenon
