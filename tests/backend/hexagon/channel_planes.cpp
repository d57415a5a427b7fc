// SPDX-License-Identifier: Apache-2.0
// Channel planes: where pixels lie, and that every neighbour of a pixel is a pixel or padding of its own plane.
#include <tenon/backend/hexagon/channel_planes.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

constexpr plane_geometry large{{1, 56, 56, 128}};
static_assert(large.pitch() == 57 && large.vectors() == 25 && large.plane_bytes() == 26 * 128 && large.lead() == 128);
static_assert(large.bytes() == 128 + 128 * 26 * 128 + 128);

constexpr tensor_type small{i8, shape_of(2, 3, 2)};
static_assert(channel_planes.name() == "channel_planes" && channel_planes.adds_128() &&
              channel_planes.alignment() == 128);
static_assert(channel_planes.bytes(small) == 128 + 2 * 128 + 128);
// Row 1, column 2, channel 1 of a plane with a pitch of 4.
static_assert(channel_planes.place(small, 11) == 128 + 128 + 4 + 2);

/// Every place of a tensor: the number of its element and 1, or 0 for padding.
std::vector<int> places_of(const tensor_type& tensor) {
  std::vector<int> places(channel_planes.bytes(tensor));
  for (int i = 0; i < tensor.size(); ++i) {
    int& place = places.at(channel_planes.place(tensor, i));
    CHECK(place == 0);
    place = i + 1;
  }
  return places;
}

void check_neighbours(const tensor_type& tensor) {
  const op::image in = op::image_of(tensor.extents);
  const std::vector<int> places = places_of(tensor);
  const int pitch = plane_geometry{in}.pitch();
  int wrong = 0;
  for (int i = 0; i < tensor.size(); ++i)
    for (int row = -1; row <= 1; ++row)
      for (int column = -1; column <= 1; ++column) {
        const int pixel = i / in.channels;
        const int at_row = pixel / in.columns % in.rows + row;
        const int at_column = pixel % in.columns + column;
        const bool inside = at_row >= 0 && at_row < in.rows && at_column >= 0 && at_column < in.columns;
        const int wanted = inside ? i + (row * in.columns + column) * in.channels + 1 : 0;
        const int at = static_cast<int>(channel_planes.place(tensor, i)) + row * pitch + column;
        wrong += places.at(static_cast<std::size_t>(at)) != wanted;
      }
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("around every pixel of a plane lie its neighbours or padding") {
  check_neighbours({i8, shape_of(1, 1, 1)});
  check_neighbours({i8, shape_of(7, 9, 3)});
  check_neighbours({i8, shape_of(3, 130, 2)});
  check_neighbours({i8, shape_of(2, 5, 4, 3)});
}

TEST_CASE("padding is put between rows and behind the last one, and around planes") {
  constexpr plane_geometry planes{{1, 5, 40, 2}};
  using padding = plane_padding<planes>;
  alignas(128) std::int8_t borrowed[padding::scratch_bytes];
  const padding outside(borrowed, 9);
  const auto first = hvx::as<std::int8_t>(outside.around(hvx::splat_bytes(1), 0));
  CHECK((first[0] == 1 && first[39] == 1 && first[40] == 9 - 128 && first[41] == 1 && first[81] == 9 - 128));
  const auto last = hvx::as<std::int8_t>(outside.around(hvx::splat_bytes(1), 1));
  CHECK((last[203 - 128] == 1 && last[204 - 128] == 9 - 128 && last[205 - 128] == 9 - 128 && last[127] == 9 - 128));
  alignas(128) std::int8_t y[planes.bytes()]{};
  outside.surround(y);
  CHECK((y[0] == 9 - 128 && y[127] == 9 - 128 && y[128] == 0));
  CHECK(planes.plane_bytes() == planes.vectors() * 128);
}
