// SPDX-License-Identifier: Apache-2.0
// Sums of int8 by their linear form, vector by vector and row by row.
#pragma once

#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/op/linear_sum.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon::hexagon_kernels {

/// Sums in one step, 128 at a time. Inputs and results are int8.
template <bool Cuts>
class linear_adder {
 public:
  [[gnu::always_inline]] linear_adder(const linear_sum& w, const op::integer_store& store) noexcept
      : first_(hvx::splat_words(w.first)),
        second_(hvx::splat_words(w.second)),
        offset_(hvx::splat_words(w.signed_offset())),
        low_(hvx::splat_bytes(store.low)),
        high_(hvx::splat_bytes(store.high)) {}

  [[gnu::always_inline]] hvx::vector operator()(hvx::vector a, hvx::vector b) const noexcept {
    return join(add(split(a, b)));
  }

  /// Adds `Length` numbers.
  template <int Length>
  [[gnu::always_inline]] void add_row(std::int8_t* y, const std::int8_t* a, const std::int8_t* b) const noexcept {
    constexpr int groups = Length / group;
    if constexpr (groups > 0) {
      if (is_aligned(y, vector_bytes) && is_aligned(a, vector_bytes) && is_aligned(b, vector_bytes))
        add_groups<true>(y, a, b, groups);
      else
        add_groups<false>(y, a, b, groups);
    }
    for_each_vector<Length % group>([&](int at, int count) __attribute__((always_inline)) {
      const int from = groups * group + at;
      store_part(y + from, (*this)(load_part(a + from, count), load_part(b + from, count)), count);
    });
  }

 private:
  static constexpr int word_shift = 15;
  static constexpr int group = 2 * vector_bytes;

  /// Two inputs as halves, even and odd places apart.
  struct terms {
    hvx::pair first;
    hvx::pair second;
  };
  /// 128 sums before the last shift.
  struct halves {
    hvx::vector even;
    hvx::vector odd;
  };

  [[gnu::always_inline]] static terms split(hvx::vector a, hvx::vector b) noexcept {
    return {hvx::split_bytes(a), hvx::split_bytes(b)};
  }
  template <bool Aligned>
  [[gnu::always_inline]] static terms load(const std::int8_t* a, const std::int8_t* b) noexcept {
    if constexpr (Aligned)
      return split(hvx::load(a), hvx::load(b));
    else
      return split(hvx::load_unaligned(a), hvx::load_unaligned(b));
  }
  template <bool Aligned>
  [[gnu::always_inline]] void store(std::int8_t* y, const halves& sums) const noexcept {
    if constexpr (Aligned)
      hvx::store(y, join(sums));
    else
      hvx::store_unaligned(y, join(sums));
  }

  /// Two vectors a round: compilers then overlap rounds, and eight products a vector leave few packets unfilled.
  template <bool Aligned>
  [[gnu::always_inline]] void add_groups(std::int8_t* y, const std::int8_t* a, const std::int8_t* b,
                                         int groups) const noexcept {
    for (; groups > 0; --groups, y += group, a += group, b += group) {
      const halves first = add(load<Aligned>(a, b));
      const halves second = add(load<Aligned>(a + vector_bytes, b + vector_bytes));
      store<Aligned>(y, first);
      store<Aligned>(y + vector_bytes, second);
    }
  }

  [[gnu::always_inline]] halves add(const terms& x) const noexcept {
    return {add_halves(hvx::low(x.first), hvx::low(x.second)), add_halves(hvx::high(x.first), hvx::high(x.second))};
  }

  /// 64 sums.
  [[gnu::always_inline]] hvx::vector add_halves(hvx::vector x, hvx::vector z) const noexcept {
    const hvx::vector even =
        hvx::multiply_even_signed_halves(hvx::multiply_even_signed_halves(offset_, first_, x), second_, z);
    const hvx::vector odd = hvx::add_words(hvx::add_words(offset_, hvx::multiply_odd_halves(first_, x)),
                                           hvx::multiply_odd_halves(second_, z));
    return hvx::narrow_words(odd, even, word_shift);
  }

  [[gnu::always_inline]] hvx::vector join(const halves& sums) const noexcept {
    const hvx::vector y = hvx::narrow_halves(sums.odd, sums.even, linear_sum::shift - word_shift);
    if constexpr (!Cuts) return y;
    return hvx::min_bytes(hvx::max_bytes(y, low_), high_);
  }

  hvx::vector first_;
  hvx::vector second_;
  hvx::vector offset_;
  hvx::vector low_;
  hvx::vector high_;
};

}  // namespace tenon::hexagon_kernels
