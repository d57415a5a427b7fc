// SPDX-License-Identifier: Apache-2.0
// quantize: which nodes become integers, where conversions come in, and whose name is whose.
#include <tenon/pass/quantize.hpp>

#include <tenon/tenon.hpp>

#include "laws/form.hpp"

#include <doctest/doctest.h>

#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

constexpr tensor_type real = tensor<f32, 2, 2, 2>::value;
constexpr tensor_type integer = tensor<i8, 2, 2, 2>::value;
using x = node<"x", input_<real>>;
using a = node<"a", conv2d_<filters{2}>, "x">;
using t = node<"t", tanh_<>, "a">;
using written = graph<x, a, t>;
using codes = encodings<encode<"x", scale{0.5f}, zero_point{1}>, encode<"a", scale{0.25f}>>;

template <class Graph, class Codes, class... Policies>
using applied = nodes_of<tenon_laws::graph_after<pass::quantize, Graph, weights<>, Codes, Policies...>>;

static_assert(std::is_same_v<applied<written, encodings<>>, written>);
static_assert(std::is_same_v<applied<applied<written, codes>, codes>, applied<written, codes>>);

// The caller sees real numbers: the output's name is that of the dequantized edge.
using result = applied<written, codes>;
static_assert(size_of<result> == 5);
static_assert(std::is_same_v<at<result, 0>, x>);
static_assert(std::is_same_v<at<result, 1>, node<"x.quantized", quantize_<encoded{{0.5f, 1}}>, "x">>);
static_assert(std::is_same_v<at<result, 2>, node<"a", conv2d_<filters{2}, encoded{{0.25f, 0}}>, "x.quantized">>);
static_assert(name_at<result>(3) == "t.quantized" && name_at<result>(4) == "t");

// Integers at the border.
using inside = applied<written, codes, border<i8>>;
static_assert(size_of<inside> == 3);
static_assert(edges_of<inside>[0].tensor == integer && edges_of<inside>[2].tensor == integer);
static_assert(name_at<inside>(2) == "t");

// A node that is kept, with its conversions.
using kept = applied<written, codes, keep<f32, "t">>;
static_assert(edges_of<kept>[static_cast<std::size_t>(index_of<kept>("t"))].tensor == real);
static_assert(index_of<kept>("a.real") != unknown_node);

TEST_CASE("the edges of a quantized network have encodings") {
  for (std::size_t i = 0; i < size_of<result>; ++i)
    if (is_quantized(edges_of<result>[i].tensor.type)) CHECK(edges_of<result>[i].code.known());
}

}  // namespace
