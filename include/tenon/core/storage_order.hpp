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
  /// Said beside the rules, as g++ with sanitizers knows of no address when compiling whether it is that of nothing.
  bool has_rules = false;

  constexpr storage_order() noexcept = default;
  constexpr explicit storage_order(const order_rules* given) noexcept : rules(given), has_rules(true) {}

  constexpr bool is_row_major() const noexcept { return !has_rules; }
  constexpr std::string_view name() const noexcept { return has_rules ? rules->name : "row_major"; }
  constexpr std::size_t bytes(const tensor_type& tensor) const noexcept {
    return has_rules ? rules->bytes(tensor) : tensor.bytes();
  }
  constexpr std::size_t place(const tensor_type& tensor, int element) const noexcept {
    return has_rules ? rules->place(tensor, element) : static_cast<std::size_t>(element) * bytes_of(tensor.type);
  }
  constexpr bool adds_128() const noexcept { return has_rules && rules->adds_128; }
  /// Bytes that a conversion between the order and row_major reads and writes.
  constexpr std::size_t conversion_bytes(const tensor_type& tensor) const noexcept {
    if (has_rules && rules->converted != nullptr) return rules->converted(tensor);
    return bytes(tensor) + tensor.bytes();
  }
  constexpr std::size_t alignment() const noexcept { return has_rules ? rules->alignment : 16; }
  /// Orders have names of their own.
  friend constexpr bool operator==(const storage_order& a, const storage_order& b) noexcept {
    return a.has_rules == b.has_rules && a.name() == b.name();
  }
};

inline constexpr storage_order row_major{};

}  // namespace tenon
