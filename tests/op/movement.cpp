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

TEST_CASE("The encoding of the input is that of the result") {
  constexpr edge_type input{{i8, shape_of(4)}, {0.5f, 3}};
  CHECK(encoding_rule_of<mirror>() == encoding_rule::same_as_input);
  CHECK(result_encoding<mirror>(input) == encoding{0.5f, 3});
  CHECK(mirror::prepare<void>({}, {}, {}) == no_parameters{});
}

}  // namespace
