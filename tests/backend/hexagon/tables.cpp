// SPDX-License-Identifier: Apache-2.0
// Tables: every one of the 256 results, in rows of every kind of length, in place too.
#include <tenon/backend/hexagon/tables.hpp>

#include <doctest/doctest.h>

#include <array>

using namespace tenon::hexagon_kernels;

namespace {

constexpr int twisted(int q) { return (q * 77 + 13) % 128; }
constexpr byte_table table = byte_table::of(twisted);

}  // namespace

TEST_CASE("all results are found") {
  std::array<std::int8_t, 300> x{};
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<std::int8_t>(i - 128);
  std::array<std::int8_t, 300> y = x;
  table_lookup(table).map<300>(y.data(), y.data());
  for (std::size_t i = 0; i < x.size(); ++i) CHECK(y[i] == static_cast<std::int8_t>(twisted(x[i])));
}

TEST_CASE("all words are found, in the order of their bytes") {
  constexpr auto word_of = [](int q) { return (q + 3) * 0x00a30507; };
  constexpr word_table words = word_table::of(word_of);
  std::array<std::int8_t, 256> x{};
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<std::int8_t>(i * 77);
  for (std::size_t first = 0; first < x.size(); first += 128) {
    const word_block found = word_lookup(words)(tenon::hvx::load_unaligned(x.data() + first));
    for (std::size_t i = 0; i < 128; ++i)
      CHECK(tenon::hvx::as<std::int32_t>(found[i / 32])[i % 32] == word_of(x[first + i]));
  }
}
