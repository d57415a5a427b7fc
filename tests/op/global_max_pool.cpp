// SPDX-License-Identifier: Apache-2.0
// global_max_pool: shapes, which axes it reduces, the encoding it keeps, and what it refuses.
#include <tenon/op/global_max_pool.hpp>

#include "op/pools.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using namespace tenon_test;

using pool = op::global_max_pool_<>;
static_assert(operation<pool> && pool::word == "global_max_pool" && pool::arity == 1);
static_assert(encoding_rule_of<pool>() == encoding_rule::same_as_input);
static_assert(keeps_zero_channels<pool> && !absorbs_clamp<pool> && !has_parameters<pool>);

static_assert(result_of<op::global_max_pool_<keep_axes{true}>>(shape_of(5, 7, 4)) == shape_of(1, 1, 4));
static_assert(result_of<op::global_max_pool_<keep_axes{false}>>(shape_of(3, 5, 7, 4)) == shape_of(3, 4));

constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(5, 7, 4)}, {0.5f, 3}}};
static_assert(pool::infer(codes).edge == edge_type{{i8, shape_of(4)}, {0.5f, 3}});
static_assert(op::global_max_pool_<encoded{{9.0f, 1}}>::infer(codes).edge.code == encoding{0.5f, 3},
              "the largest integer is one of the input's");

constexpr std::string_view no_image =
    "tenon: global_max_pool takes (rows, columns, channels), with or without a batch; reshape its input";
static_assert(sentence_of<pool, tensor<f32, 5, 7>::value>() == no_image);
static_assert(sentence_of<pool, tensor<f32, 1, 2, 5, 7, 4>::value>() == no_image);
static_assert(sentence_of<pool, tensor<i8, 5, 7, 4>::value>().empty());

}  // namespace

TEST_CASE("rows and columns go, batch and channels stay") {
  for (const shape& extents : {shape_of(5, 7, 4), shape_of(3, 5, 7, 4)}) {
    const op::reduced_axes marked = pool::marked(extents);
    CHECK(marked.sound);
    for (int axis = 0; axis < extents.rank; ++axis)
      CHECK(marked.has(axis) == (axis == extents.rank - 3 || axis == extents.rank - 2));
    CHECK(op::reduced_count(extents, marked) == 35);
  }
}
