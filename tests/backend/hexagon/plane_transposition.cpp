// SPDX-License-Identifier: Apache-2.0
// Transposition in vectors: words that change places with their vectors, and the walk through places and pixels.
#include <tenon/backend/hexagon/plane_transposition.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace tenon::hexagon_kernels;
namespace hvx = tenon::hvx;

TEST_CASE("row and column of every word are exchanged") {
  std::int32_t from[32][32];
  std::int32_t to[32][32];
  for (int i = 0; i < 32; ++i)
    for (int k = 0; k < 32; ++k) from[i][k] = i * 100 + k;
  alignas(128) std::int8_t between[32 * 128];
  transpose_words(
      between, [&](int row) { return hvx::load_unaligned(from[row]); },
      [&](int column, hvx::vector words) { hvx::store_unaligned(to[column], words); });
  int wrong = 0;
  for (int i = 0; i < 32; ++i)
    for (int k = 0; k < 32; ++k) wrong += to[k][i] != from[i][k];
  CHECK(wrong == 0);
}

TEST_CASE("a walk passes every pixel once, and padding between rows and behind the last") {
  constexpr plane_geometry planes{{1, 3, 60, 5}};
  place_walk<planes> walk;
  std::vector<int> pixels;
  const auto take_vector = [&] {
    walk.next_vector(
        [&](int place, int pixel, int count) {
          CHECK(place == static_cast<int>(pixels.size()) % 128);
          for (int i = 0; i < count; ++i) pixels.push_back(pixel + i);
        },
        [&](int place, int count) {
          CHECK(place == static_cast<int>(pixels.size()) % 128);
          pixels.insert(pixels.end(), static_cast<std::size_t>(count), -1);
        });
  };
  for (int i = 0; i < 3; ++i) take_vector();
  REQUIRE(pixels.size() == 3 * 128);
  int wrong = 0;
  for (int place = 0; place < 3 * 128; ++place) {
    const int wanted = place % 61 == 60 || place >= 3 * 61 ? -1 : place / 61 * 60 + place % 61;
    wrong += pixels[static_cast<std::size_t>(place)] != wanted;
  }
  CHECK(wrong == 0);
}
