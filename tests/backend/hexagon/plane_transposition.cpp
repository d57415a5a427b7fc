// SPDX-License-Identifier: Apache-2.0
// Transposition in vectors: words that change places with their vectors, and the walk through places and pixels.
#include <tenon/backend/hexagon/plane_transposition.hpp>

#include <doctest/doctest.h>

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

TEST_CASE("a walk stops at every pixel once, and outside between rows and behind the last") {
  constexpr plane_geometry planes{{1, 2, 3, 5}};
  const char pixels[2 * 3 * 5]{};
  const char outside = 0;
  place_walk<planes, const char> walk(pixels, &outside);
  for (const int pixel : {0, 1, 2, -1, 3, 4, 5, -1, -1, -1, -1, -1, -1})
    CHECK(walk.next() == (pixel < 0 ? &outside : pixels + pixel * 5));
}
