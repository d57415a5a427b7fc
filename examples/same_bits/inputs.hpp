// SPDX-License-Identifier: Apache-2.0
// The inputs that all backends are given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace same_bits {

/// The first `count` test images of the digits example, as its int8 network takes them. Throws std::runtime_error if
/// there are fewer, or the sheet in `folder` cannot be read.
std::vector<std::int8_t> digit_inputs(const std::string& folder, std::size_t count);

/// `count` inputs of `size` bytes, the same on every machine: the four extremes first (all lowest, all highest, the two
/// in turn, the two in stripes), then noise over all values, noise around the middle with single extremes in it, waves,
/// and steps, in turn.
std::vector<std::int8_t> drawn_inputs(std::size_t size, std::size_t count);

}  // namespace same_bits
