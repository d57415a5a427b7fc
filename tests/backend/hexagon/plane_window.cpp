// SPDX-License-Identifier: Apache-2.0
// The window over a plane: what it shows at every offset, of neighbours and of what lies beyond them.
#include <tenon/backend/hexagon/plane_window.hpp>

#include <doctest/doctest.h>

using namespace tenon::hexagon_kernels;
namespace hvx = tenon::hvx;

namespace {

/// Byte i is i % 251, so that no two vectors are alike.
struct counted {
  alignas(128) std::int8_t bytes[8 * 128];
  counted() {
    for (int i = 0; i < 8 * 128; ++i) bytes[i] = static_cast<std::int8_t>(i % 251);
  }
};

template <bool Aligned, int Offset>
bool shows(const std::int8_t* from) {
  plane_window<Aligned> window(from);
  window.advance();
  window.advance();
  const auto got = hvx::as<std::int8_t>(window.template at<Offset>());
  for (int i = 0; i < 128; ++i)
    if (got[static_cast<std::size_t>(i)] != from[128 + Offset + i]) return false;
  return true;
}

template <bool Aligned>
void check_offsets(const std::int8_t* from) {
  CHECK((shows<Aligned, 0>(from) && shows<Aligned, 1>(from) && shows<Aligned, 127>(from) && shows<Aligned, 128>(from)));
  CHECK((shows<Aligned, -1>(from) && shows<Aligned, -127>(from) && shows<Aligned, -128>(from)));
  CHECK((shows<Aligned, 129>(from) && shows<Aligned, 203>(from) && shows<Aligned, -201>(from)));
}

}  // namespace

TEST_CASE("a window shows what lies around it in memory") {
  const counted memory;
  check_offsets<true>(memory.bytes + 2 * 128);
  check_offsets<false>(memory.bytes + 2 * 128 + 16);
}

TEST_CASE("vectors of a plane are stored where they belong") {
  counted memory;
  store_plane<true>(memory.bytes + 128, hvx::splat_bytes(3));
  store_plane<false>(memory.bytes + 300, hvx::splat_bytes(4));
  CHECK((memory.bytes[127] == 127 && memory.bytes[128] == 3 && memory.bytes[255] == 3 && memory.bytes[256] == 5));
  CHECK((memory.bytes[299] == 48 && memory.bytes[300] == 4 && memory.bytes[427] == 4));
}
