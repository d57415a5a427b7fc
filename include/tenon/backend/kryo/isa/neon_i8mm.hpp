// SPDX-License-Identifier: Apache-2.0
// NEON with 8-bit matrix multiplication: two rows by two columns, eight products each.
#pragma once

#include <tenon/backend/kryo/isa/neon_dotprod.hpp>

#if defined(__aarch64__) && defined(__ARM_FEATURE_DOTPROD) && defined(__ARM_FEATURE_MATMUL_INT8)

#include <arm_neon.h>

#include <cstdint>
#include <string_view>

namespace tenon::isa {

/// Armv8.6-A smmla (Cortex-A715, X2 and later): an accumulator holds two rows of two columns until `untangle`.
struct neon_i8mm : neon_dotprod {
  static constexpr std::string_view name = "neon_i8mm";
  static constexpr int depth_group = 8;
  static constexpr int broadcast_groups = 1;
  static constexpr int row_group = 2;
  static constexpr int macs_per_cycle = 64;

  /// Eight values of depth of two rows.
  [[gnu::always_inline]] static activations load_pair(const staged* first, const staged* second) noexcept {
    return vcombine_s8(vld1_s8(first), vld1_s8(second));
  }

  template <int Group>
  [[gnu::always_inline]] static vector dot(vector sum, activations x, weights w) noexcept {
    return vmmlaq_s32(sum, x, w);
  }

  /// From one row of four columns each to two rows of two columns each, and back: the exchange is its own inverse.
  [[gnu::always_inline]] static void untangle(vector& first, vector& second) noexcept {
    const int64x2_t a = vreinterpretq_s64_s32(first);
    const int64x2_t b = vreinterpretq_s64_s32(second);
    first = vreinterpretq_s32_s64(vzip1q_s64(a, b));
    second = vreinterpretq_s32_s64(vzip2q_s64(a, b));
  }
};

}  // namespace tenon::isa

#endif
