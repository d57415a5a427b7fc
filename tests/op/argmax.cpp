// SPDX-License-Identifier: Apache-2.0
// argmax: axes counted from both ends, the shape that is left, refusals.
#include <tenon/op/argmax.hpp>

#include <op/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

static_assert(operation<op::argmax_<>> && encoding_rule_of<op::argmax_<>>() == encoding_rule::none);
static_assert(!works_in_place<op::argmax_<>> && !has_parameters<op::argmax_<>>);

constexpr tensor_type block = tensor<i8, 2, 3, 4>::value;
static_assert(inferred_from<op::argmax_<>>(block, {0.5f, 3}).edge == edge_type{tensor<i32, 2, 3>::value, {}});
static_assert(inferred_from<op::argmax_<axis{0}>>(block).edge.tensor == tensor<i32, 3, 4>::value);
static_assert(inferred_from<op::argmax_<axis{-2}>>(block).edge.tensor == tensor<i32, 2, 4>::value);
static_assert(inferred_from<op::argmax_<axis{-3}>>(block).edge.tensor == tensor<i32, 3, 4>::value);
static_assert(inferred_from<op::argmax_<>>(tensor<f32, 7>::value).edge.tensor == tensor<i32>::value);

constexpr std::string_view lacks_axis =
    "tenon: argmax has an axis that its input lacks; name one of its axes";
static_assert(refusal_of<op::argmax_<axis{2}>>(block).empty());
static_assert(refusal_of<op::argmax_<axis{3}>>(block) == lacks_axis);
static_assert(refusal_of<op::argmax_<axis{-4}>>(block) == lacks_axis);
static_assert(refusal_of<op::argmax_<>>(tensor<f32>::value) == lacks_axis);

}  // namespace

TEST_CASE("argmax counts negative axes from the last") {
  for (int rank = 1; rank <= max_rank; ++rank) {
    shape extents;
    for (int i = 0; i < rank; ++i) extents.push_back(i + 2);
    CHECK(op::argmax_<>::axis_of(extents) == rank - 1);
    CHECK(op::argmax_<axis{-1}>::axis_of(extents) == rank - 1);
    CHECK(op::argmax_<axis{0}>::axis_of(extents) == 0);
  }
}
