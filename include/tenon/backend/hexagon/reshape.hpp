// SPDX-License-Identifier: Apache-2.0
// reshape, flatten and their like on Hexagon: copies of all elements.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/kernel/kernel.hpp>

namespace tenon {

template <since<v66> Architecture, class Call>
  requires only_reshapes<typename Call::op>
struct kernel<hexagon<Architecture>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "copy";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y,
                                         const value_type* x) noexcept {
    hexagon_kernels::copy_bytes<Call::y.size() * static_cast<int>(sizeof(value_type))>(y, x);
  }
};

}  // namespace tenon
