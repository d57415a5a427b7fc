// SPDX-License-Identifier: Apache-2.0
// quantize on Hexagon, bit-equal to the reference: by integers, as vectors of older architectures have no real numbers.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/tables.hpp>
#include <tenon/backend/hexagon/words.hpp>
#include <tenon/core/encoding.hpp>
#include <tenon/core/least_float.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/quantize.hpp>

namespace tenon {
namespace hexagon_kernels {

/// What float32 are divided by a scale with. A product of mantissas gives an integer that is right or one too small;
/// then the least float of the next one is looked up and compared with.
struct division_by_scale {
  word_table ranks{};           ///< `float_rank` of the least float of each int8
  encoding code{};              ///< of int8
  std::int32_t inverse{};       ///< 2^54 divided by the scale's mantissa of 24 bits, rounded down; 0 if vectors cannot
  std::int32_t exponent{};      ///< how far mantissas shift right, less the exponent of a number
  std::array<std::int32_t, 28> unused{};

  static constexpr std::int32_t hidden_bit = 0x00800000;
  static constexpr std::int32_t mantissa_bits = hidden_bit - 1;
  static constexpr std::int32_t infinity = 0x7f800000;

  /// Scales of 2^-100 .. 2^100: numbers below the normal ones are 0 then, and exponents stay in their range.
  static constexpr bool takes(encoding code) noexcept { return code.scale >= 0x1p-100f && code.scale <= 0x1p100f; }

  static constexpr division_by_scale of(encoding code) noexcept {
    division_by_scale made{.code = code};
    if (!takes(code)) return made;
    const auto bits = std::bit_cast<std::int32_t>(code.scale);
    const std::int64_t inverse = (std::int64_t{1} << 54) / (hidden_bit | (bits & mantissa_bits));
    made.inverse = inverse > 0x7fffffff ? 0x7fffffff : static_cast<std::int32_t>(inverse);
    made.exponent = 29 + (bits >> 23);
    made.ranks = word_table::of([&](int q) { return float_rank(least_float_of(q, code)); });
    return made;
  }
};

/// A division in registers.
class scale_divider {
 public:
  [[gnu::always_inline]] explicit scale_divider(const division_by_scale& by) noexcept
      : ranks_(by.ranks), by_(by) {}

  /// The int8 of 128 floats, given as words.
  [[gnu::always_inline]] hvx::vector operator()(const word_block& floats) const noexcept {
    word_block next{};
    for (std::size_t i = 0; i < 4; ++i) next[i] = guess_next(floats[i]);
    const word_block least = ranks_(pack(next));
    for (std::size_t i = 0; i < 4; ++i) next[i] = settle(floats[i], next[i], least[i]);
    return pack(next);
  }

 private:
  using numbers = division_by_scale;

  [[gnu::always_inline]] static hvx::vector pack(const word_block& words) noexcept {
    return hvx::pack_halves(hvx::pack_words(words[3], words[2]), hvx::pack_words(words[1], words[0]));
  }
  [[gnu::always_inline]] static hvx::vector magnitude(hvx::vector bits) noexcept {
    return hvx::bit_and(bits, hvx::splat_words(0x7fffffff));
  }
  [[gnu::always_inline]] static hvx::vector within(hvx::vector x, std::int32_t low, std::int32_t high) noexcept {
    return hvx::min_words(hvx::max_words(x, hvx::splat_words(low)), hvx::splat_words(high));
  }

  /// The integer of a float, or the one above it.
  [[gnu::always_inline]] hvx::vector guess_next(hvx::vector bits) const noexcept {
    const hvx::vector size = magnitude(bits);
    const hvx::vector mantissa = hvx::bit_or(hvx::bit_and(bits, hvx::splat_words(numbers::mantissa_bits)),
                                             hvx::splat_words(numbers::hidden_bit));
    const hvx::vector wide = hvx::shift_left_words(mantissa, hvx::splat_words(7));
    const hvx::vector inverse = hvx::splat_words(by_.inverse);
    const hvx::vector quotient = hvx::multiply_high(hvx::multiply_low(wide, inverse), wide, inverse);
    const hvx::vector count =
        within(hvx::subtract_words(hvx::splat_words(by_.exponent), hvx::shift_right_words(size, 23)), 0, 31);
    // Two less than the product, which is rounded: magnitudes are guessed right or one too small. Twice them is left.
    const hvx::vector doubled = hvx::shift_right_words(hvx::subtract_words(quotient, hvx::splat_words(2)), count);
    const hvx::vector rounded = hvx::shift_right_words(hvx::add_words(doubled, hvx::splat_words(1)), 1);
    // Below zero that would be a number right or one too large, so one is taken off: -(rounded + 1).
    const hvx::vector least_guess = hvx::bit_xor(rounded, hvx::shift_right_words(bits, 31));
    return within(hvx::add_words(least_guess, hvx::splat_words(by_.code.zero_point + 1)), -127, 127);
  }

  /// One less than `next` if the float is less than the least one of it. What is no number is the zero point.
  [[gnu::always_inline]] hvx::vector settle(hvx::vector bits, hvx::vector next, hvx::vector least) const noexcept {
    const hvx::vector size = magnitude(bits);
    const hvx::vector sign = hvx::shift_right_words(bits, 31);
    const hvx::vector rank = hvx::subtract_words(hvx::bit_xor(size, sign), sign);
    const hvx::vector one_less = hvx::subtract_words(next, hvx::splat_words(1));
    const hvx::vector settled = hvx::select_greater_words(least, rank, one_less, next);
    return hvx::select_greater_words(size, hvx::splat_words(numbers::infinity),
                                     hvx::splat_words(by_.code.zero_point), settled);
  }

  word_lookup ranks_;
  const division_by_scale& by_;
};

}  // namespace hexagon_kernels

/// A uint8 is made as the int8 under a zero point that is 128 less, with its first bit turned.
template <since<v66> Architecture, calls<op::quantize_> Call>
  requires(Call::x.type == f32 && (Call::y.type == i8 || Call::y.type == u8))
struct kernel<hexagon<Architecture>, Call> {
  using packed = hexagon_kernels::division_by_scale;
  using made_type = storage_t<Call::y.type>;
  static constexpr std::string_view variant = "least_floats";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const op::encoding_parameters& w) noexcept {
    return packed::of({w.code.scale, w.code.zero_point - above_int8});
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, made_type* y, const float* x) noexcept {
    using namespace hexagon_kernels;
    if (w.inverse == 0) return run_by_numbers(w.code, y, x);
    const scale_divider divide(w);
    for_each_vector<Call::y.size()>([&](int first, int count) __attribute__((always_inline)) {
      const hvx::vector made = divide(load_words(x + first, count));
      store_part(y + first, hvx::bit_xor(made, hvx::splat_bytes(above_int8)), count);
    });
  }

 private:
  static constexpr std::int32_t above_int8 = range_of(Call::y.type).low + 128;

  [[gnu::noinline]] static void run_by_numbers(encoding code, made_type* y, const float* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i)
      y[i] = static_cast<made_type>(quantize_value(x[i], code, -128, 127) + above_int8);
  }
};

}  // namespace tenon
