// SPDX-License-Identifier: Apache-2.0
// The inputs that all backends are given: test images, and patterns from a fixed sequence of random numbers.
#include "inputs.hpp"

#include <cstdint>
#include <random>
#include <span>
#include <stdexcept>

#include "digits/images.hpp"

namespace same_bits {
namespace {

constexpr int sheet_columns = 40;
constexpr int sheet_rows = 25;
constexpr std::size_t extremes = 4;

using bytes = std::span<std::int8_t>;

std::int8_t byte_of(std::size_t value) { return static_cast<std::int8_t>(static_cast<int>(value & 255u) - 128); }

/// Distributions of the standard library differ from one to the next; the generator itself does not.
std::int8_t noise(std::mt19937& random) { return byte_of(random()); }

void fill_extreme(std::size_t kind, bytes input) {
  constexpr std::size_t stripe = 97;
  for (std::size_t i = 0; i < input.size(); ++i) {
    const bool high[extremes] = {false, true, i % 2 == 1, i / stripe % 2 == 1};
    input[i] = high[kind] ? 127 : -128;
  }
}

void fill_with_noise(bytes input, std::mt19937& random) {
  for (std::int8_t& value : input) value = noise(random);
}

void fill_around_middle(bytes input, std::mt19937& random) {
  for (std::int8_t& value : input) {
    const auto drawn = static_cast<std::uint32_t>(random());
    const int extreme = (drawn & 64u) != 0 ? 127 : -128;
    value = static_cast<std::int8_t>(drawn % 64 == 0 ? extreme : static_cast<int>(drawn >> 28) - 8);
  }
}

void fill_with_waves(bytes input, std::mt19937& random) {
  const std::size_t row = 64 + random() % 1024;
  const std::size_t along = 1 + random() % 7;
  const std::size_t down = random() % 11;
  for (std::size_t i = 0; i < input.size(); ++i)
    input[i] = byte_of(i % row * along + i / row * down + random() % 5);
}

void fill_with_steps(bytes input, std::mt19937& random) {
  for (std::size_t i = 0; i < input.size();) {
    const std::int8_t value = noise(random);
    for (std::size_t left = 1 + random() % 500; left > 0 && i < input.size(); --left) input[i++] = value;
  }
}

void fill(std::size_t index, bytes input) {
  if (index < extremes) return fill_extreme(index, input);
  std::mt19937 random{static_cast<std::uint32_t>(index)};
  switch (index % 4) {
    case 0: return fill_with_noise(input, random);
    case 1: return fill_around_middle(input, random);
    case 2: return fill_with_waves(input, random);
    default: return fill_with_steps(input, random);
  }
}

}  // namespace

std::vector<std::int8_t> digit_inputs(const std::string& folder, std::size_t count) {
  const auto images = digits::read_contact_sheet(folder + "/test_digits.png", sheet_columns, sheet_rows);
  if (count > images.size())
    throw std::runtime_error{"there are only " + std::to_string(images.size()) +
                             " test images of digits; ask for fewer"};
  std::vector<std::int8_t> inputs;
  for (const digits::image& image : std::span{images}.first(count))
    for (const std::uint8_t grey : image) inputs.push_back(byte_of(grey));
  return inputs;
}

std::vector<std::int8_t> drawn_inputs(std::size_t size, std::size_t count) {
  std::vector<std::int8_t> inputs(size * count);
  for (std::size_t i = 0; i < count; ++i) fill(i, bytes{inputs}.subspan(i * size, size));
  return inputs;
}

}  // namespace same_bits
