// SPDX-License-Identifier: Apache-2.0
// How weights of products are packed: each has a place of its own; biases carry the zero point of the input.
#include <tenon/backend/hexagon/packed_product.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

constexpr taps two_rows{2, 1, 64, 4, 3, 4};
constexpr taps one_word{};

/// Counts how many weights fall on each byte.
template <class Layout>
bool has_a_place_for_each(int columns, int count) {
  std::vector<int> taken(Layout::size);
  for (int column = 0; column < columns; ++column)
    for (int tap = 0; tap < count; ++tap) {
      const std::size_t at = Layout::index(column, tap);
      if (at >= taken.size() || taken[at]++ != 0) return false;
    }
  return true;
}

template <int Columns>
constexpr int packed_columns = weight_layout<Columns, one_word>::columns;

}  // namespace

static_assert(two_rows.bytes() == 24 && !two_rows.come_in_pairs());
static_assert(taps{3, 3, 64, 8, 2, 16}.come_in_pairs() && !taps{3, 3, 64, 4, 2, 16}.come_in_pairs());
static_assert(!taps{3, 3, 60, 8, 2, 16}.come_in_pairs() && !taps{3, 3, 64, 8, 2, 12}.come_in_pairs());

// Of a last block that is not full, one, two or four vectors are stored.
static_assert(packed_columns<1> == 32 && packed_columns<32> == 32 && packed_columns<33> == 64);
static_assert(packed_columns<65> == 128 && packed_columns<97> == 128 && packed_columns<128> == 128);
static_assert(packed_columns<129> == 160 && packed_columns<224> == 256 && packed_columns<256> == 256);

// [word][vector][channel][4]: tap 5 is byte 1 of word 1; the block of 40 channels is two vectors wide.
static_assert(weight_layout<40, two_rows>::index(0, 0) == 0 && weight_layout<40, two_rows>::index(1, 3) == 7);
static_assert(weight_layout<40, two_rows>::index(33, 5) == 256 + 33 * 4 + 1);
// Of four vectors, the second holds every fourth channel from channel 2 on.
static_assert(weight_layout<130, two_rows>::index(6, 5) == 512 + (32 + 1) * 4 + 1 &&
              weight_layout<130, two_rows>::has_quads);
static_assert(weight_layout<40, two_rows>::lane(6) == 6 && !weight_layout<40, two_rows>::has_quads);
// The second block starts behind all taps of the first, and is one vector wide.
static_assert(weight_layout<130, two_rows>::index(129, 4) == 128 * 24 + 128 + 4);
static_assert(weight_layout<130, two_rows>::index(127, 23) == 5 * 512 + 127 * 4 + 3);

TEST_CASE("no two weights share a place") {
  CHECK(has_a_place_for_each<weight_layout<1, two_rows>>(1, 24));
  CHECK(has_a_place_for_each<weight_layout<40, two_rows>>(64, 24));
  CHECK(has_a_place_for_each<weight_layout<97, two_rows>>(128, 24));
  CHECK(has_a_place_for_each<weight_layout<300, two_rows>>(320, 24));
}

TEST_CASE("a packed channel has its weights with 128 added, and its bias without the input's zero point") {
  packed_product<q31_rule, 33, two_rows> w{};
  w.input_zero_point = -9;
  const std::array<std::int8_t, 3> weights{-128, 0, 127};
  const auto last_first = [](int tap) { return 23 - tap; };
  pack_column(w, 32, weights.data(), 3, 1000, q31_factor{0x40000000, -4}, 5, last_first);
  using layout = decltype(w)::layout;
  CHECK(w.weights[layout::index(32, 23)] == 0);
  CHECK(w.weights[layout::index(32, 22)] == 128);
  CHECK(w.weights[layout::index(32, 21)] == 255);
  CHECK(w.bias[32] == 1000 + 9 * (-1 - 3 * 5));
  CHECK(w.output.multipliers[32] == 0x40000000);
  CHECK(w.bias[31] == 0);
}

TEST_CASE("a bias at the end of its range wraps as the reference's does") {
  packed_product<q31_rule, 1, one_word> w{};
  w.input_zero_point = 127;
  const std::int8_t weight = 127;
  pack_column(w, 0, &weight, 1, std::numeric_limits<std::int32_t>::min(), q31_factor{0x40000000, -4}, 0,
              [](int tap) { return tap; });
  CHECK(w.bias[0] == std::numeric_limits<std::int32_t>::max() - 127 * 127 + 1);
}
