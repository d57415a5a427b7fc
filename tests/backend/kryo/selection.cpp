// SPDX-License-Identifier: Apache-2.0
// Slices along each axis on kryo: golden vectors, every element type.
#include <tenon/backend/kryo/selection.hpp>

#include "golden/gather.hpp"
#include "golden/mirror_pad.hpp"
#include "golden/tile.hpp"
#include "op/golden_selections.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;

template <element Type>
constexpr bool selects = has_kernel<kryo, call<op::gather_<indices<0>>, rounding::tflite,
                                               operand{tensor<Type, 1, 3>::value}, operand{tensor<Type, 2, 3>::value}>>;
static_assert(selects<f32> && selects<f16> && selects<i32> && selects<i8> && selects<u8>);

TEST_CASE("LiteRT's int8 answers") {
  using namespace tenon_test;
  CHECK(moves_as_golden<kryo, gather_of, tenon_golden::gather::cases>());
  CHECK(moves_as_golden<kryo, mirror_pad_of, tenon_golden::mirror_pad::cases>());
  CHECK(moves_as_golden<kryo, tile_of, tenon_golden::tile::cases>());
}

}  // namespace
