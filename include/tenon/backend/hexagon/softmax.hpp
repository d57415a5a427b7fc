// SPDX-License-Identifier: Apache-2.0
// softmax on Hexagon, bit-equal to the reference: exponentials are looked up, shares are products, 128 at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/tables.hpp>
#include <tenon/backend/hexagon/words.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/softmax.hpp>

namespace tenon {
namespace hexagon_kernels {

/// Words divided by 2^count, 1 .. 31, halves up.
[[gnu::always_inline]] inline hvx::vector rounding_shift_right_words(hvx::vector x, std::int32_t count) noexcept {
  return hvx::shift_right_words(hvx::add_words(hvx::shift_right_words(x, count - 1), hvx::splat_words(1)), 1);
}

/// The largest byte of a vector, at every place.
[[gnu::always_inline]] inline hvx::vector largest_everywhere(hvx::vector x) noexcept {
  for (int step = vector_bytes / 2; step > 0; step /= 2) x = hvx::max_bytes(x, hvx::rotate(x, step));
  return x;
}

/// The sum of a vector's words, none of them negative; the largest word if it is beyond.
[[gnu::always_inline]] inline std::int32_t saturating_sum(hvx::vector words) noexcept {
  for (int step = vector_bytes / 2; step >= 4; step /= 2)
    words = hvx::add_words_saturating(words, hvx::rotate(words, step));
  alignas(vector_bytes) std::int32_t memory[vector_words];
  hvx::store(memory, words);
  return memory[0];
}

alignas(vector_bytes) inline constexpr auto numbers_of_words = [] {
  std::array<std::int32_t, vector_words> made{};
  for (int i = 0; i < vector_words; ++i) made[static_cast<std::size_t>(i)] = i;
  return made;
}();

/// The first `count` of a vector's words; 0 for the others.
[[gnu::always_inline]] inline hvx::vector first_words(hvx::vector words, int count) noexcept {
  return hvx::select_greater_words(hvx::splat_words(count), hvx::load(numbers_of_words.data()), words,
                                   hvx::splat_words(0));
}

}  // namespace hexagon_kernels

template <since<v66> Architecture, calls<op::softmax_> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using packed = hexagon_kernels::word_table;
  static constexpr std::string_view variant = "table";
  static constexpr std::size_t scratch = 0;

  /// The exponential of each distance from the largest number, 0 .. 255.
  static constexpr packed pack(const op::softmax_parameters& w) noexcept {
    return packed::of([&](int distance) { return w.exponentials[static_cast<std::size_t>(distance & 255)]; });
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y, const std::int8_t* x) noexcept {
    const lookup exponentials(w);
    for (int row = 0; row < Call::x.size() / length; ++row, x += length, y += length) run_row(exponentials, y, x);
  }

 private:
  using lookup = hexagon_kernels::word_lookup;
  static constexpr int length = Call::x.extents.from_end(0);

  [[gnu::always_inline]] static hvx::vector largest_of(const std::int8_t* x) noexcept {
    using namespace hexagon_kernels;
    hvx::vector largest = hvx::splat_bytes(-128);
    for_each_vector<length>([&](int first, int count) __attribute__((always_inline)) {
      largest = hvx::max_bytes(largest, load_before_least(x + first, count));
    });
    return largest_everywhere(largest);
  }

  /// `count` numbers, at most a vector's, and the least int8 behind them.
  [[gnu::always_inline]] static hvx::vector load_before_least(const std::int8_t* x, int count) noexcept {
    using namespace hexagon_kernels;
    if (count == vector_bytes) return hvx::load_unaligned(x);
    alignas(vector_bytes) std::int8_t bytes[vector_bytes];
    hvx::store(bytes, hvx::splat_bytes(-128));
    end_packet();
    __builtin_memcpy(bytes, x, static_cast<std::size_t>(count));
    return hvx::load(bytes);
  }

  /// A row of one vector looks its exponentials up once, longer ones do for their sum and once more for their shares.
  [[gnu::always_inline]] static void run_row(const lookup& exponentials, std::int8_t* y,
                                             const std::int8_t* x) noexcept {
    using namespace hexagon_kernels;
    const hvx::vector largest = largest_of(x);
    if constexpr (length <= vector_bytes) {
      const word_block words = exponentials_of(exponentials, largest, x, length);
      const hvx::vector sums = add_parts(hvx::splat_words(0), words, length);
      store_part(y, shares_of(op::softmax_share::of_sum(saturating_sum(sums)), words, length), length);
    } else {
      const auto share = op::softmax_share::of_sum(saturating_sum(sums_of(exponentials, largest, x)));
      for_each_vector<length>([&](int first, int count) __attribute__((always_inline)) {
        const word_block words = exponentials_of(exponentials, largest, x + first, count);
        store_part(y + first, shares_of(share, words, count), count);
      });
    }
  }

  [[gnu::always_inline]] static hexagon_kernels::word_block exponentials_of(const lookup& exponentials,
                                                                            hvx::vector largest, const std::int8_t* x,
                                                                            int count) noexcept {
    return exponentials(hvx::subtract_bytes(largest, hexagon_kernels::load_part(x, count)));
  }

  /// Sums of a row's parts, which stop at the largest word: shares ask for no more.
  [[gnu::always_inline]] static hvx::vector sums_of(const lookup& exponentials, hvx::vector largest,
                                                    const std::int8_t* x) noexcept {
    hvx::vector sums = hvx::splat_words(0);
    hexagon_kernels::for_each_vector<length>([&](int first, int count) __attribute__((always_inline)) {
      sums = add_parts(sums, exponentials_of(exponentials, largest, x + first, count), count);
    });
    return sums;
  }

  [[gnu::always_inline]] static hvx::vector add_parts(hvx::vector sums, const hexagon_kernels::word_block& words,
                                                      int count) noexcept {
    using namespace hexagon_kernels;
    for (int i = 0; i * vector_words < count; ++i) {
      const hvx::vector parts = rounding_shift_right_words(words[static_cast<std::size_t>(i)], 12);
      sums = hvx::add_words_saturating(sums, first_words(parts, count - i * vector_words));
    }
    return sums;
  }

  [[gnu::always_inline]] static hvx::vector shares_of(const op::softmax_share& share,
                                                      const hexagon_kernels::word_block& words, int count) noexcept {
    using namespace hexagon_kernels;
    const hvx::vector reciprocal = hvx::splat_words(share.reciprocal);
    // A share that is shifted by more than 31 is nothing.
    const std::int32_t shift = share.shift < 31 ? share.shift : 31;
    const hvx::vector kept = hvx::splat_words(share.shift < 32 ? -1 : 0);
    word_block shares{hvx::splat_words(0), hvx::splat_words(0), hvx::splat_words(0), hvx::splat_words(0)};
    for (std::size_t i = 0; static_cast<int>(i) * vector_words < count; ++i) {
      const hvx::vector product = hvx::multiply_high(hvx::multiply_low(words[i], reciprocal), words[i], reciprocal);
      const hvx::vector part = hvx::bit_and(rounding_shift_right_words(product, shift), kept);
      shares[i] = hvx::subtract_words(part, hvx::splat_words(128));
    }
    return hvx::pack_halves(hvx::pack_words(shares[3], shares[2]), hvx::pack_words(shares[1], shares[0]));
  }
};

}  // namespace tenon
