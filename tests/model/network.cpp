// SPDX-License-Identifier: Apache-2.0
// A graph on its way through passes keeps its model.
#include <tenon/model/network.hpp>

#include <tenon/graph/graph.hpp>

#include <doctest/doctest.h>

struct any_op {};
struct any_model {};
using first = tenon::graph<tenon::node<"x", any_op>>;
static_assert(tenon::network<first, any_model>::size == 1 &&
              tenon::network<tenon::graph<>, any_model>::size == 0);
static_assert(std::is_same_v<tenon::network<first, any_model>::graph_type, first>);
static_assert(std::is_same_v<tenon::network<first, any_model>::model_type, any_model>);

TEST_CASE("networks of one graph under two models are two") {
  CHECK(!std::is_same_v<tenon::network<first, any_model>, tenon::network<first, int>>);
}
