// SPDX-License-Identifier: Apache-2.0
// Rows of sums by their linear form: every pair of inputs, and rows of every kind of length and place.
#include <tenon/backend/hexagon/linear_adder.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

constexpr linear_sum form{1230000, -910000, 40000000, 1};
constexpr op::integer_store store{0, -90, 100};

std::int8_t by_form(int x, int z) {
  const std::int64_t sum = std::int64_t{form.first} * (x + 128) + std::int64_t{form.second} * (z + 128) + form.offset;
  const std::int64_t y = sum >> linear_sum::shift;
  return static_cast<std::int8_t>(y < store.low ? store.low : y > store.high ? store.high : y);
}

template <int Length>
int count_wrong(std::size_t first) {
  const auto length = static_cast<std::size_t>(Length);
  std::vector<std::int8_t> a(first + length);
  std::vector<std::int8_t> b(first + length);
  std::vector<std::int8_t> y(first + length + 1, 99);
  for (std::size_t i = 0; i < length; ++i) {
    a[first + i] = static_cast<std::int8_t>(i % 256);
    b[first + i] = static_cast<std::int8_t>(i / 256 + i * 7 % 3);
  }
  linear_adder<true>(form, store).add_row<Length>(y.data() + first, a.data() + first, b.data() + first);
  int wrong = y[first + length] != 99;
  for (std::size_t i = 0; i < length; ++i) wrong += y[first + i] != by_form(a[first + i], b[first + i]);
  return wrong;
}

}  // namespace

TEST_CASE("a row of nearly all pairs of inputs") { CHECK(count_wrong<65536>(0) == 0); }

TEST_CASE("rows of groups, of vectors and of less, wherever they start") {
  for (const std::size_t first : {0u, 1u, 64u}) {
    CHECK((count_wrong<1>(first) == 0 && count_wrong<127>(first) == 0 && count_wrong<128>(first) == 0));
    CHECK((count_wrong<255>(first) == 0 && count_wrong<256>(first) == 0 && count_wrong<700>(first) == 0));
  }
}
