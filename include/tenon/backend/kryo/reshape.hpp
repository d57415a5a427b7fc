// SPDX-License-Identifier: Apache-2.0
// Operators that only reshape, on the kryo backend: a copy, for where the memory plan cannot share the
// memory.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/kernel/kernel.hpp>

namespace tenon {

template <class Isa, class Call>
requires(only_reshapes<typename Call::op>&& Call::x.type == Call::y.type) struct kernel<kryo_on<Isa>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "copy";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y,
                                         const value_type* x) noexcept {
    kryo_kernels::copy_row<Call::y.size(), 1>(y, x);
  }
};

}  // namespace tenon
