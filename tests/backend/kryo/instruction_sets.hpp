// SPDX-License-Identifier: Apache-2.0
// The instruction sets that this build can run, one after the other, and numbers to try them on.
#pragma once

#include <tenon/backend/kryo/isa.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace tenon_test {

template <class... Sets>
struct set_list {
  /// Calls body.operator()<Isa>() for each set.
  template <class Body>
  static constexpr void each(Body body) {
    (body.template operator()<Sets>(), ...);
  }
};

/// Every set that the compiler's flags allow, not only the best.
using usable_sets = set_list<tenon::isa::scalar
#if defined(__AVX2__) && defined(__FMA__)
                             ,
                             tenon::isa::avx2
#endif
#if defined(__AVX2__) && defined(__FMA__) && \
    (defined(__AVXVNNI__) || (defined(__AVX512VNNI__) && defined(__AVX512VL__)))
                             ,
                             tenon::isa::avx_vnni
#endif
#if defined(__AVX512VNNI__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
                             ,
                             tenon::isa::avx512_vnni
#endif
#if defined(__aarch64__) && defined(__ARM_NEON)
                             ,
                             tenon::isa::neon
#endif
#if defined(__aarch64__) && defined(__ARM_FEATURE_DOTPROD)
                             ,
                             tenon::isa::neon_dotprod
#endif
#if defined(__aarch64__) && defined(__ARM_FEATURE_DOTPROD) && defined(__ARM_FEATURE_MATMUL_INT8)
                             ,
                             tenon::isa::neon_i8mm
#endif
                             >;

/// `count` int8, the ends of their range among them more often than chance would have it.
inline std::vector<std::int8_t> random_bytes(std::mt19937& random, int count) {
  std::vector<std::int8_t> bytes(static_cast<std::size_t>(count));
  for (std::int8_t& byte : bytes) {
    const auto drawn = random();
    const int value = static_cast<int>(drawn >> 8 & 255u) - 128;
    byte = static_cast<std::int8_t>(drawn % 8 == 0 ? -128 : drawn % 8 == 1 ? 127 : value);
  }
  return bytes;
}

/// An int32 of random size, or an end of the range.
inline std::int32_t random_word(std::mt19937& random) {
  using limits = std::numeric_limits<std::int32_t>;
  const auto drawn = random();
  const auto size = random();
  if (size % 16 == 0) return limits::min();
  if (size % 16 == 1) return limits::max();
  return static_cast<std::int32_t>(drawn) >> (size / 16 % 32);
}

}  // namespace tenon_test
