// SPDX-License-Identifier: Apache-2.0
// AVX-VNNI: four products of bytes a lane, eight lanes.
#pragma once

#include <tenon/backend/kryo/isa/avx2.hpp>

#if defined(__AVX2__) && defined(__FMA__) && \
    (defined(__AVXVNNI__) || (defined(__AVX512VNNI__) && defined(__AVX512VL__)))

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

/// AVX-VNNI (Alder Lake and later): AVX2 whose dot products are vpdpbusd. Bytes are staged as x + 128. Machines with
/// AVX-512 VNNI have the same instruction on 256 bits in another encoding, and can run this too.
struct avx_vnni : avx2 {
  static constexpr std::string_view name = "avx_vnni";
  static constexpr int depth_group = 4;
  static constexpr int macs_per_cycle = 64;
  static constexpr int stage_offset = 128;
  static constexpr int stage_width = 16;
  static constexpr int tap_group = 4;

  using staged = std::uint8_t;
  using weight = std::int8_t;

  [[gnu::always_inline]] static weights load_weights(const weight* from) noexcept {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
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
#if defined(__AVXVNNI__)
    return _mm256_dpbusd_avx_epi32(sum, x, w);
#else
    return _mm256_dpbusd_epi32(sum, x, w);
#endif
  }

  [[gnu::always_inline]] static void interleave(const std::int8_t* const (&rows)[tap_group],
                                                taps (&to)[tap_blocks]) noexcept {
    const __m128i upper = _mm_unpacklo_epi64(load_half(rows[0]), load_half(rows[1]));
    const __m128i lower = _mm_unpacklo_epi64(load_half(rows[2]), load_half(rows[3]));
    const __m256i x = _mm256_inserti128_si256(_mm256_castsi128_si256(upper), lower, 1);
    // Four channels of each row meet in a 128-bit part, then their bytes are transposed there.
    const __m256i order = _mm256_setr_epi32(0, 2, 4, 6, 1, 3, 5, 7);
    const __m256i transpose = _mm256_broadcastsi128_si256(_mm_set_epi32(0x0f0b0703, 0x0e0a0602, 0x0d090501, 0x0c080400));
    const __m256i mixed = _mm256_shuffle_epi8(_mm256_permutevar8x32_epi32(x, order), transpose);
    to[0] = _mm256_xor_si256(mixed, _mm256_set1_epi8(-128));
  }
  [[gnu::always_inline]] static vector dot_taps(vector sum, taps x, const weight* w) noexcept {
    return dot<0>(sum, x, load_weights(w));
  }

  template <int Width>
  [[gnu::always_inline]] static void stage(const std::int8_t* from, staged* to) noexcept {
    if constexpr (Width == 16) {
      const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_xor_si128(x, _mm_set1_epi8(-128)));
    } else {
      _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_xor_si128(load_half(from), _mm_set1_epi8(-128)));
    }
  }
};

}  // namespace tenon::isa

#endif
