// SPDX-License-Identifier: Apache-2.0
// AVX-512 with VNNI: four products of bytes a lane, sixteen lanes.
#pragma once

#if defined(__AVX512VNNI__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)

// g++ 12 takes the undefined operands inside its own intrinsics for a mistake of those who use them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>
#pragma GCC diagnostic pop

#include <cstdint>
#include <string_view>

namespace tenon::isa {

/// AVX-512 VNNI (Ice Lake, Sapphire Rapids, Zen 4 and later). Bytes are staged as x + 128, since vpdpbusd multiplies
/// unsigned by signed; packing takes 128 * sum(w) off the bias.
struct avx512_vnni {
  static constexpr std::string_view name = "avx512_vnni";
  static constexpr int lanes = 16;
  static constexpr int depth_group = 4;
  static constexpr int broadcast_groups = 1;
  static constexpr int row_group = 1;
  static constexpr int tile_rows = 14;
  static constexpr int tile_vectors = 2;
  static constexpr int macs_per_cycle = 128;
  static constexpr int stage_offset = 128;
  static constexpr int stage_width = 64;
  static constexpr bool fused_multiply_add = true;
  static constexpr int tap_group = 4;
  static constexpr int tap_blocks = 1;

  using staged = std::uint8_t;
  using weight = std::int8_t;
  using vector = __m512i;
  using reals = __m512;
  using bytes = __m512i;
  using weights = __m512i;
  using activations = __m512i;
  using taps = __m512i;

  [[gnu::always_inline]] static vector load(const std::int32_t* from) noexcept {
    return _mm512_loadu_si512(from);
  }
  [[gnu::always_inline]] static void store(std::int32_t* to, vector x) noexcept { _mm512_storeu_si512(to, x); }
  [[gnu::always_inline]] static reals load(const float* from) noexcept { return _mm512_loadu_ps(from); }
  [[gnu::always_inline]] static vector fill(std::int32_t x) noexcept { return _mm512_set1_epi32(x); }
  [[gnu::always_inline]] static weights load_weights(const weight* from) noexcept {
    return _mm512_loadu_si512(from);
  }
  [[gnu::always_inline]] static activations broadcast(const staged* from) noexcept {
    std::int32_t group;
    __builtin_memcpy(&group, from, sizeof group);
    return _mm512_set1_epi32(group);
  }
  [[gnu::always_inline]] static activations load_activations(const staged* from) noexcept {
    return broadcast(from);
  }

  template <int Group>
  [[gnu::always_inline]] static vector dot(vector sum, activations x, weights w) noexcept {
    // The instruction itself: with the intrinsic g++ copies sums between registers and spills them in each round.
    asm("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(x), "v"(w));
    return sum;
  }

  [[gnu::always_inline]] static vector add(vector a, vector b) noexcept { return _mm512_add_epi32(a, b); }
  [[gnu::always_inline]] static vector subtract(vector a, vector b) noexcept { return _mm512_sub_epi32(a, b); }
  [[gnu::always_inline]] static vector multiply(vector a, vector b) noexcept { return _mm512_mullo_epi32(a, b); }
  [[gnu::always_inline]] static vector widen(const std::int8_t* from) noexcept {
    return _mm512_cvtepi8_epi32(load_row(from));
  }

  [[gnu::always_inline]] static void interleave(const std::int8_t* const (&rows)[tap_group],
                                                taps (&to)[tap_blocks]) noexcept {
    __m512i x = _mm512_castsi128_si512(load_row(rows[0]));
    x = _mm512_inserti32x4(x, load_row(rows[1]), 1);
    x = _mm512_inserti32x4(x, load_row(rows[2]), 2);
    x = _mm512_inserti32x4(x, load_row(rows[3]), 3);
    // Four channels of each row meet in a 128-bit part, then their bytes are transposed there.
    const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    const __m512i transpose = _mm512_set4_epi32(0x0f0b0703, 0x0e0a0602, 0x0d090501, 0x0c080400);
    x = _mm512_shuffle_epi8(_mm512_permutexvar_epi32(order, x), transpose);
    to[0] = _mm512_xor_si512(x, _mm512_set1_epi8(-128));
  }
  [[gnu::always_inline]] static vector dot_taps(vector sum, taps x, const weight* w) noexcept {
    return _mm512_dpbusd_epi32(sum, x, load_weights(w));
  }

  template <int Width>
  [[gnu::always_inline]] static void stage(const std::int8_t* from, staged* to) noexcept {
    if constexpr (Width == 64) {
      _mm512_storeu_si512(to, _mm512_xor_si512(_mm512_loadu_si512(from), _mm512_set1_epi8(-128)));
    } else if constexpr (Width == 16) {
      const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_xor_si128(x, _mm_set1_epi8(-128)));
    } else {
      std::uint64_t x;
      __builtin_memcpy(&x, from, sizeof x);
      x ^= 0x8080808080808080u;
      __builtin_memcpy(to, &x, sizeof x);
    }
  }

