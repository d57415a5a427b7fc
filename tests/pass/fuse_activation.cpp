// SPDX-License-Identifier: Apache-2.0
// fuse_activation: which bounds move into the node before, and how they combine.
#include <tenon/pass/fuse_activation.hpp>

#include <tenon/tenon.hpp>

#include "laws/form.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

template <class Graph>
using applied = tenon_laws::graph_after<pass::fuse_activation, Graph>;
template <class Graph>
inline constexpr bool stays = std::is_same_v<applied<Graph>, Graph>;

constexpr float infinity = std::numeric_limits<float>::infinity();
using x = node<"x", input_<tensor<f32, 2, 2, 2>::value>>;
using c = node<"c", conv2d_<filters{2}>, "x">;
template <fixed_string Name, clamp Bounds>
using bounded_conv = node<Name, conv2d_<filters{2}, parameters_of<"c">{}, Bounds>, "x">;

static_assert(
    std::is_same_v<applied<graph<x, c, node<"r", relu_<>, "c">>>, graph<x, bounded_conv<"r", clamp{0.0f, infinity}>>>);
// One after the other, all that remains is what both allow.
static_assert(std::is_same_v<applied<graph<x, c, node<"r", relu_<>, "c">, node<"s", relu6_<>, "r">>>,
                             graph<x, bounded_conv<"s", clamp{0.0f, 6.0f}>>>);
static_assert(pass::fuse_activation::intersect({-1.0f, 1.0f}, {2.0f, 3.0f}).low == 2.0f);
static_assert(pass::fuse_activation::intersect({-1.0f, 1.0f}, {2.0f, 3.0f}).high == 2.0f);
static_assert(std::is_same_v<applied<graph<x, node<"s", add_<>, "x", "x">, node<"r", relu6_<>, "s">>>,
                             graph<x, node<"r", add_<clamp{0.0f, 6.0f}>, "x", "x">>>);

// Another reader, a function that does more than bound, an input, and integers, where a rounding would be skipped.
static_assert(stays<graph<x, c, node<"r", relu_<>, "c">, node<"t", tanh_<>, "c">>>);
static_assert(stays<graph<x, c, node<"t", tanh_<>, "c">>>);
static_assert(stays<graph<x, node<"r", relu_<>, "x">>>);
using q = node<"q", input_<tensor<i8, 2, 2, 2>::value, encoded{{0.5f, 0}}>>;
static_assert(stays<graph<q, node<"c", conv2d_<filters{2}, encoded{{0.5f, 0}}>, "q">,
                          node<"r", relu_<encoded{{0.25f, 0}}>, "c">>>);

// A node that carries an encoding rounds before the activation, whatever that is encoded with.
static_assert(stays<graph<x, node<"c", conv2d_<filters{2}, encoded{{0.5f, 0}}>, "x">, node<"r", relu_<>, "c">>>);

TEST_CASE("a fused activation has no step") {
  CHECK(size_of<applied<graph<x, c, node<"r", relu_<>, "c">>>> == 2);
}

}  // namespace
