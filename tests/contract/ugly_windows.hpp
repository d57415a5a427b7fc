// SPDX-License-Identifier: Apache-2.0
// Images and windows chosen by hand: what a random draw would hardly meet.
#pragma once

#include "contract/windows.hpp"

#include <array>

namespace tenon_test {

inline constexpr std::array<window_case, 10> ugly_windows{{
    {{1, 1, 1, 1}, {{1, 1}, {1, 1}, {1, 1}, {}}},                                    // one product
    {{1, 1, 1, 3}, {{5, 5}, {1, 1}, {1, 1}, tenon::same_padding}, 2},                // all taps but one outside
    {{1, 2, 3, 2}, {{2, 2}, {1, 1}, {1, 1}, {4, 3, 5, 2}}, 3},                       // results of padding alone
    {{1, 9, 9, 4}, {{1, 1}, {4, 5}, {1, 1}, {}}, 5},                                 // strides beyond the window
    {{1, 1, 67, 1}, {{1, 3}, {1, 1}, {1, 1}, tenon::same_padding}, 1},               // one long row
    {{1, 67, 1, 2}, {{7, 1}, {2, 1}, {1, 1}, {3, 3, 0, 0}}, 33},                     // one long column
    {{1, 7, 7, 3}, {{3, 3}, {1, 1}, {3, 3}, tenon::same_padding}, 4},                // dilation, mostly outside
    {{3, 3, 2, 130}, {{1, 1}, {1, 1}, {1, 1}, {}}, 65, 1, 1, true, 1},               // deep, batched, rows with gaps
    {{2, 4, 5, 6}, {{3, 2}, {1, 2}, {1, 1}, {0, 1, 1, 0}}, 6, 6, 3, true, 0},        // a group for each channel
    {{1, 3, 3, 64}, {{3, 3}, {1, 1}, {1, 1}, {}}, 64, 1, 2, false, 64},              // a single result of whole registers
}};

}  // namespace tenon_test
