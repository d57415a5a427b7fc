// SPDX-License-Identifier: Apache-2.0
// Walks over arrays in SIMD batches of real numbers, the last of them filled up.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

// g++ 12 takes the deliberately undefined operands of its own AVX-512 intrinsics for mistakes of who inlines
// them.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <xsimd/xsimd.hpp>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

namespace tenon::kryo_kernels {

/// As many real numbers as one SIMD register of the target holds.
using floats = xsimd::batch<float>;
inline constexpr int float_lanes = static_cast<int>(floats::size);

/// a * b + c with one rounding where the target has it. The library of version 8 spells it with two on AVX-512.
[[gnu::always_inline]] inline floats multiply_add(floats a, floats b, floats c) noexcept {
#if defined(__AVX512F__)
  return floats(_mm512_fmadd_ps(a, b, c));
#else
  return xsimd::fma(a, b, c);
#endif
}

/// A SIMD register of `Lanes` real numbers, for arrays that do not fill the widest; a plain number where there is none.
template <int Lanes>
struct sized_floats {
  using type = xsimd::make_sized_batch_t<float, static_cast<std::size_t>(Lanes)>;
};
template <>
struct sized_floats<0> {
  using type = float;
};

/// a * b + c for those.
template <class Arch>
[[gnu::always_inline]] inline xsimd::batch<float, Arch> multiply_add(xsimd::batch<float, Arch> a,
                                                                     xsimd::batch<float, Arch> b,
                                                                     xsimd::batch<float, Arch> c) noexcept {
  return xsimd::fma(a, b, c);
}

/// a / b as IEEE 754 rounds it. On Arm the library's own division is an approximation.
[[gnu::always_inline]] inline floats divide_exactly(floats a, floats b) noexcept {
#if defined(__aarch64__)
  return floats(vdivq_f32(a, b));
#else
  return a / b;
#endif
}

/// Loads `count` numbers, fewer than a batch, and fills up with `otherwise`.
[[gnu::always_inline]] inline floats load_part(const float* x, int count, float otherwise) noexcept {
  alignas(64) std::array<float, floats::size> part;
  part.fill(otherwise);
  std::copy_n(x, count, part.data());
  return floats::load_aligned(part.data());
}

/// Stores the first `count` numbers of a batch.
[[gnu::always_inline]] inline void store_part(floats values, float* y, int count) noexcept {
  alignas(64) std::array<float, floats::size> part;
  values.store_aligned(part.data());
  std::copy_n(part.data(), count, y);
}

/// As many int8 as a batch has lanes, as int32.
[[gnu::always_inline]] inline xsimd::batch<std::int32_t> load_widened(const std::int8_t* x) noexcept {
#if defined(__AVX512F__)
  return xsimd::batch<std::int32_t>(
      _mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(x))));
#elif defined(__AVX2__)
  return xsimd::batch<std::int32_t>(
      _mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(x))));
#else
  alignas(64) std::array<std::int32_t, floats::size> wide;
  std::copy_n(x, floats::size, wide.data());
  return xsimd::batch<std::int32_t>::load_aligned(wide.data());
#endif
}

/// The same of uint8 or int16.
template <class Integer>
[[gnu::always_inline]] inline xsimd::batch<std::int32_t> load_widened(const Integer* x) noexcept {
  alignas(64) std::array<std::int32_t, floats::size> wide;
  std::copy_n(x, floats::size, wide.data());
  return xsimd::batch<std::int32_t>::load_aligned(wide.data());
}

/// Stores int32 that fit as int8.
[[gnu::always_inline]] inline void store_narrowed(xsimd::batch<std::int32_t> x, std::int8_t* y) noexcept {
#if defined(__AVX512F__)
  _mm_storeu_si128(reinterpret_cast<__m128i*>(y), _mm512_cvtepi32_epi8(x));
#else
  alignas(64) std::array<std::int32_t, floats::size> wide;
  x.store_aligned(wide.data());
  for (std::size_t i = 0; i < floats::size; ++i) y[i] = static_cast<std::int8_t>(wide[i]);
#endif
}

/// The largest of `Length` numbers, at least a batch of them, in any order. What is not a number is passed
/// over, unless the first is none.
template <int Length>
[[gnu::always_inline]] inline float largest_of(const float* x) noexcept {
  floats most(x[0]);
  const auto meet = [&](const float* next) __attribute__((always_inline)) {
    const floats values = floats::load_unaligned(next);
    most = xsimd::select(values > most, values, most);
  };
  for (int i = 0; i + float_lanes <= Length; i += float_lanes) meet(x + i);
  // The last batch may overlap the one before it.
  if constexpr (Length % float_lanes != 0) meet(x + Length - float_lanes);
  alignas(64) std::array<float, floats::size> each;
  most.store_aligned(each.data());
  float largest = each[0];
  for (const float value : each) largest = value > largest ? value : largest;
  return largest;
}

/// y[i] = function(x[i]) for `Size` numbers; y may be x.
template <int Size, class Function>
[[gnu::always_inline]] inline void transform(const float* x, float* y, Function function) noexcept {
  constexpr int whole = Size / float_lanes * float_lanes;
  for (int i = 0; i < whole; i += float_lanes) function(floats::load_unaligned(x + i)).store_unaligned(y + i);
  if constexpr (whole < Size)
    store_part(function(load_part(x + whole, Size - whole, 0.0f)), y + whole, Size - whole);
}

}  // namespace tenon::kryo_kernels
