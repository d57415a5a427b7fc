// SPDX-License-Identifier: Apache-2.0
// Epilogues that bring int32 accumulators to int8: exact by each rounding rule, or by a proved float form.
#pragma once

#include <tenon/backend/kryo/gemm.hpp>
#include <tenon/backend/kryo/prove.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/core/requantize.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace tenon::kryo_kernels {

namespace detail {

/// Whether the compiler knows that x holds: constant parameters drop steps, others go through them without a branch.
[[gnu::always_inline]] inline bool known(bool x) noexcept {
  return __builtin_constant_p(x) && x;
}

template <class Isa>
concept lowers_integers = requires { requires Isa::lowers_integers; };

/// Factors of the exact form of a rule as vectors take them.
template <class Rule, std::size_t Columns>
struct exact_factors;

/// Results of the exact rules take the zero point in int32, where the sum may wrap.
struct wrapping_factors {
  static constexpr bool wraps = true;
};

template <std::size_t Columns>
struct exact_factors<q31_rule, Columns> : wrapping_factors {
  std::int32_t multiplier[Columns]{};
  std::int32_t left[Columns]{};
  std::int32_t right[Columns]{};

  constexpr void set(int column, q31_factor by) noexcept {
    // A shift by 32 or more leaves 0 in both directions, which a multiplier of 0 says too.
    const bool nothing = by.exponent > 31 || by.exponent < -31;
    multiplier[column] = nothing ? 0 : by.multiplier;
    left[column] = nothing || by.exponent < 0 ? 0 : by.exponent;
    right[column] = nothing || by.exponent > 0 ? 0 : -by.exponent;
  }
  template <class Isa>
  [[gnu::always_inline]] typename Isa::vector apply(typename Isa::vector x, int column, bool = false) const noexcept {
    return Isa::scale_q31(x, Isa::load(multiplier + column), Isa::load(left + column), Isa::load(right + column));
  }
};

template <std::size_t Columns>
struct exact_factors<double_rule, Columns> : wrapping_factors {
  double factor[Columns]{};

  constexpr void set(int column, double_rule::factor by) noexcept { factor[column] = real_of(by); }
  template <class Isa>
  [[gnu::always_inline]] typename Isa::vector apply(typename Isa::vector x, int column, bool = false) const noexcept {
    return Isa::scale_double(x, factor + column);
  }
};

template <std::size_t Columns>
struct exact_factors<float32_rule, Columns> : wrapping_factors {
  float factor[Columns]{};

  constexpr void set(int column, float by) noexcept { factor[column] = by; }
  template <class Isa>
  [[gnu::always_inline]] typename Isa::vector apply(typename Isa::vector x, int column, bool = false) const noexcept {
    return Isa::scale_float32(x, Isa::load(factor + column));
  }
};

/// The exact form of factors below 1/2: one product and one shift to the right.
template <std::size_t Columns>
struct lowering_factors {
  /// Results have at most 30 bits, so the zero point may be added after they are cut to 16.
  static constexpr bool wraps = false;

  const exact_factors<q31_rule, Columns>& exact;

  template <class Isa>
  [[gnu::always_inline]] typename Isa::vector apply(typename Isa::vector x, int column, bool rectified) const noexcept {
    const typename Isa::vector multiplier = Isa::load(exact.multiplier + column);
    const typename Isa::vector right = Isa::load(exact.right + column);
    // What rounds to other numbers below zero is cut off at zero anyway.
    if (rectified) return Isa::scale_lowered_positive(x, multiplier, right);
    return Isa::scale_lowered(x, multiplier, right);
  }
};

template <std::size_t Columns>
struct proved_factors {
  /// Results cannot come near the ends of int32, so the zero point may be added after they are cut to 16 bits.
  static constexpr bool wraps = false;

  float scale[Columns]{};
  float offset[Columns]{};

