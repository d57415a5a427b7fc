// SPDX-License-Identifier: Apache-2.0
// The element types a tensor can hold, and how each is stored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {

/// What one element of a tensor is. Types without a C++ equivalent (f16, bf16, i4) are stored as raw bits.
enum class element : std::uint8_t { f32, f16, bf16, i32, i16, i8, u8, i4 };
using enum element;

namespace detail {
template <element Element> struct storage;
template <> struct storage<element::f32> { using type = float; };
template <> struct storage<element::f16> { using type = std::uint16_t; };
template <> struct storage<element::bf16> { using type = std::uint16_t; };
template <> struct storage<element::i32> { using type = std::int32_t; };
template <> struct storage<element::i16> { using type = std::int16_t; };
template <> struct storage<element::i8> { using type = std::int8_t; };
template <> struct storage<element::u8> { using type = std::uint8_t; };
template <> struct storage<element::i4> { using type = std::int8_t; };  // one element a byte until packed kernels exist
}  // namespace detail

/// The C++ type that holds one element in memory.
template <element Element>
using storage_t = typename detail::storage<Element>::type;

/// Bytes of one element in memory.
constexpr std::size_t bytes_of(element type) noexcept {
  switch (type) {
    case element::f32:
    case element::i32: return 4;
    case element::f16:
    case element::bf16:
    case element::i16: return 2;
    case element::i8:
    case element::u8:
    case element::i4: return 1;
  }
  return 0;
}

/// The element's name as users write it.
constexpr std::string_view name_of(element type) noexcept {
  switch (type) {
    case element::f32: return "f32";
    case element::f16: return "f16";
    case element::bf16: return "bf16";
    case element::i32: return "i32";
    case element::i16: return "i16";
    case element::i8: return "i8";
    case element::u8: return "u8";
    case element::i4: return "i4";
  }
  return "unknown";
}

/// Smallest and largest integer of an element type; both 0 for float types.
struct integer_range {
  std::int32_t low;
  std::int32_t high;
};

/// The integers that an element type can hold.
constexpr integer_range range_of(element type) noexcept {
  switch (type) {
    case element::i32: return {-2147483647 - 1, 2147483647};
    case element::i16: return {-32768, 32767};
    case element::i8: return {-128, 127};
    case element::u8: return {0, 255};
    case element::i4: return {-8, 7};
    case element::f32:
    case element::f16:
    case element::bf16: return {0, 0};
  }
  return {0, 0};
}

/// True for the types that hold quantized values (an encoding gives them their meaning).
constexpr bool is_quantized(element type) noexcept {
  return type == i8 || type == u8 || type == i16 || type == i4;
}

}  // namespace tenon
