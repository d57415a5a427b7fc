// SPDX-License-Identifier: Apache-2.0
// Fillings and loads of part of a vector touch no more than their bytes.
#include <tenon/backend/hexagon/bytes.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <memory>

using namespace tenon::hexagon_kernels;

static_assert(round_up(0, 32) == 0 && round_up(1, 32) == 32 && round_up(32, 32) == 32 &&
              round_up(33, 32) == 64);
static_assert(scratch_for(127) == 255 && scratch_for(128) == 255 && scratch_for(129) == 383);

TEST_CASE("a filling writes its bytes and none beside them, wherever it starts") {
  for (const int length : {0, 1, 31, 127, 128, 129, 256, 300})
    for (const int start : {1, 64, 128}) {
      std::array<std::int8_t, 450> y;
      y.fill(99);
      fill_bytes(y.data() + start, -128, length);
      int wrong = 0;
      for (int i = 0; i < 450; ++i)
        wrong += y[static_cast<std::size_t>(i)] != (i >= start && i < start + length ? -128 : 99);
      CHECK(wrong == 0);
    }
}

TEST_CASE("the last byte of memory can be loaded: nothing behind it is read") {
  for (const int count : {1, 5, 127}) {
    const auto row = std::make_unique<std::int8_t[]>(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) row[static_cast<std::size_t>(i)] = static_cast<std::int8_t>(i + 1);
    const auto loaded = tenon::hvx::as<std::int8_t>(load_part(row.get(), count));
    store_part(row.get(), tenon::hvx::splat_bytes(-1), count);
    int wrong = 0;
    for (int i = 0; i < 128; ++i) wrong += loaded[static_cast<std::size_t>(i)] != (i < count ? i + 1 : 0);
    for (int i = 0; i < count; ++i) wrong += row[static_cast<std::size_t>(i)] != -1;
    CHECK(wrong == 0);
  }
}
