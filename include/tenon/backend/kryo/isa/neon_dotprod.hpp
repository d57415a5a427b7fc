// SPDX-License-Identifier: Apache-2.0
// NEON with dot products: four products of bytes a lane, four lanes.
#pragma once

#include <tenon/backend/kryo/isa/neon.hpp>

#if defined(__aarch64__) && defined(__ARM_FEATURE_DOTPROD)

#include <arm_neon.h>

#include <cstdint>
#include <string_view>

namespace tenon::isa {

/// Armv8.2-A sdot (Cortex-A76 and later). Signed by signed, so bytes are used as they are; sdot takes one of four
/// groups of a register, so one load serves sixteen values of depth.
struct neon_dotprod : neon {
  static constexpr std::string_view name = "neon_dotprod";
  static constexpr int depth_group = 4;
  static constexpr int broadcast_groups = 4;
  static constexpr int macs_per_cycle = 32;
  static constexpr int tap_group = 4;

  using staged = std::int8_t;
  using weight = std::int8_t;
  using weights = int8x16_t;
  using activations = int8x16_t;
  using taps = int8x16_t;

  [[gnu::always_inline]] static weights load_weights(const weight* from) noexcept { return vld1q_s8(from); }
  [[gnu::always_inline]] static activations broadcast(const staged* from) noexcept {
    std::int32_t group;
    __builtin_memcpy(&group, from, sizeof group);
    return vreinterpretq_s8_s32(vdupq_n_s32(group));
  }
  [[gnu::always_inline]] static activations load_activations(const staged* from) noexcept {
    return vld1q_s8(from);
  }

  template <int Group>
  [[gnu::always_inline]] static vector dot(vector sum, activations x, weights w) noexcept {
    return vdotq_laneq_s32(sum, w, x, Group);
  }

  [[gnu::always_inline]] static void interleave(const std::int8_t* const (&rows)[tap_group],
                                                taps (&to)[tap_blocks]) noexcept {
    const int8x16_t a = vld1q_s8(rows[0]);
    const int8x16_t b = vld1q_s8(rows[1]);
    const int8x16_t c = vld1q_s8(rows[2]);
    const int8x16_t d = vld1q_s8(rows[3]);
    const int16x8_t upper_low = vreinterpretq_s16_s8(vzip1q_s8(a, b));
    const int16x8_t upper_high = vreinterpretq_s16_s8(vzip2q_s8(a, b));
    const int16x8_t lower_low = vreinterpretq_s16_s8(vzip1q_s8(c, d));
    const int16x8_t lower_high = vreinterpretq_s16_s8(vzip2q_s8(c, d));
    to[0] = vreinterpretq_s8_s16(vzip1q_s16(upper_low, lower_low));
    to[1] = vreinterpretq_s8_s16(vzip2q_s16(upper_low, lower_low));
    to[2] = vreinterpretq_s8_s16(vzip1q_s16(upper_high, lower_high));
    to[3] = vreinterpretq_s8_s16(vzip2q_s16(upper_high, lower_high));
  }
  [[gnu::always_inline]] static vector dot_taps(vector sum, taps x, const weight* w) noexcept {
    return vdotq_s32(sum, x, load_weights(w));
  }

  template <int Width>
  [[gnu::always_inline]] static void stage(const std::int8_t* from, staged* to) noexcept {
    __builtin_memcpy(to, from, Width);
  }
};

}  // namespace tenon::isa

#endif
