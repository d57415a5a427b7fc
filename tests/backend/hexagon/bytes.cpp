// SPDX-License-Identifier: Apache-2.0
// Rows of bytes: copies, fillings and stores in part write what they should and nothing else.
#include <tenon/backend/hexagon/bytes.hpp>

#include <doctest/doctest.h>

#include <array>
#include <utility>

using namespace tenon::hexagon_kernels;

namespace {

constexpr int room = 700;
using memory = std::array<std::int8_t, room>;

memory counted() {
  memory made{};
  for (int i = 0; i < room; ++i) made[static_cast<std::size_t>(i)] = static_cast<std::int8_t>(i * 7 + 1);
  return made;
}

/// Of memory full of 99, `count` bytes from `first` on are those of `wanted`, and the others are as they were.
bool holds(const memory& y, int first, int count, const std::int8_t* wanted) {
  for (int i = 0; i < room; ++i) {
    const bool inside = i >= first && i < first + count;
    if (y[static_cast<std::size_t>(i)] != (inside ? wanted[i - first] : std::int8_t{99})) return false;
  }
  return true;
}

template <int Length>
bool copies() {
  const memory x = counted();
  memory y;
  y.fill(99);
  copy_bytes<Length>(y.data() + 3, x.data() + 5);
  return holds(y, 3, Length, x.data() + 5);
}

}  // namespace

TEST_CASE("copies of every kind of length") {
  CHECK((copies<1>() && copies<127>() && copies<128>() && copies<129>() && copies<256>() && copies<383>()));
}

TEST_CASE("a vector is stored in part, and loaded with zeros behind") {
  const memory x = counted();
  for (const int count : {1, 63, 127, 128}) {
    memory y;
    y.fill(99);
    store_part(y.data() + 1, tenon::hvx::load_unaligned(x.data()), count);
    CHECK(holds(y, 1, count, x.data()));
    memory z;
    z.fill(99);
    tenon::hvx::store_unaligned(z.data(), load_part(x.data(), count));
    for (int i = 0; i < 128; ++i) CHECK(z[static_cast<std::size_t>(i)] == (i < count ? x[static_cast<std::size_t>(i)] : 0));
  }
}

TEST_CASE("a filling beyond writes no more than a vector behind its end") {
  memory y;
  y.fill(99);
  fill_beyond(y.data(), 5, 130);
  for (int i = 0; i < 130; ++i) CHECK(y[static_cast<std::size_t>(i)] == 5);
  for (int i = 130 + 127; i < room; ++i) CHECK(y[static_cast<std::size_t>(i)] == 99);
}

TEST_CASE("borrowed memory starts at a vector's boundary wherever it lies") {
  alignas(128) static std::byte memory_at[1024];
  for (int i = 0; i < 128; ++i) {
    const auto* const start = reinterpret_cast<const std::byte*>(aligned(memory_at + i));
    CHECK(is_aligned(start, 128));
    CHECK((start >= memory_at + i && start + 256 <= memory_at + i + scratch_for(256)));
  }
  static_assert(scratch_for(0) == 0 && scratch_for(1) == 255);
}

TEST_CASE("a row is walked through in vectors") {
  std::array<std::pair<int, int>, 3> seen{};
  std::size_t count = 0;
  for_each_vector<300>([&](int first, int size) { seen[count++] = {first, size}; });
  CHECK(count == 3);
  CHECK(seen == std::array<std::pair<int, int>, 3>{{{0, 128}, {128, 128}, {256, 44}}});
}
