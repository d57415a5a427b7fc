// SPDX-License-Identifier: Apache-2.0
// AVX2 with FMA: two products of 16-bit words a lane, eight lanes.
#pragma once

#if defined(__AVX2__) && defined(__FMA__)

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

/// AVX2 with FMA (Haswell and later, Zen). Bytes are staged as 16-bit words: vpmaddwd on them cannot saturate,
/// which vpmaddubsw can. Weights stay bytes, half the memory, and are widened by a shuffle that fits beside the products.
struct avx2 {
  static constexpr std::string_view name = "avx2";
  static constexpr int lanes = 8;
  static constexpr int depth_group = 2;
  static constexpr int broadcast_groups = 1;
  static constexpr int row_group = 1;
  static constexpr int tile_rows = 6;
  static constexpr int tile_vectors = 2;
  static constexpr int macs_per_cycle = 32;
  static constexpr int stage_offset = 0;
  static constexpr int stage_width = 16;
  static constexpr bool fused_multiply_add = true;
  static constexpr int tap_group = 2;
  static constexpr int tap_blocks = 1;

  using staged = std::int16_t;
  using weight = std::int8_t;
  using vector = __m256i;
  using reals = __m256;
  using bytes = __m256i;
  using weights = __m256i;
  using activations = __m256i;
  using taps = __m256i;

