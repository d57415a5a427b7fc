// SPDX-License-Identifier: Apache-2.0
// Pieces of C++ source mean what they are made of: read back, identifiers are words, numbers and bytes are the same.
#include <tenon/host/import/cpp_text.hpp>

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstdlib>
#include <limits>
#include <random>

using namespace tenon::host;

namespace {

/// The characters that a compiler reads from literals as byte_strings writes them.
std::vector<std::int8_t> read_back(const std::string& text) {
  std::vector<std::int8_t> numbers;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') inside = !inside;
    else if (inside && text[i] == '\\') {
      numbers.push_back(static_cast<std::int8_t>(std::stoi(text.substr(i + 1, 3), nullptr, 8)));
      i += 3;
    } else if (inside) numbers.push_back(static_cast<std::int8_t>(text[i]));
  }
  return numbers;
}

}  // namespace

TEST_CASE("identifiers are words that nothing else has") {
  CHECK(identifier("conv2d.relu") == "conv2d_relu");
  CHECK(identifier("a__b") == "a_b");
  CHECK(identifier("_Reserved") == "Reserved");
  CHECK(identifier("3x3") == "n3x3");
  CHECK(identifier("") == "n");
  CHECK(identifier("int") == "int_1");
  CHECK(identifier("softmax") == "softmax_1");
  CHECK(identifier("maximum") == "maximum_1");
  CHECK(identifier("a\"b;c") == "a_b_c");
}

TEST_CASE("a float literal gives the same bits") {
  CHECK(float_literal(1.0f) == "1.0f");
  CHECK(float_literal(0.1f) == "0.1f");
  std::mt19937 random{7};
  for (int i = 0; i < 2000; ++i) {
    const auto number = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
    if (!std::isfinite(number)) continue;
    const std::string text = float_literal(number);
    REQUIRE(text.back() == 'f');
    CHECK(text.find_first_of(".") != std::string::npos);
    CHECK(std::strtof(text.c_str(), nullptr) == number);
  }
}

TEST_CASE("all bytes come back out of a string, whatever stands beside them") {
  std::vector<std::int8_t> all;
  for (int i = 0; i < 256; ++i) all.push_back(static_cast<std::int8_t>(i - 128));
  std::mt19937 random{8};
  for (int i = 0; i < 5000; ++i) all.push_back(static_cast<std::int8_t>(random()));
  const std::string text = byte_strings(all);
  CHECK(read_back(text) == all);
  CHECK(text.find("??") == std::string::npos);  // no trigraph
  CHECK(byte_strings(std::array<std::int8_t, 0>{}) == "\n    \"\"");
  for (std::size_t from = 1, to = 0; from < text.size(); from = to + 1) {
    to = std::min(text.find('\n', from), text.size());
    CHECK(to - from < 112);
  }
}

TEST_CASE("lists hold the least int32 as an expression of its type") {
  const std::array<std::int32_t, 3> numbers{-2147483647 - 1, 0, 5};
  CHECK(integer_list(numbers) == "\n    -2147483647 - 1, 0, 5");
  CHECK(float_list(std::array<float, 2>{1.5f, -2.0f}) == "\n    1.5f, -2.0f");
}
