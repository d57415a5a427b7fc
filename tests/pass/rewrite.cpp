// SPDX-License-Identifier: Apache-2.0
// merge_neighbours: any pair of operators becomes one, until there is no pair left.
#include <tenon/pass/rewrite.hpp>

#include <tenon/tenon.hpp>

#include "laws/form.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

/// Merges a sum into the activation that reads it, or any producer into a sum, as the test needs.
struct swallow {
  template <class Operator>
  static constexpr bool can_be_first = Operator::arity == 1;
  template <class Operator>
  static constexpr bool can_be_second = Operator::arity == 2;
  template <class Graph>
  static constexpr bool fits(std::size_t, std::size_t, int) noexcept { return true; }
  template <class First, class Second>
  using merged = typename Second::op;
  template <class Network>
  using apply = merge_neighbours<swallow, Network>;
};
template <class Graph>
using applied = tenon_laws::graph_after<swallow, Graph>;

using x = node<"x", input_<tensor<f32, 2>::value>>;
using a = node<"a", relu_<>, "x">;
using b = node<"b", tanh_<>, "x">;

// The later producer goes first, the other one in the next round; order of the inputs: the swallowed node's, then the rest.
static_assert(std::is_same_v<applied<graph<x, a, b, node<"s", add_<>, "a", "b">>>, graph<x, node<"s", add_<>, "x", "x">>>);
static_assert(std::is_same_v<applied<graph<x, a, node<"s", add_<>, "x", "a">>>, graph<x, node<"s", add_<>, "x", "x">>>);
// Two readers, or the same edge twice.
using twice = graph<x, a, node<"s", add_<>, "a", "a">>;
static_assert(std::is_same_v<applied<twice>, twice>);
// A node swallows one neighbour a round, and a swallowed node none.
static_assert(std::is_same_v<applied<graph<x, a, node<"s", add_<>, "x", "a">, b, node<"u", add_<>, "s", "b">>>,
                             graph<x, node<"s", add_<>, "x", "x">, node<"u", add_<>, "x", "s">>>);

static_assert(std::is_same_v<remember_t<node<"c", conv2d_<>, "x">>, conv2d_<parameters_of<"c">{}>>);
static_assert(std::is_same_v<remember_t<node<"d", conv2d_<parameters_of<"c">{}>, "x">>, conv2d_<parameters_of<"c">{}>>);
static_assert(std::is_same_v<remember_t<a>, relu_<>>);

TEST_CASE("merging ends") {
  using once = applied<graph<x, a, b, node<"s", add_<>, "a", "b">>>;
  CHECK(std::is_same_v<applied<once>, once>);
}

}  // namespace
