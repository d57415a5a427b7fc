// SPDX-License-Identifier: Apache-2.0
// How many bytes the networks take and give.
#pragma once

#include <cstddef>

namespace same_bits {

/// Bytes of one input and of one answer of a network.
struct extent {
  std::size_t input;
  std::size_t output;
};

inline constexpr extent digits_size{28 * 28, 10};
inline constexpr extent simple_model_size{224 * 224 * 3, 10};
inline constexpr extent residual_size{32 * 32 * 3, 10};

}  // namespace same_bits
