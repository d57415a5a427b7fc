// SPDX-License-Identifier: Apache-2.0
// Tables of all 256 results of an int8, bytes or words, looked up 128 at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/backend/hexagon/words.hpp>
#include <tenon/core/element.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::hexagon_kernels {

/// A table in the order in which the instruction reads it: two vectors of 128 entries, in each of which entry
/// i of the first 64 is byte 2 * i and entry 64 + i the byte behind. Entries are numbered by their int8 taken
/// as unsigned.
struct byte_table {
  alignas(vector_bytes) std::array<std::int8_t, 256> bytes{};

  /// The table of a function of -128 .. 127.
  template <class Function>
  static constexpr byte_table of(const Function& function) noexcept {
    byte_table made;
    for (int q = -128; q < 128; ++q) {
      const auto index = static_cast<unsigned>(q) & 255u;
      made.bytes[(index & 128u) + (index & 63u) * 2 + (index >> 6 & 1u)] =
          static_cast<std::int8_t>(function(q));
    }
    return made;
  }

  /// The portable table of a function of int8 or uint8.
  template <element From>
  static constexpr byte_table of_table(const op::table_parameters& table) noexcept {
    constexpr bool is_unsigned = From == u8;
    return of([&](int q) { return table.table[static_cast<std::size_t>(is_unsigned ? q & 255 : q + 128)]; });
  }
};

/// The table in registers.
class table_lookup {
 public:
  [[gnu::always_inline]] explicit table_lookup(const byte_table& table) noexcept
      : first_(hvx::load(table.bytes.data())), second_(hvx::load(table.bytes.data() + vector_bytes)) {}

  [[gnu::always_inline]] hvx::vector operator()(hvx::vector x) const noexcept {
    hvx::vector y = hvx::lookup(x, first_, 0);
    y = hvx::lookup_or(y, x, first_, 1);
    y = hvx::lookup_or(y, x, first_, 2);
    y = hvx::lookup_or(y, x, first_, 3);
    y = hvx::lookup_or(y, x, second_, 4);
    y = hvx::lookup_or(y, x, second_, 5);
    y = hvx::lookup_or(y, x, second_, 6);
    return hvx::lookup_or(y, x, second_, 7);
  }

  /// The same for `Length` bytes in memory; both ends may be the same memory.
  template <int Length, class Made, class From>
    requires(sizeof(Made) == 1 && sizeof(From) == 1)
  [[gnu::always_inline]] void map(Made* y, const From* x) const noexcept {
    for_each_vector<Length>([&](int first, int count) __attribute__((always_inline)) {
      store_part(y + first, (*this)(load_part(x + first, count)), count);
    });
  }

 private:
  hvx::vector first_;
  hvx::vector second_;
};

/// A table of words: one for each of their bytes.
struct word_table {
  std::array<byte_table, 4> bytes{};

  /// The table of a function of -128 .. 127 that makes 32-bit words.
  template <class Function>
  static constexpr word_table of(const Function& function) noexcept {
    word_table made;
    for (std::size_t i = 0; i < 4; ++i)
      made.bytes[i] = byte_table::of([&](int q) { return function(q) >> (8 * i); });
    return made;
  }
};

/// The table in registers.
class word_lookup {
 public:
  [[gnu::always_inline]] explicit word_lookup(const word_table& table) noexcept
      : first_(table.bytes[0]), second_(table.bytes[1]), third_(table.bytes[2]), fourth_(table.bytes[3]) {}

  /// The words of 128 bytes, in their order.
  [[gnu::always_inline]] word_block operator()(hvx::vector x) const noexcept {
    const hvx::pair lower = hvx::interleave_bytes(second_(x), first_(x));
    const hvx::pair upper = hvx::interleave_bytes(fourth_(x), third_(x));
    const hvx::pair front = hvx::interleave_halves(hvx::low(upper), hvx::low(lower));
    const hvx::pair back = hvx::interleave_halves(hvx::high(upper), hvx::high(lower));
    return {hvx::low(front), hvx::high(front), hvx::low(back), hvx::high(back)};
  }

 private:
  table_lookup first_;
  table_lookup second_;
  table_lookup third_;
  table_lookup fourth_;
};

}  // namespace tenon::hexagon_kernels