  [[gnu::always_inline]] static vector scale_q31(vector x, vector multiplier, vector left, vector right) noexcept {
    const vector half = _mm512_set1_epi64(std::int64_t{1} << 30);
    x = _mm512_sllv_epi32(x, left);
    const vector even = _mm512_mul_epi32(x, multiplier);
    const vector odd = _mm512_mul_epi32(_mm512_srli_epi64(x, 32), _mm512_srli_epi64(multiplier, 32));
    const vector low = _mm512_srli_epi64(_mm512_add_epi64(even, half), 31);
    const vector high = _mm512_slli_epi64(_mm512_add_epi64(odd, half), 1);
    const vector y = _mm512_mask_blend_epi32(0xaaaa, low, high);
    const vector mask = _mm512_sub_epi32(_mm512_sllv_epi32(fill(1), right), fill(1));
    const vector threshold = _mm512_sub_epi32(_mm512_srli_epi32(mask, 1), _mm512_srai_epi32(y, 31));
    const __mmask16 up = _mm512_cmpgt_epi32_mask(_mm512_and_si512(y, mask), threshold);
    const vector shifted = _mm512_srav_epi32(y, right);
    return _mm512_mask_add_epi32(shifted, up, shifted, fill(1));
  }

  [[gnu::always_inline]] static vector scale_double(vector x, const double* factor) noexcept {
    const __m256i low = scaled_half(_mm512_castsi512_si256(x), factor);
    const __m256i high = scaled_half(_mm512_extracti64x4_epi64(x, 1), factor + 8);
    return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
  }

  [[gnu::always_inline]] static vector scale_float32(vector x, reals factor) noexcept {
    const reals product = _mm512_mul_ps(_mm512_cvtepi32_ps(x), factor);
    // The conversion returns -2^31 for all it cannot hold; the rule saturates.
    const __mmask16 above = _mm512_cmp_ps_mask(product, _mm512_set1_ps(0x1p31f), _CMP_GE_OQ);
    return _mm512_mask_mov_epi32(_mm512_cvtps_epi32(product), above, fill(0x7fffffff));
  }

  [[gnu::always_inline]] static vector scale_proved(vector x, reals factor, reals offset) noexcept {
    constexpr int first_or_both_others = 0xf8;
    const vector signed_offset = _mm512_ternarylogic_epi32(_mm512_castps_si512(offset), x,
                                                           fill(static_cast<std::int32_t>(0x80000000u)),
                                                           first_or_both_others);
    return _mm512_cvttps_epi32(_mm512_fmadd_ps(_mm512_cvtepi32_ps(x), factor, _mm512_castsi512_ps(signed_offset)));
  }

  [[gnu::always_inline]] static vector scale_proved_positive(vector x, reals factor, reals offset) noexcept {
    return _mm512_cvttps_epi32(_mm512_fmadd_ps(_mm512_cvtepi32_ps(x), factor, offset));
  }

  [[gnu::always_inline]] static bytes narrow(vector a, vector b, vector c, vector d) noexcept {
    return narrow_words(_mm512_packs_epi32(a, b), _mm512_packs_epi32(c, d));
  }
  [[gnu::always_inline]] static bytes narrow_around(vector a, vector b, vector c, vector d,
                                                    std::int32_t zero_point) noexcept {
    const __m512i zero = _mm512_set1_epi16(static_cast<short>(zero_point));
    return narrow_words(_mm512_adds_epi16(_mm512_packs_epi32(a, b), zero),
                        _mm512_adds_epi16(_mm512_packs_epi32(c, d), zero));
  }
  [[gnu::always_inline]] static bytes clamp(bytes x, std::int8_t low, std::int8_t high) noexcept {
    return _mm512_min_epi8(_mm512_max_epi8(x, _mm512_set1_epi8(low)), _mm512_set1_epi8(high));
  }
  template <int First, int Count>
  [[gnu::always_inline]] static void store_part(std::int8_t* to, bytes x) noexcept {
    if constexpr (Count == 4) {
      _mm512_storeu_si512(to, x);
    } else if constexpr (Count == 2) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_extracti64x4_epi64(x, First / 2));
    } else {
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_extracti32x4_epi32(x, First));
    }
  }

 private:
  /// Words that packing mixed in each 128-bit part, to bytes in order.
  [[gnu::always_inline]] static bytes narrow_words(__m512i first, __m512i second) noexcept {
    const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    return _mm512_permutexvar_epi32(order, _mm512_packs_epi16(first, second));
  }

  [[gnu::always_inline]] static __m128i load_row(const std::int8_t* from) noexcept {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  }

  [[gnu::always_inline]] static __m256i scaled_half(__m256i x, const double* factor) noexcept {
    __m512d product = _mm512_mul_pd(_mm512_cvtepi32_pd(x), _mm512_loadu_pd(factor));
    asm("" : "+v"(product));  // two roundings: the sum below must not be fused with the product
    const __m512d sign = _mm512_and_pd(product, _mm512_set1_pd(-0.0));
    const __m512d below_half = _mm512_or_pd(sign, _mm512_set1_pd(0x1.fffffffffffffp-2));
    const __m512d sum = _mm512_add_pd(product, below_half);
    const __m512d cut = _mm512_max_pd(_mm512_min_pd(sum, _mm512_set1_pd(0x1p31 - 1.0)), _mm512_set1_pd(-0x1p31));
    return _mm512_cvttpd_epi32(cut);
  }
};

}  // namespace tenon::isa

#endif
