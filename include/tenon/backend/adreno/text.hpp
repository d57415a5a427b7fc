// SPDX-License-Identifier: Apache-2.0
// Builds OpenCL C source in the compiler: patterns with named gaps, filled with names and numbers.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/core/fixed_string.hpp>

namespace tenon::adreno_kernels {

/// What stands for `$name` in a pattern: a text, or a number in decimal digits.
struct word {
  std::string_view name{};
  std::string_view text{};
  std::int64_t number = 0;
  bool is_number = false;

  constexpr word(std::string_view gap, std::string_view with) noexcept : name(gap), text(with) {}
  constexpr word(std::string_view gap, const char* with) noexcept : name(gap), text(with) {}
  constexpr word(std::string_view gap, std::int64_t with) noexcept
      : name(gap), number(with), is_number(true) {}
  constexpr word(std::string_view gap, int with) noexcept : word(gap, std::int64_t{with}) {}
};

/// Not constexpr, so that a pattern that uses an unknown name does not compile: the call shows in the message.
inline void pattern_uses_a_name_that_has_no_word() noexcept {}

/// Appends to a text. The same calls run twice: without memory they only count, then they write.
class text_writer {
 public:
  constexpr text_writer() noexcept = default;
  constexpr explicit text_writer(char* memory) noexcept : at_(memory) {}

  constexpr std::size_t size() const noexcept { return size_; }

  constexpr void put(std::string_view text) noexcept {
    if (at_ != nullptr)
      for (const char letter : text) *at_++ = letter;
    size_ += text.size();
  }

  constexpr void put(std::int64_t number) noexcept {
    char digits[20]{};
    std::size_t first = sizeof digits;
    auto left = number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    do digits[--first] = static_cast<char>('0' + left % 10);
    while ((left /= 10) != 0);
    if (number < 0) put("-");
    put(std::string_view{digits + first, sizeof digits - first});
  }

  /// Copies a pattern with each `$name` or `$(name)` (small letters and underscores) replaced by its word,
  /// and indents its lines by the braces and parentheses that lines end and start with. A line break that
  /// opens the pattern is left out, so that raw strings can start on a line of their own.
  constexpr void fill(std::string_view pattern, std::span<const word> words) noexcept {
    if (pattern.starts_with('\n')) pattern.remove_prefix(1);
    const char* const end = pattern.data() + pattern.size();
    for (const char* at = pattern.data(); at != end;) {
      if (starts_line_) {
        while (at != end && *at == ' ') ++at;
        if (at == end) return;
        start_line(*at);
      }
      const char* const from = at;
      while (at != end && *at != '$' && *at != '\n') ++at;
      put({from, at});
      if (at == end) return;
      if (*at == '\n') end_line(at == pattern.data() ? ' ' : at[-1]), ++at;
      else at = put_gap(at + 1, end, words);
    }
  }
  constexpr void put_line(std::string_view line) noexcept {
    fill(line, std::span<const word>{});
    end_line(line.empty() ? ' ' : line.back());
  }
  template <std::size_t Size>
  constexpr void fill(std::string_view pattern, const word (&words)[Size]) noexcept {
    fill(pattern, std::span<const word>{words, Size});
  }

  /// Copies a text that is indented already, with each `$kernel` replaced.
  constexpr void copy(std::string_view source, std::string_view kernel) noexcept {
    const char* const end = source.data() + source.size();
    for (const char* at = source.data(); at != end;) {
      const char* const from = at;
      while (at != end && *at != '$') ++at;
      put({from, at});
      if (at == end) return;
      put(kernel);
      at += std::string_view{"$kernel"}.size();
    }
  }

 private:
  static constexpr bool is_letter(char letter) noexcept {
    return (letter >= 'a' && letter <= 'z') || letter == '_';
  }

  constexpr void start_line(char first) noexcept {
    starts_line_ = false;
    if (first == '\n') return;
    if (first == '}' || first == ')') --depth_;
    for (int i = 0; i < depth_; ++i) put("  ");
  }

  constexpr void end_line(char last) noexcept {
    put("\n");
    starts_line_ = true;
    if (last == '{' || last == '(') ++depth_;
  }

  /// Writes the word of the name that starts at `at`; where the name ends.
  constexpr const char* put_gap(const char* at, const char* end, std::span<const word> words) noexcept {
    const bool enclosed = at != end && *at == '(';
    const char* const from = enclosed ? at + 1 : at;
    const char* to = from;
    while (to != end && is_letter(*to)) ++to;
    put_word({from, to}, words);
    return enclosed ? to + 1 : to;
  }

  constexpr void put_word(std::string_view name, std::span<const word> words) noexcept {
    for (const word& known : words) {
      if (known.name != name) continue;
      if (known.is_number) put(known.number);
      else put(known.text);
      return;
    }
    pattern_uses_a_name_that_has_no_word();
  }

  char* at_ = nullptr;
  std::size_t size_ = 0;
  int depth_ = 0;
  bool starts_line_ = true;
};

/// The text that `Writer{}(text_writer&)` writes, in exactly its size.
template <class Writer>
consteval auto render() {
  constexpr std::size_t size = [] {
    text_writer counter;
    Writer{}(counter);
    return counter.size();
  }();
  fixed_string<size> made;
  text_writer out(made.text);
  Writer{}(out);
  return made;
}

/// A term or factor of an expression, as ` * 3`; nothing where the number changes nothing.
struct tail {
  char text[24]{};
  std::size_t size = 0;

  constexpr tail(std::string_view sign, int number, int neutral) noexcept {
    if (number == neutral) return;
    text_writer out(text);
    out.put(sign);
    out.put(std::int64_t{number});
    size = out.size();
  }
  constexpr std::string_view view() const noexcept { return {text, size}; }
};
constexpr tail times(int factor) noexcept { return {" * ", factor, 1}; }
constexpr tail plus(int term) noexcept { return {" + ", term, 0}; }
constexpr tail minus(int term) noexcept { return {" - ", term, 0}; }

/// A float32 as an OpenCL C literal that means exactly it: `0x1.8p+1f`, `INFINITY`.
struct real_literal {
  char text[20]{};
  std::size_t size = 0;

  constexpr explicit real_literal(float value) noexcept {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t exponent = bits >> 23 & 0xff;
    if ((bits >> 31) != 0) add("-");
    if (exponent == 0xff) add((bits & 0x7fffff) != 0 ? "NAN" : "INFINITY");
    else add_finite(static_cast<int>(exponent), bits & 0x7fffff);
  }

  constexpr std::string_view view() const noexcept { return {text, size}; }

 private:
  constexpr void add(std::string_view more) noexcept {
    for (const char letter : more) text[size++] = letter;
  }

  constexpr void add_finite(int exponent, std::uint32_t fraction) noexcept {
    const bool is_zero = exponent == 0 && fraction == 0;
    add(exponent == 0 ? "0x0" : "0x1");
    if (fraction != 0) add(".");
    for (fraction <<= 1; fraction != 0; fraction = fraction << 4 & 0xffffff)
      add({&"0123456789abcdef"[fraction >> 20], 1});
    add_exponent(is_zero ? 0 : exponent == 0 ? -126 : exponent - 127);
  }

  constexpr void add_exponent(int power) noexcept {
    add(power < 0 ? "p-" : "p+");
    if (power < 0) power = -power;
    for (int unit = power >= 100 ? 100 : power >= 10 ? 10 : 1; unit > 0; unit /= 10)
      add({&"0123456789"[power / unit % 10], 1});
    add("f");
  }
};

}  // namespace tenon::adreno_kernels
