// SPDX-License-Identifier: Apache-2.0
// NEON of any 64-bit Arm: one product of 16-bit words a lane, four lanes.
#pragma once

#if defined(__aarch64__) && defined(__ARM_NEON)

#include <arm_neon.h>

#include <cstdint>
#include <string_view>

namespace tenon::isa {

/// Armv8-A NEON. Bytes are staged as 16-bit words and multiplied by widening multiply-adds.
struct neon {
  static constexpr std::string_view name = "neon";
  static constexpr int lanes = 4;
  static constexpr int depth_group = 1;
  static constexpr int broadcast_groups = 1;
  static constexpr int row_group = 1;
  static constexpr int tile_rows = 8;
  static constexpr int tile_vectors = 2;
  static constexpr int macs_per_cycle = 4;
  static constexpr int stage_offset = 0;
  static constexpr int stage_width = 16;
  static constexpr bool fused_multiply_add = true;
  static constexpr bool lowers_integers = true;
  static constexpr int tap_group = 1;
  static constexpr int tap_blocks = 4;

  using staged = std::int16_t;
  using weight = std::int16_t;
  using vector = int32x4_t;
  using reals = float32x4_t;
  using bytes = int8x16_t;
  using weights = int16x4_t;
  using activations = int16x4_t;
  using taps = int16x4_t;

  [[gnu::always_inline]] static vector load(const std::int32_t* from) noexcept { return vld1q_s32(from); }
  [[gnu::always_inline]] static void store(std::int32_t* to, vector x) noexcept { vst1q_s32(to, x); }
  [[gnu::always_inline]] static reals load(const float* from) noexcept { return vld1q_f32(from); }
  [[gnu::always_inline]] static vector fill(std::int32_t x) noexcept { return vdupq_n_s32(x); }
  [[gnu::always_inline]] static weights load_weights(const weight* from) noexcept { return vld1_s16(from); }
  [[gnu::always_inline]] static activations broadcast(const staged* from) noexcept { return vdup_n_s16(*from); }
  [[gnu::always_inline]] static activations load_activations(const staged* from) noexcept {
    return broadcast(from);
  }

  template <int Group>
  [[gnu::always_inline]] static vector dot(vector sum, activations x, weights w) noexcept {
    return vmlal_s16(sum, x, w);
  }

  [[gnu::always_inline]] static void interleave(const std::int8_t* const (&rows)[tap_group],
                                                taps (&to)[tap_blocks]) noexcept {
    const int8x16_t x = vld1q_s8(rows[0]);
    const int16x8_t low = vmovl_s8(vget_low_s8(x));
    const int16x8_t high = vmovl_high_s8(x);
    to[0] = vget_low_s16(low);
    to[1] = vget_high_s16(low);
    to[2] = vget_low_s16(high);
    to[3] = vget_high_s16(high);
  }
  [[gnu::always_inline]] static vector dot_taps(vector sum, taps x, const weight* w) noexcept {
    return vmlal_s16(sum, x, load_weights(w));
  }

  [[gnu::always_inline]] static vector add(vector a, vector b) noexcept { return vaddq_s32(a, b); }
  [[gnu::always_inline]] static vector subtract(vector a, vector b) noexcept { return vsubq_s32(a, b); }
  [[gnu::always_inline]] static vector multiply(vector a, vector b) noexcept { return vmulq_s32(a, b); }
  [[gnu::always_inline]] static vector widen(const std::int8_t* from) noexcept {
    std::uint32_t four;
    __builtin_memcpy(&four, from, sizeof four);
    return vmovl_s16(vget_low_s16(vmovl_s8(vcreate_s8(four))));
  }

  template <int Width>
  [[gnu::always_inline]] static void stage(const std::int8_t* from, staged* to) noexcept {
    vst1q_s16(to, vmovl_s8(vld1_s8(from)));
    if constexpr (Width == 16) vst1q_s16(to + 8, vmovl_s8(vld1_s8(from + 8)));
  }