  template <class Isa>
  [[gnu::always_inline]] typename Isa::vector apply(typename Isa::vector x, int column, bool rectified) const noexcept {
    if (rectified) return Isa::scale_proved_positive(x, Isa::load(scale + column), Isa::load(offset + column));
    return Isa::scale_proved(x, Isa::load(scale + column), Isa::load(offset + column));
  }
};

}  // namespace detail

/// What requantization streams: factors of Columns channels (padded to whole vectors), zero point, bounds.
///
/// `proved` says that the float form equals Rule on every reachable accumulator of every channel.
template <class Rule, std::size_t Columns>
struct requantization {
  detail::exact_factors<Rule, Columns> exact{};
  detail::proved_factors<Columns> fast{};
  std::int32_t zero_point{};
  std::int32_t low{};
  std::int32_t high{};
  std::int32_t proved{};  // 0 or 1; a whole word, so that there is no padding
  /// 1 if every factor is below 1/2, and given as a Q31 product.
  std::int32_t lowers{};
  std::int32_t spare{};  // keeps the number of words even, as factors can be doubles

  constexpr void set_output(std::int32_t output_zero_point, std::int32_t lowest, std::int32_t highest,
                            bool try_to_prove = true) noexcept {
    zero_point = output_zero_point;
    low = lowest;
    high = highest;
    // Results are cut around zero, so that 0 is one of them; the zero point of an int8 always allows it.
    proved = try_to_prove ? 1 : 0;
    lowers = std::is_same_v<Rule, q31_rule> ? 1 : 0;
  }

  /// Sets the factor of a channel whose accumulators are at most `bound` in size. After `set_output`.
  constexpr void set(int column, typename Rule::factor by, std::int64_t bound) noexcept {
    exact.set(column, by);
    if constexpr (std::is_same_v<Rule, q31_rule>)
      if (by.exponent > -1 && by.multiplier != 0) lowers = 0;
    if (proved == 0) return;
    const std::int32_t lowest = low - zero_point < 0 ? low - zero_point : 0;
    const std::int32_t highest = high - zero_point > 0 ? high - zero_point : 0;
    const float_form form = prove_float_form<Rule>(by, bound, lowest, highest);
    fast.scale[column] = form.scale;
    fast.offset[column] = form.offset;
    proved = form.found ? 1 : 0;
  }
};

/// Requantizes, clamps, narrows and writes tiles: an epilogue of `multiply_rows`.
template <class Isa, class Factors>
struct store_int8 {
  const Factors& factors;
  std::int32_t zero_point;
  std::int8_t low;
  std::int8_t high;
  std::int8_t* y;
  /// Elements from one row of the result to the next.
  std::ptrdiff_t pitch;

  template <int Valid, int Rows, int Vectors>
  [[gnu::always_inline]] void store(tile<Isa, Rows, Vectors>& sums, int row, int column) const noexcept {
    scale(sums, column, std::make_integer_sequence<int, Rows * Vectors>{});
    constexpr int registers = (Rows * Vectors + 3) / 4;
    constexpr int registers_a_row = (Vectors + 3) / 4;
    std::int8_t* const to = y + row * pitch + column;
    write_all<Valid>(sums, to, std::make_integer_sequence<int, Vectors < 4 ? registers : Rows * registers_a_row>{});
  }

 private:
  template <int Rows, int Vectors, int... I>
  [[gnu::always_inline]] void scale(tile<Isa, Rows, Vectors>& sums, int column,
                                    std::integer_sequence<int, I...>) const noexcept {
    const bool rectified = detail::known(low >= zero_point);
    ((sums.at[I] = factors.template apply<Isa>(sums.at[I], column + I % Vectors * Isa::lanes, rectified)), ...);
    if constexpr (Factors::wraps) {
      const typename Isa::vector zero = Isa::fill(zero_point);
      ((sums.at[I] = Isa::add(sums.at[I], zero)), ...);
    }
  }

  template <int Valid, int Rows, int Vectors, int... I>
  [[gnu::always_inline]] void write_all(const tile<Isa, Rows, Vectors>& sums, std::int8_t* to,
                                        std::integer_sequence<int, I...>) const noexcept {
    (write_register<Valid, 4 * I>(sums, to), ...);
  }

