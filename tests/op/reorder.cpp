// SPDX-License-Identifier: Apache-2.0
// reorder: the type and the encoding stay, the zero point is what padding holds.
#include <tenon/op/reorder.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

static_assert(operation<op::reorder_<>>);
constexpr std::array<edge_type, 1> x{edge_type{tensor<i8, 2, 3, 4>::value, {0.5f, -7}}};
static_assert(op::reorder_<>::infer(x).edge == x[0] && op::reorder_<>::infer(x).fault.empty());
static_assert(result_encoding<op::reorder_<>>(x[0]) == x[0].code);

}  // namespace

TEST_CASE("a conversion knows the zero point") {
  CHECK(op::reorder_<>::prepare<void>({}, x, x[0]) == op::reorder_parameters{-7});
}