  [[gnu::always_inline]] static vector scale_q31(vector x, vector multiplier, vector left, vector right) noexcept {
    const vector y = vqrdmulhq_s32(vshlq_s32(x, left), multiplier);
    const vector down = vnegq_s32(right);
    // The shift rounds halves up; one less makes them go away from zero below it, where there is a shift at all.
    const vector away = vshrq_n_s32(vandq_s32(y, down), 31);
    return vrshlq_s32(vaddq_s32(y, away), down);
  }

  [[gnu::always_inline]] static vector scale_lowered(vector x, vector multiplier, vector right) noexcept {
    const vector down = vnegq_s32(right);
    const vector y = vqrdmulhq_s32(x, multiplier);
    return vrshlq_s32(vaddq_s32(y, vshrq_n_s32(vandq_s32(y, down), 31)), down);
  }

  [[gnu::always_inline]] static vector scale_lowered_positive(vector x, vector multiplier, vector right) noexcept {
    return vrshlq_s32(vqrdmulhq_s32(x, multiplier), vnegq_s32(right));
  }

  [[gnu::always_inline]] static vector scale_double(vector x, const double* factor) noexcept {
    const float64x2_t low = vmulq_f64(vcvtq_f64_s64(vmovl_s32(vget_low_s32(x))), vld1q_f64(factor));
    const float64x2_t high = vmulq_f64(vcvtq_f64_s64(vmovl_high_s32(x)), vld1q_f64(factor + 2));
    return vcombine_s32(vqmovn_s64(vcvtaq_s64_f64(low)), vqmovn_s64(vcvtaq_s64_f64(high)));
  }

  [[gnu::always_inline]] static vector scale_float32(vector x, reals factor) noexcept {
    return vcvtnq_s32_f32(vmulq_f32(vcvtq_f32_s32(x), factor));
  }

  [[gnu::always_inline]] static vector scale_proved(vector x, reals factor, reals offset) noexcept {
    const uint32x4_t sign = vdupq_n_u32(0x80000000u);
    const reals signed_offset = vbslq_f32(sign, vreinterpretq_f32_s32(x), offset);
    return vcvtq_s32_f32(vfmaq_f32(signed_offset, vcvtq_f32_s32(x), factor));
  }

  [[gnu::always_inline]] static vector scale_proved_positive(vector x, reals factor, reals offset) noexcept {
    return vcvtq_s32_f32(vfmaq_f32(offset, vcvtq_f32_s32(x), factor));
  }

  [[gnu::always_inline]] static bytes narrow(vector a, vector b, vector c, vector d) noexcept {
    const int16x8_t low = vqmovn_high_s32(vqmovn_s32(a), b);
    const int16x8_t high = vqmovn_high_s32(vqmovn_s32(c), d);
    return vqmovn_high_s16(vqmovn_s16(low), high);
  }
  [[gnu::always_inline]] static bytes narrow_around(vector a, vector b, vector c, vector d,
                                                    std::int32_t zero_point) noexcept {
    const int16x8_t zero = vdupq_n_s16(static_cast<std::int16_t>(zero_point));
    const int16x8_t low = vqaddq_s16(vqmovn_high_s32(vqmovn_s32(a), b), zero);
    const int16x8_t high = vqaddq_s16(vqmovn_high_s32(vqmovn_s32(c), d), zero);
    return vqmovn_high_s16(vqmovn_s16(low), high);
  }
  [[gnu::always_inline]] static bytes clamp(bytes x, std::int8_t low, std::int8_t high) noexcept {
    return vminq_s8(vmaxq_s8(x, vdupq_n_s8(low)), vdupq_n_s8(high));
  }
  template <int First, int Count>
  [[gnu::always_inline]] static void store_part(std::int8_t* to, bytes x) noexcept {
    if constexpr (Count == 4) {
      vst1q_s8(to, x);
    } else if constexpr (Count == 2) {
      vst1_s8(to, First == 0 ? vget_low_s8(x) : vget_high_s8(x));
    } else {
      const std::int32_t part = vgetq_lane_s32(vreinterpretq_s32_s8(x), First);
      __builtin_memcpy(to, &part, sizeof part);
    }
  }
};

}  // namespace tenon::isa

#endif
