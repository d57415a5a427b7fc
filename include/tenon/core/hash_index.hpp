// SPDX-License-Identifier: Apache-2.0
// Finds rows of a table by the hash of their names, so that compilers need not look through all of them.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {

/// Indices of up to `Rows` rows, by the hash of each row's name: open addressing, at most half full. As names can share a
/// hash, each question comes with a predicate that tells whether the row at an index is the one that is meant.
template <std::size_t Rows>
class hash_index {
  static constexpr std::size_t slots = std::bit_ceil(2 * Rows + 2);

 public:
  static constexpr int no_row = -1;

  /// The row last entered under `hash` for which `is_meant(row)` holds, or `no_row`.
  template <class Predicate>
  constexpr int find(std::uint64_t hash, const Predicate& is_meant) const noexcept {
    return rows_[slot_of(hash, is_meant)] - 1;
  }

  /// Enters a row in place of the one that is meant by the same name; gives that one, or `no_row`.
  template <class Predicate>
  constexpr int enter(std::uint64_t hash, std::size_t row, const Predicate& is_meant) noexcept {
    int& entry = rows_[slot_of(hash, is_meant)];
    const int before = entry - 1;
    entry = static_cast<int>(row) + 1;
    return before;
  }

 private:
  template <class Predicate>
  constexpr std::size_t slot_of(std::uint64_t hash, const Predicate& is_meant) const noexcept {
    std::size_t slot = hash % slots;
    while (rows_[slot] != 0 && !is_meant(static_cast<std::size_t>(rows_[slot] - 1))) slot = (slot + 1) % slots;
    return slot;
  }

  std::array<int, slots> rows_{};  // index + 1; 0 where the slot is free
};

namespace detail {

/// Tells whether a row of a table, whose rows have a `name`, is that of a name.
template <class Row>
struct is_row_of {
  const Row* rows;
  std::string_view name;

  constexpr bool operator()(std::size_t row) const noexcept { return rows[row].name == name; }
};

}  // namespace detail

/// The index of a table whose rows have a `hash` and a `name`; of rows with one name it finds the first.
template <class Row, std::size_t Rows>
consteval hash_index<Rows> index_rows(const std::array<Row, Rows>& table) noexcept {
  hash_index<Rows> index;
  for (std::size_t row = Rows; row-- > 0;)
    index.enter(table[row].hash, row, detail::is_row_of<Row>{table.data(), table[row].name});
  return index;
}

}  // namespace tenon
