// SPDX-License-Identifier: Apache-2.0
// The order in which memory holds the elements of a tensor.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/core/tensor.hpp>

namespace tenon {

/// What an order says of itself. Each is one constant of the program; whoever needs an order of his own declares one.
struct order_rules {
  std::string_view name;
  /// Bytes that a tensor takes, padding included.
  std::size_t (*bytes)(const tensor_type&) noexcept;
  /// The byte at which an element starts; elements are counted row by row, as `row_major` has them.
  std::size_t (*place)(const tensor_type&, int element) noexcept;
  /// True if int8 elements are stored as unsigned bytes, 128 more than they are.
  bool adds_128 = false;
  /// Where the engine's memory lets tensors of the order start. Kernels do without, if more slowly.
  std::size_t alignment = 16;
  /// Bytes that a conversion from or to row_major reads and writes, where that is more than both forms take.
  std::size_t (*converted)(const tensor_type&) noexcept = nullptr;
};

/// An order as a value that can be a template argument. Without rules it is `row_major`: the last axis innermost, no
/// gaps.
struct storage_order {
  const order_rules* rules = nullptr;

  constexpr bool is_row_major() const noexcept { return rules == nullptr; }
  constexpr std::string_view name() const noexcept { return rules == nullptr ? "row_major" : rules->name; }
  constexpr std::size_t bytes(const tensor_type& tensor) const noexcept {
    return rules == nullptr ? tensor.bytes() : rules->bytes(tensor);
  }
  constexpr std::size_t place(const tensor_type& tensor, int element) const noexcept {
    return rules == nullptr ? static_cast<std::size_t>(element) * bytes_of(tensor.type) : rules->place(tensor, element);
  }
  constexpr bool adds_128() const noexcept { return rules != nullptr && rules->adds_128; }
  /// Bytes that a conversion between the order and row_major reads and writes.
  constexpr std::size_t conversion_bytes(const tensor_type& tensor) const noexcept {
    if (rules != nullptr && rules->converted != nullptr) return rules->converted(tensor);
    return bytes(tensor) + tensor.bytes();
  }
  constexpr std::size_t alignment() const noexcept { return rules == nullptr ? 16 : rules->alignment; }
  friend bool operator==(const storage_order&, const storage_order&) = default;
};

inline constexpr storage_order row_major{};

}  // namespace tenon