  [[gnu::always_inline]] static vector load(const std::int32_t* from) noexcept {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  }
  [[gnu::always_inline]] static void store(std::int32_t* to, vector x) noexcept {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), x);
  }
  [[gnu::always_inline]] static reals load(const float* from) noexcept { return _mm256_loadu_ps(from); }
  [[gnu::always_inline]] static vector fill(std::int32_t x) noexcept { return _mm256_set1_epi32(x); }
  [[gnu::always_inline]] static weights load_weights(const weight* from) noexcept {
    return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
  }
  [[gnu::always_inline]] static activations broadcast(const staged* from) noexcept {
    std::int32_t group;
    __builtin_memcpy(&group, from, sizeof group);
    return _mm256_set1_epi32(group);
  }
  [[gnu::always_inline]] static activations load_activations(const staged* from) noexcept {
    return broadcast(from);
  }

  template <int Group>
  [[gnu::always_inline]] static vector dot(vector sum, activations x, weights w) noexcept {
    // The instruction itself: g++ copies sums between registers otherwise, and clang regroups them until they spill.
    asm("vpaddd %1, %0, %0" : "+x"(sum) : "x"(_mm256_madd_epi16(x, w)));
    return sum;
  }

  [[gnu::always_inline]] static void interleave(const std::int8_t* const (&rows)[tap_group],
                                                taps (&to)[tap_blocks]) noexcept {
    to[0] = _mm256_cvtepi8_epi16(_mm_unpacklo_epi8(load_half(rows[0]), load_half(rows[1])));
  }
  [[gnu::always_inline]] static vector dot_taps(vector sum, taps x, const weight* w) noexcept {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(x, load_weights(w)));
  }

  [[gnu::always_inline]] static vector add(vector a, vector b) noexcept { return _mm256_add_epi32(a, b); }
  [[gnu::always_inline]] static vector subtract(vector a, vector b) noexcept { return _mm256_sub_epi32(a, b); }
  [[gnu::always_inline]] static vector multiply(vector a, vector b) noexcept { return _mm256_mullo_epi32(a, b); }
  [[gnu::always_inline]] static vector widen(const std::int8_t* from) noexcept {
    return _mm256_cvtepi8_epi32(load_half(from));
  }

  template <int Width>
  [[gnu::always_inline]] static void stage(const std::int8_t* from, staged* to) noexcept {
    if constexpr (Width == 16) {
      const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_cvtepi8_epi16(x));
    } else {
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_cvtepi8_epi16(load_half(from)));
    }
  }

  [[gnu::always_inline]] static vector scale_q31(vector x, vector multiplier, vector left, vector right) noexcept {
    const vector half = _mm256_set1_epi64x(std::int64_t{1} << 30);
    x = _mm256_sllv_epi32(x, left);
    const vector even = _mm256_mul_epi32(x, multiplier);
    const vector odd = _mm256_mul_epi32(_mm256_srli_epi64(x, 32), _mm256_srli_epi64(multiplier, 32));
    const vector low = _mm256_srli_epi64(_mm256_add_epi64(even, half), 31);
    const vector high = _mm256_slli_epi64(_mm256_add_epi64(odd, half), 1);
    const vector y = _mm256_blend_epi32(low, high, 0xaa);
    const vector mask = _mm256_sub_epi32(_mm256_sllv_epi32(fill(1), right), fill(1));
    const vector threshold = _mm256_sub_epi32(_mm256_srli_epi32(mask, 1), _mm256_srai_epi32(y, 31));
    const vector up = _mm256_cmpgt_epi32(_mm256_and_si256(y, mask), threshold);
    return _mm256_sub_epi32(_mm256_srav_epi32(y, right), up);
  }

  [[gnu::always_inline]] static vector scale_double(vector x, const double* factor) noexcept {
    const __m128i low = scaled_half(_mm256_castsi256_si128(x), factor);
    const __m128i high = scaled_half(_mm256_extracti128_si256(x, 1), factor + 4);
    return _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);
  }

  [[gnu::always_inline]] static vector scale_float32(vector x, reals factor) noexcept {
    const reals product = _mm256_mul_ps(_mm256_cvtepi32_ps(x), factor);
    // The conversion returns -2^31 for all it cannot hold; the rule saturates, and 2^31 - 1 is its complement.
    const __m256 above = _mm256_cmp_ps(product, _mm256_set1_ps(0x1p31f), _CMP_GE_OQ);
    return _mm256_xor_si256(_mm256_cvtps_epi32(product), _mm256_castps_si256(above));
  }

  [[gnu::always_inline]] static vector scale_proved(vector x, reals factor, reals offset) noexcept {
    const reals sign = _mm256_and_ps(_mm256_castsi256_ps(x), _mm256_set1_ps(-0.0f));
    const reals signed_offset = _mm256_or_ps(sign, offset);
    return _mm256_cvttps_epi32(_mm256_fmadd_ps(_mm256_cvtepi32_ps(x), factor, signed_offset));
  }

  [[gnu::always_inline]] static vector scale_proved_positive(vector x, reals factor, reals offset) noexcept {
    return _mm256_cvttps_epi32(_mm256_fmadd_ps(_mm256_cvtepi32_ps(x), factor, offset));
  }

  [[gnu::always_inline]] static bytes narrow(vector a, vector b, vector c, vector d) noexcept {
    return narrow_words(_mm256_packs_epi32(a, b), _mm256_packs_epi32(c, d));
  }
  [[gnu::always_inline]] static bytes narrow_around(vector a, vector b, vector c, vector d,
                                                    std::int32_t zero_point) noexcept {
    const __m256i zero = _mm256_set1_epi16(static_cast<short>(zero_point));
    return narrow_words(_mm256_adds_epi16(_mm256_packs_epi32(a, b), zero),
                        _mm256_adds_epi16(_mm256_packs_epi32(c, d), zero));
  }
  [[gnu::always_inline]] static bytes clamp(bytes x, std::int8_t low, std::int8_t high) noexcept {
    return _mm256_min_epi8(_mm256_max_epi8(x, _mm256_set1_epi8(low)), _mm256_set1_epi8(high));
  }
  template <int First, int Count>
  [[gnu::always_inline]] static void store_part(std::int8_t* to, bytes x) noexcept {
    if constexpr (Count == 4) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), x);
    } else {
      const __m128i half = _mm256_extracti128_si256(x, First / 2);
      if constexpr (Count == 2) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), half);
      } else {
        const std::int64_t part = First % 2 == 0 ? _mm_cvtsi128_si64(half) : _mm_extract_epi64(half, 1);
        __builtin_memcpy(to, &part, sizeof part);
      }
    }
  }

 protected:
  [[gnu::always_inline]] static __m128i load_half(const std::int8_t* from) noexcept {
    return _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from));
  }

 private:
  /// Words that packing mixed in each 128-bit part, to bytes in order.
  [[gnu::always_inline]] static bytes narrow_words(__m256i first, __m256i second) noexcept {
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    return _mm256_permutevar8x32_epi32(_mm256_packs_epi16(first, second), order);
  }

  [[gnu::always_inline]] static __m128i scaled_half(__m128i x, const double* factor) noexcept {
    __m256d product = _mm256_mul_pd(_mm256_cvtepi32_pd(x), _mm256_loadu_pd(factor));
    asm("" : "+x"(product));  // two roundings: the sum below must not be fused with the product
    const __m256d sign = _mm256_and_pd(product, _mm256_set1_pd(-0.0));
    const __m256d below_half = _mm256_or_pd(sign, _mm256_set1_pd(0x1.fffffffffffffp-2));
    const __m256d sum = _mm256_add_pd(product, below_half);
    const __m256d cut = _mm256_max_pd(_mm256_min_pd(sum, _mm256_set1_pd(0x1p31 - 1.0)), _mm256_set1_pd(-0x1p31));
    return _mm256_cvttpd_epi32(cut);
  }
};

}  // namespace tenon::isa

#endif
