// SPDX-License-Identifier: Apache-2.0
// A string that can be a template argument: names of nodes, edges and parameters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {

/// A compile-time string of `Size` characters and a final zero; compilers print it as text in their messages.
/// (clang prints numbers where the final zero was not written, so all who make one write it.)
template <std::size_t Size>
struct fixed_string {
  char text[Size + 1]{};

  fixed_string() = default;
  consteval fixed_string(const char (&literal)[Size + 1]) noexcept {
    for (std::size_t i = 0; i <= Size; ++i) text[i] = literal[i];
  }

  static constexpr std::size_t size() noexcept { return Size; }
  constexpr std::string_view view() const noexcept { return {text, Size}; }
  friend bool operator==(const fixed_string&, const fixed_string&) = default;
};

template <std::size_t SizeWithZero>
fixed_string(const char (&)[SizeWithZero]) -> fixed_string<SizeWithZero - 1>;

/// Joins two names, as in `"stem" + ".kernel"`.
template <std::size_t Left, std::size_t Right>
consteval fixed_string<Left + Right> operator+(const fixed_string<Left>& left, const fixed_string<Right>& right) noexcept {
  fixed_string<Left + Right> joined;
  for (std::size_t i = 0; i < Left; ++i) joined.text[i] = left.text[i];
  for (std::size_t i = 0; i < Right; ++i) joined.text[Left + i] = right.text[i];
  joined.text[Left + Right] = '\0';
  return joined;
}

/// Hashes a name (FNV-1a, 64 bits), so that edges are found by comparing one integer before the text. `hash` is the hash of
/// what comes before the text.
constexpr std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 14695981039346656037u) noexcept {
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
  return hash;
}

}  // namespace tenon
