// SPDX-License-Identifier: Apache-2.0
// All one-input functions on scalar_dsp: a table of 256 results, found by the byte of the input.
#pragma once

#include "backend.hpp"

#include <tenon/kernel/kernel.hpp>
#include <tenon/op/tabulated.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {

template <class Call>
  requires one_input_function<typename Call::op> && all_elements<Call, i8>
struct kernel<scalar_dsp, Call> {
  static constexpr std::string_view variant = "table_by_byte";
  static constexpr std::size_t scratch = 0;

  struct packed {
    std::array<std::int8_t, 256> results{};  // 0 to 127, then -128 to -1
  };

  static constexpr packed pack(const op::table_parameters& w) noexcept {
    packed made{};
    for (std::size_t byte = 0; byte < 256; ++byte) made.results[byte] = w.table[(byte + 128) % 256];
    return made;
  }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, std::int8_t* y,
                                                   const std::int8_t* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = w.results[static_cast<std::uint8_t>(x[i])];
  }
};

}  // namespace tenon
