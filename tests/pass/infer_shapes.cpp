// SPDX-License-Identifier: Apache-2.0
// infer_shapes: `same` padding gets its numbers, everything else stays.
#include <tenon/pass/infer_shapes.hpp>

#include <tenon/tenon.hpp>

#include "laws/form.hpp"

#include <doctest/doctest.h>

#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

template <class Graph>
using applied = tenon_laws::graph_after<pass::infer_shapes, Graph>;

using x = node<"x", input_<tensor<f32, 6, 5, 2>::value>>;
template <auto... Attributes>
using window_over = node<"c", conv2d_<filters{3}, window{3, 3}, Attributes...>, "x">;

// An odd row or column is added after.
static_assert(std::is_same_v<applied<graph<x, window_over<same_padding>>>, graph<x, window_over<padding{1, 1, 1, 1}>>>);
static_assert(std::is_same_v<applied<graph<x, window_over<stride{2, 2}, same_padding>>>,
                             graph<x, window_over<stride{2, 2}, padding{0, 1, 1, 1}>>>);
static_assert(std::is_same_v<applied<graph<x, node<"p", max_pool_<window{2, 2}, same_padding>, "x">>>,
                             graph<x, node<"p", max_pool_<window{2, 2}, padding{0, 1, 0, 1}>, "x">>>);

using given = graph<x, window_over<padding{1, 0, 2, 0}>, node<"r", relu_<>, "c">>;
static_assert(std::is_same_v<applied<given>, given>);

TEST_CASE("numbers in place of `same` give the same shapes") {
  using before = graph<x, window_over<stride{2, 2}, same_padding>>;
  CHECK(edges_of<before>[1] == edges_of<applied<before>>[1]);
}

}  // namespace
