// SPDX-License-Identifier: Apache-2.0
// Pieces of C++ source for generated headers: identifiers, numbers, strings of bytes.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace tenon::host {

namespace detail {

/// Words that a generated name may not be: C++'s, and those that a network is written with.
inline const std::set<std::string, std::less<>>& taken_words() {
  constexpr const char* text =
      "alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class "
      "compl concept const consteval constexpr constinit const_cast continue co_await co_return co_yield decltype "
      "default delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int "
      "long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register "
      "reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template "
      "this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t "
      "while xor xor_eq import module final override main std tenon op graph network model weights encodings linux unix "
      "assert errno stdin stdout stderr input output outputs constant conv2d depthwise_conv2d dense batch_norm relu "
      "relu6 clip leaky_relu sigmoid tanh hard_sigmoid hard_swish softmax add sub mul max_pool average_pool "
      "global_average_pool global_max_pool mean concat slice reshape flatten transpose pad resize argmax abs div elu "
      "exp log maximum minimum neg prelu rsqrt softplus sqrt square batch_matmul depth_to_space space_to_depth "
      "expand_dims squeeze gather mirror_pad tile reduce_max reduce_min reduce_sum transposed_conv2d alpha block_size "
      "indices repeats transposed_inputs reflect symmetric repeat_edge celu ceil erf floor gelu mish round selu sign "
      "thresholded_relu approximate gain state assign quantize dequantize requantize tensor filters window stride "
      "dilation padding same_padding valid_padding groups multiplier units axis axes keep_axes beta slope clamp extents "
      "permutation before after fill begin end strides image_size nearest bilinear asymmetric half_pixel align_corners "
      "encoded scale zero_point f32 f16 bf16 i32 i16 i8 u8 i4 kryo reference engine on node value bind border "
      "accumulator activations keep local_response_norm neighbours ";
  static const std::set<std::string, std::less<>> words = [] {
    std::istringstream source{text};
    return std::set<std::string, std::less<>>{std::istream_iterator<std::string>{source}, {}};
  }();
  return words;
}

/// A line for each so many pieces, joined by ", ", behind an indent.
inline std::string wrapped(const std::vector<std::string>& pieces, std::size_t width) {
  std::string text, line;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string piece = pieces[i] + (i + 1 == pieces.size() ? "" : ",");
    if (!line.empty() && line.size() + 1 + piece.size() > width) text += "\n    " + std::exchange(line, {});
    line += (line.empty() ? "" : " ") + piece;
  }
  return text + "\n    " + line;
}

}  // namespace detail

/// An identifier out of any name: letters, digits and single underscores, never a word that is taken.
inline std::string identifier(std::string_view name) {
  std::string made;
  for (const char letter : name) {
    const bool kept =
        (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    if (kept) made += letter;
    else if (!made.empty() && made.back() != '_') made += '_';
  }
  while (!made.empty() && made.back() == '_') made.pop_back();
  if (made.empty() || (made.front() >= '0' && made.front() <= '9')) made = "n" + made;
  return detail::taken_words().contains(made) ? made + "_1" : made;
}

/// A float32 as a literal that gives the same bits.
inline std::string float_literal(float number) {
  if (std::isinf(number))
    return number < 0 ? "-std::numeric_limits<float>::infinity()" : "std::numeric_limits<float>::infinity()";
  return fmt::format("{:#}f", number);
}

/// The elements of a braced list.
inline std::string float_list(std::span<const float> numbers) {
  std::vector<std::string> pieces;
  for (const float number : numbers) pieces.push_back(float_literal(number));
  return detail::wrapped(pieces, 104);
}
inline std::string integer_list(std::span<const std::int64_t> numbers) {
  std::vector<std::string> pieces;
  for (const std::int64_t number : numbers)
    pieces.push_back(number == std::numeric_limits<std::int64_t>::min() ? "-9223372036854775807 - 1" : std::to_string(number));
  return detail::wrapped(pieces, 104);
}
inline std::string integer_list(std::span<const std::int32_t> numbers) {
  std::vector<std::string> pieces;
  for (const std::int32_t number : numbers)
    pieces.push_back(number == -2147483647 - 1 ? "-2147483647 - 1" : std::to_string(number));
  return detail::wrapped(pieces, 104);
}

/// int8 as string literals, one character each: letters and signs as they are, all else as three octal digits.
inline std::string byte_strings(std::span<const std::int8_t> numbers) {
  std::string text, line;
  for (const std::int8_t number : numbers) {
    const auto byte = static_cast<unsigned char>(number);
    const bool plain = byte > 32 && byte < 127 && byte != '"' && byte != '\\' && byte != '?';
    line += plain ? std::string(1, static_cast<char>(byte)) : fmt::format("\\{:03o}", byte);
    if (line.size() > 100) text += "\n    \"" + std::exchange(line, {}) + "\"";
  }
  return line.empty() && !text.empty() ? text : text + "\n    \"" + line + "\"";
}

}  // namespace tenon::host