  /// Four vectors from First on, of one row or of several.
  template <int Valid, int First, int Rows, int Vectors>
  [[gnu::always_inline]] void write_register(const tile<Isa, Rows, Vectors>& sums, std::int8_t* to) const noexcept {
    constexpr int last = Rows * Vectors - 1;
    constexpr auto kept = [](int i) { return i < last ? i : last; };
    typename Isa::bytes whole = narrowed(sums.at[kept(First)], sums.at[kept(First + 1)], sums.at[kept(First + 2)],
                                         sums.at[kept(First + 3)]);
    if (!detail::known(low == -128 && high == 127)) whole = Isa::clamp(whole, low, high);
    constexpr int together = Vectors < 4 ? Vectors : 4;
    write_parts<Valid, First, Rows, Vectors>(whole, to, std::make_integer_sequence<int, 4 / together>{});
  }

  [[gnu::always_inline]] typename Isa::bytes narrowed(typename Isa::vector a, typename Isa::vector b,
                                                      typename Isa::vector c, typename Isa::vector d) const noexcept {
    if constexpr (Factors::wraps) return Isa::narrow(a, b, c, d);
    else return Isa::narrow_around(a, b, c, d, zero_point);
  }

  template <int Valid, int First, int Rows, int Vectors, int... Part>
  [[gnu::always_inline]] void write_parts(typename Isa::bytes whole, std::int8_t* to,
                                          std::integer_sequence<int, Part...>) const noexcept {
    constexpr int together = Vectors < 4 ? Vectors : 4;
    (write_part<Valid, First + Part * together, Part * together, Rows, Vectors>(whole, to), ...);
  }

  template <int Valid, int First, int Part, int Rows, int Vectors>
  [[gnu::always_inline]] void write_part(typename Isa::bytes whole, std::int8_t* to) const noexcept {
    if constexpr (First < Rows * Vectors) {
      constexpr int together = Vectors < 4 ? Vectors : 4;
      constexpr int column = First % Vectors * Isa::lanes;
      constexpr int count = Valid - column < together * Isa::lanes ? Valid - column : together * Isa::lanes;
      std::int8_t* const at = to + First / Vectors * pitch + column;
      if constexpr (count == together * Isa::lanes) {
        Isa::template store_part<Part, together>(at, whole);
      } else if constexpr (count > 0) {
        std::int8_t cut[together * Isa::lanes];
        Isa::template store_part<Part, together>(cut, whole);
        __builtin_memcpy(at, cut, count);
      }
    }
  }
};

/// Calls `body` with the epilogue that writes to y: the fastest form that is exact for these factors.
///
/// A constant `requantization` makes the choice when the program is compiled.
template <class Isa, class Rule, std::size_t Columns, class Body>
[[gnu::always_inline]] inline void with_store_int8(const requantization<Rule, Columns>& by, std::int8_t* y,
                                                   std::ptrdiff_t pitch, const Body& body) noexcept {
  const auto low = static_cast<std::int8_t>(by.low);
  const auto high = static_cast<std::int8_t>(by.high);
  if constexpr (detail::lowers_integers<Isa> && std::is_same_v<Rule, q31_rule>) {
    if (by.lowers != 0) {
      const detail::lowering_factors<Columns> factors{by.exact};
      body(store_int8<Isa, detail::lowering_factors<Columns>>{factors, by.zero_point, low, high, y, pitch});
      return;
    }
  }
  if constexpr (Isa::fused_multiply_add && !(detail::lowers_integers<Isa> && std::is_same_v<Rule, q31_rule>)) {
    if (by.proved != 0) {
      body(store_int8<Isa, detail::proved_factors<Columns>>{by.fast, by.zero_point, low, high, y, pitch});
      return;
    }
  }
  body(store_int8<Isa, detail::exact_factors<Rule, Columns>>{by.exact, by.zero_point, low, high, y, pitch});
}

}  // namespace tenon::kryo_kernels
