// SPDX-License-Identifier: Apache-2.0
// fuse_pad: which pads become padding, and that the numbers add up.
#include <tenon/pass/fuse_pad.hpp>

#include <tenon/tenon.hpp>

#include "laws/form.hpp"

#include <doctest/doctest.h>

#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

template <class Graph>
using applied = tenon_laws::graph_after<pass::fuse_pad, Graph>;

using x = node<"x", input_<tensor<f32, 4, 4, 2>::value>>;
template <fixed_string Input, auto... Attributes>
using window_over = node<"c", conv2d_<filters{3}, window{3, 3}, Attributes...>, Input>;

static_assert(std::is_same_v<applied<graph<x, node<"p", pad_<padding{1, 2, 3, 4}>, "x">, window_over<"p">>>,
                             graph<x, window_over<"x", padding{1, 2, 3, 4}>>>);
static_assert(
    std::is_same_v<
        applied<graph<x, node<"p", pad_<before{1, 0, 0}, after{0, 2, 0}>, "x">, window_over<"p", padding{1, 3, 5, 7}>>>,
        graph<x, window_over<"x", padding{2, 3, 5, 9}>>>);
// Two pads in a row.
static_assert(std::is_same_v<applied<graph<x, node<"p", pad_<padding{1, 0, 0, 0}>, "x">,
                                           node<"q", pad_<padding{0, 0, 0, 1}>, "p">, window_over<"q">>>,
                             graph<x, window_over<"x", padding{1, 0, 0, 1}>>>);

template <class Graph>
inline constexpr bool stays = std::is_same_v<applied<Graph>, Graph>;
static_assert(stays<graph<x, node<"p", pad_<padding{1, 1, 1, 1}, fill{2.0f}>, "x">, window_over<"p">>>);
static_assert(stays<graph<x, node<"p", pad_<before{0, 0, 1}, after{0, 0, 0}>, "x">, window_over<"p">>>);
static_assert(stays<graph<x, node<"p", pad_<padding{1, 1, 1, 1}>, "x">, window_over<"p", same_padding>>>);
static_assert(stays<graph<x, node<"p", pad_<padding{1, 1, 1, 1}>, "x">, window_over<"p">, node<"r", relu_<>, "p">>>);
static_assert(stays<graph<x, node<"p", pad_<padding{1, 1, 1, 1}>, "x">, node<"m", max_pool_<window{2, 2}>, "p">>>);

// Integers: the pad has its input's encoding.
using q = node<"q", input_<tensor<i8, 4, 4, 2>::value, encoded{{0.5f, 3}}>>;
static_assert(
    std::is_same_v<applied<graph<q, node<"p", pad_<padding{1, 1, 1, 1}>, "q">, window_over<"p", encoded{{1.0f, 0}}>>>,
                   graph<q, window_over<"q", encoded{{1.0f, 0}}, padding{1, 1, 1, 1}>>>);

TEST_CASE("a fused pad has no step") {
  CHECK(size_of<applied<graph<x, node<"p", pad_<padding{1, 1, 1, 1}>, "x">, window_over<"p">>>> == 2);
}

}  // namespace
