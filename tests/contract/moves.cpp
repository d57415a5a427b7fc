// SPDX-License-Identifier: Apache-2.0
// depth_to_space, space_to_depth, gather, mirror_pad and tile: kryo against the reference, over shapes and values.
#include <tenon/op/depth_to_space.hpp>
#include <tenon/op/gather.hpp>
#include <tenon/op/mirror_pad.hpp>
#include <tenon/op/space_to_depth.hpp>
#include <tenon/op/tile.hpp>

#include <tenon/backend/kryo/movement.hpp>
#include <tenon/backend/kryo/selection.hpp>
#include <tenon/backend/reference/movement.hpp>
#include <tenon/backend/reference/selection.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

using namespace tenon;
using namespace tenon_test;

namespace {

/// Elements of one byte and of four.
template <class Operator, shape Extents>
int differences_over_types(unsigned seed) {
  using policy = rounding::tflite;
  return differences_of_call<Operator, policy, agreement::exact, tensor_type{i8, Extents}>(seed) +
         differences_of_call<Operator, policy, agreement::exact, tensor_type{i32, Extents}>(seed);
}
template <class Operator, int... Extents>
int differences_of_move(unsigned seed) {
  return differences_over_types<Operator, shape_of(Extents...)>(seed);
}

/// An image whose channels hold blocks of pixels, and the image in which they lie side by side.
struct drawn_blocks {
  shape deep{};
  shape wide{};
  block_size block{1};
};

constexpr drawn_blocks draw_blocks(unsigned seed) {
  lottery draw(seed * 1000 + 11000);
  drawn_blocks made;
  const int size = draw.between(1, 4);
  made.block = block_size{size};
  if (draw.between(0, 2) == 0) made.deep.push_back(2), made.wide.push_back(2);
  for (const int most : {4, 5}) {
    const int extent = draw.between(1, most);
    made.deep.push_back(extent);
    made.wide.push_back(extent * size);
  }
  const int channels = draw.one_of(awkward_channels);
  made.deep.push_back(channels * size * size);
  made.wide.push_back(channels);
  return made;
}

/// Slices along one axis, counted from either end; some come twice, some never.
struct drawn_slices {
  int along = 0;
  std::size_t count = 1;
  std::array<int, 8> numbers{};
};

constexpr drawn_slices draw_slices(unsigned seed, const shape& extents) {
  lottery draw(seed * 1000 + 12000);
  drawn_slices made;
  made.along = draw.between(-extents.rank, extents.rank - 1);
  made.count = static_cast<std::size_t>(draw.between(1, 8));
  const int there = extents[made.along < 0 ? made.along + extents.rank : made.along];
  for (int& number : made.numbers) number = draw.between(-there, there - 1);
  return made;
}

template <drawn_slices Drawn, shape Extents>
int differences_of_gather(unsigned seed) {
  return [seed]<std::size_t... At>(std::index_sequence<At...>) {
    return differences_over_types<op::gather_<axis{Drawn.along}, indices<Drawn.numbers[At]...>>, Extents>(seed);
  }(std::make_index_sequence<Drawn.count>{});
}

/// As far beyond every other axis as there are elements to mirror, at most three.
struct drawn_mirror {
  before first{0};
  after last{0};
  continuation mode = reflect;
};

constexpr drawn_mirror draw_mirror(unsigned seed, const shape& extents) {
  lottery draw(seed * 1000 + 13000);
  drawn_mirror made;
  made.mode = std::array{reflect, symmetric, repeat_edge}[seed % 3];
  const auto margin = [&](int axis) {
    if (axis % 2 == extents.rank % 2) return 0;
    const int there = made.mode == reflect ? extents[axis] - 1 : extents[axis];
    return draw.between(0, made.mode == repeat_edge ? 3 : std::min(there, 3));
  };
  made.first = list_over<before>(extents, margin);
  made.last = list_over<after>(extents, margin);
  return made;
}

/// Every third axis is repeated.
constexpr repeats draw_repeats(unsigned seed, const shape& extents) {
  lottery draw(seed * 1000 + 14000);
  return list_over<repeats>(
      extents, [&](int axis) { return axis % 3 == static_cast<int>(seed % 3) ? draw.between(1, 4) : 1; });
}

}  // namespace

TEST_CASE("pixels and channels of drawn shapes change places on kryo as on the reference") {
  CHECK(differences_over_seeds([]<unsigned Seed>() {
          constexpr drawn_blocks drawn = draw_blocks(Seed);
          return differences_over_types<op::depth_to_space_<drawn.block>, drawn.deep>(Seed) +
                 differences_over_types<op::space_to_depth_<drawn.block>, drawn.wide>(Seed + 100);
        }) == 0);
}

TEST_CASE("slices of drawn shapes are the same on kryo and the reference") {
  CHECK(differences_over_seeds([]<unsigned Seed>() {
          constexpr shape x = draw_shape(Seed);
          constexpr drawn_mirror mirror = draw_mirror(Seed, x);
          return differences_of_gather<draw_slices(Seed, x), x>(Seed) +
                 differences_over_types<op::mirror_pad_<mirror.first, mirror.last, mirror.mode>, x>(Seed + 100) +
                 differences_over_types<op::tile_<draw_repeats(Seed, x)>, x>(Seed + 200);
        }) == 0);
}

TEST_CASE("channels become pixels and pixels channels on kryo as on the reference") {
  CHECK(differences_of_move<op::depth_to_space_<block_size{2}>, 3, 5, 12>(1) == 0);
  CHECK(differences_of_move<op::depth_to_space_<block_size{3}>, 2, 4, 1, 9>(2) == 0);
  CHECK(differences_of_move<op::space_to_depth_<block_size{2}>, 2, 4, 6, 5>(3) == 0);
  CHECK(differences_of_move<op::space_to_depth_<block_size{4}>, 4, 8, 1>(4) == 0);
}

TEST_CASE("slices are the same on kryo and the reference") {
  CHECK(differences_of_move<op::gather_<axis{1}, indices<3, 0, 0, -1>>, 3, 4, 17>(11) == 0);
  CHECK(differences_of_move<op::gather_<axis{-1}, indices<0, 2, 1, 3, 4>>, 7, 5>(12) == 0);
  CHECK(differences_of_move<op::mirror_pad_<padding{2, 1, 0, 3}>, 2, 4, 5, 3>(13) == 0);
  CHECK(differences_of_move<op::mirror_pad_<before{0, 3}, after{2, 4}, symmetric>, 3, 4>(14) == 0);
  CHECK(differences_of_move<op::mirror_pad_<before{5}, after{1}, repeat_edge>, 2>(15) == 0);
  CHECK(differences_of_move<op::tile_<repeats{2, 1, 3}>, 2, 3, 5>(16) == 0);
  CHECK(differences_of_move<op::tile_<repeats{1, 4}>, 3, 1>(17) == 0);
}
