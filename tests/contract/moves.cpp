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

using namespace tenon;
using namespace tenon_test;

namespace {

/// Elements of one byte and of four.
template <class Operator, int... Extents>
int differences_of_move(unsigned seed) {
  using policy = rounding::tflite;
  return differences_of_call<Operator, policy, agreement::exact, tensor<i8, Extents...>::value>(seed) +
         differences_of_call<Operator, policy, agreement::exact, tensor<i32, Extents...>::value>(seed);
}

}  // namespace

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
