// SPDX-License-Identifier: Apache-2.0
// Bytes as words: all values, and products of all pairs of ends.
#include <tenon/backend/hexagon/words.hpp>

#include <doctest/doctest.h>

#include <array>

using namespace tenon;
using namespace tenon::hexagon_kernels;

TEST_CASE("bytes become words in their order, less a zero point") {
  alignas(128) std::int8_t bytes[128];
  for (int i = 0; i < 128; ++i) bytes[i] = static_cast<std::int8_t>(2 * i - 128);
  const word_block words = widen(hvx::load(bytes), -7);
  for (std::size_t part = 0; part < 4; ++part)
    for (std::size_t i = 0; i < 32; ++i) CHECK(hvx::as<std::int32_t>(words[part])[i] == bytes[part * 32 + i] + 7);
}

TEST_CASE("products of small words have their sign") {
  for (const std::int32_t a : {-255, -1, 0, 3, 255})
    for (const std::int32_t b : {-255, -2, 0, 1, 255})
      CHECK(hvx::as<std::int32_t>(multiply_small(hvx::splat_words(a), hvx::splat_words(b)))[17] == a * b);
}

TEST_CASE("words in part are loaded and stored, and nothing behind them") {
  std::array<std::int32_t, 160> x{};
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<std::int32_t>(i * 0x01010101u);
  for (const int count : {1, 31, 32, 33, 100, 128}) {
    std::array<std::int32_t, 160> y{};
    store_words(y.data() + 1, load_words(x.data() + 3, count), count);
    for (std::size_t i = 0; i < y.size(); ++i) {
      const bool is_stored = i >= 1 && i < static_cast<std::size_t>(count) + 1;
      CHECK(y[i] == (is_stored ? x[i + 2] : 0));
    }
  }
}
