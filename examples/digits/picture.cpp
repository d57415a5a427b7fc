// SPDX-License-Identifier: Apache-2.0
// Shows digits in a terminal.
#include "picture.hpp"

#include <cstddef>
#include <string_view>

#include <fmt/format.h>

namespace digits {
namespace {

constexpr std::size_t side = 28;
constexpr std::size_t gap = 2;

/// A character that is dark above, below, in both halves or in neither.
std::string_view cell(const image& pixels, std::size_t row, std::size_t column) {
  const bool above = pixels[row * side + column] > 96;
  const bool below = pixels[(row + 1) * side + column] > 96;
  return above && below ? "█" : above ? "▀" : below ? "▄" : " ";
}

}  // namespace

std::string draw(std::span<const image> images, std::span<const std::string> captions) {
  std::string text;
  for (std::size_t row = 0; row < side; row += 2) {
    for (const image& pixels : images) {
      for (std::size_t column = 0; column < side; ++column) text += cell(pixels, row, column);
      text.append(gap, ' ');
    }
    text += '\n';
  }
  for (const std::string& caption : captions) text += fmt::format("{:<{}}", caption, side + gap);
  return text + '\n';
}

}  // namespace digits
