// SPDX-License-Identifier: Apache-2.0
// What operators that only move values have in common.
#include <tenon/op/movement.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;

struct mirror : op::movement {
  static constexpr op::strided view(const shape& extents) noexcept { return {extents.size() - 1, {-1}}; }
};

static_assert(moves_by_strides<mirror> && !moves_by_strides<op::movement>);
static_assert(mirror::arity == 1);

// A view is walked over the result's axes unless the operator names finer ones.
struct halves : mirror {
  static constexpr shape walk(const shape& extents) noexcept { return shape_of(2, extents.size() / 2); }
};
static_assert(op::extents_of_walk<mirror>(shape_of(6), shape_of(3, 2)) == shape_of(3, 2));
static_assert(op::extents_of_walk<halves>(shape_of(6), shape_of(6)) == shape_of(2, 3));

TEST_CASE("The encoding of the input is that of the result") {
  constexpr edge_type input{{i8, shape_of(4)}, {0.5f, 3}};
  CHECK(encoding_rule_of<mirror>() == encoding_rule::same_as_input);
  CHECK(result_encoding<mirror>(input) == encoding{0.5f, 3});
  CHECK(mirror::prepare<void>({}, {}, {}) == no_parameters{});
}

}  // namespace
