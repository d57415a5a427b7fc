// SPDX-License-Identifier: Apache-2.0
// hash_index: finds rows by name whatever their hashes are, and the first of those with one name.
#include <tenon/core/hash_index.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>

using tenon::hash_index;

namespace {

struct row {
  std::string_view name;
  std::uint64_t hash;
};

template <std::size_t Rows>
constexpr int find(const hash_index<Rows>& index, const std::array<row, Rows>& table, std::string_view name,
                   std::uint64_t hash) {
  return index.find(hash, [&](std::size_t at) { return table[at].name == name; });
}

// All of one hash: only the names tell them apart.
constexpr std::array<row, 4> alike{row{"a", 7}, row{"b", 7}, row{"c", 7}, row{"b", 7}};
constexpr auto of_alike = tenon::index_rows(alike);
static_assert(find(of_alike, alike, "a", 7) == 0 && find(of_alike, alike, "c", 7) == 2);
static_assert(find(of_alike, alike, "b", 7) == 1 && find(of_alike, alike, "d", 7) == of_alike.no_row);

constexpr std::array<row, 0> none{};
static_assert(find(tenon::index_rows(none), none, "a", 0) == hash_index<0>::no_row);

}  // namespace

TEST_CASE("a full table holds every row, and hashes at its end go on at its beginning") {
  constexpr std::size_t rows = 7;
  hash_index<rows> index;
  for (std::size_t i = 0; i < rows; ++i)
    CHECK(index.enter(15, i, [&](std::size_t other) { return other == i; }) == index.no_row);
  for (std::size_t i = 0; i < rows; ++i)
    CHECK(index.find(15, [&](std::size_t other) { return other == i; }) == static_cast<int>(i));
}

TEST_CASE("a row that is entered again takes the place of the one that is meant") {
  hash_index<3> index;
  const auto any = [](std::size_t) { return true; };
  CHECK(index.enter(1, 0, any) == index.no_row);
  CHECK(index.enter(1, 2, any) == 0);
  CHECK(index.find(1, any) == 2);
}
