// SPDX-License-Identifier: Apache-2.0
// The reference backend: plain loops that run in the compiler too, and define what is correct.
#pragma once

#include <cstddef>
#include <string_view>

namespace tenon {

/// Plain constexpr loops in a fixed order; every other backend is judged against it.
struct reference {
  static constexpr std::string_view name = "reference";
  static constexpr std::string_view processor = "cpu";
  static constexpr std::size_t alignment = 1;
};

}  // namespace tenon
