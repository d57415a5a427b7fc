// SPDX-License-Identifier: Apache-2.0
// The methods of calibration by the words that users write.
#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <tenon/host/range.hpp>

namespace tenon::host {

/// Every method and its word.
inline constexpr auto range_methods = std::to_array<std::pair<std::string_view, range_method>>({
    {"minmax", range_method::minmax},
    {"percentile", range_method::percentile},
    {"moving_average", range_method::moving_average},
    {"mse", range_method::mse},
    {"entropy", range_method::entropy},
    {"sqnr", range_method::sqnr},
});

/// The method of a word. Throws std::runtime_error with one line that lists all.
inline range_method method_called(std::string_view word) {
  std::string words;
  for (const auto& [known, method] : range_methods) {
    if (known == word) return method;
    words.append(" ").append(known);
  }
  throw std::runtime_error{fmt::format("there is no method '{}'; they are:{}", word.substr(0, 40), words)};
}

}  // namespace tenon::host
