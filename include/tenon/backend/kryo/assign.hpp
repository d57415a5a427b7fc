// SPDX-License-Identifier: Apache-2.0
// assign on the kryo backend: a copy, for where the value cannot be made in the memory of its state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/assign.hpp>

namespace tenon {

template <class Isa, calls<op::assign_> Call>
  requires(Call::x.type == Call::y.type && Call::x.type != i8)
struct kernel<kryo_on<Isa>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "copy";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y, const value_type* x,
                                         const value_type*) noexcept {
    kryo_kernels::copy_row<Call::y.size(), 1>(y, x);
  }
};

template <class Isa, calls<op::assign_> Call>
  requires all_elements<Call, i8>
struct kernel<kryo_on<Isa>, Call> {
  using packed = op::table_parameters;
  static constexpr std::string_view variant = "table";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y, const std::int8_t* x,
                                         const std::int8_t*) noexcept {
    const std::int8_t* const middle = w.table.data() + 128;
    for (int i = 0; i < Call::y.size(); ++i) y[i] = middle[x[i]];
  }
};

}  // namespace tenon
