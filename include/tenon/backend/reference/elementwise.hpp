// SPDX-License-Identifier: Apache-2.0
// One-input functions on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon {

template <class Call>
  requires one_input_function<typename Call::op> && all_elements<Call, f32>
struct kernel<reference, Call> {
  using packed = no_parameters;
  static constexpr std::string_view variant = "formula";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, float* y,
                                                   const float* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = Call::op::real(x[i]);
  }
};

template <op::computes_int16 Call>
struct kernel<reference, Call> {
  using packed = typename Call::op::template parameters<Call>;
  using from_type = storage_t<Call::x.type>;
  using made_type = storage_t<Call::y.type>;
  static constexpr std::string_view variant = "formula";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, made_type* y,
                                                   const from_type* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = static_cast<made_type>(w(x[i]));
  }
};

template <class Call>
  requires op::looks_up_bytes<Call>
struct kernel<reference, Call> {
  using packed = op::table_parameters;
  using from_type = storage_t<Call::x.type>;
  using made_type = storage_t<Call::y.type>;
  static constexpr std::string_view variant = "table";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, made_type* y,
                                                   const from_type* x) noexcept {
    constexpr int least = range_of(Call::x.type).low;
    for (int i = 0; i < Call::y.size(); ++i)
      y[i] = static_cast<made_type>(w.table[static_cast<std::size_t>(x[i] - least)]);
  }
};

}  // namespace tenon
