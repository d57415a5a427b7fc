// SPDX-License-Identifier: Apache-2.0
// States of a graph: every fault of who assigns them, and of the order in which a lowered graph does.
#include <tenon/op/states.hpp>

#include <tenon/op/assign.hpp>
#include <tenon/op/edges.hpp>
#include <tenon/op/flatten.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/state.hpp>

#include <doctest/doctest.h>

#include <string_view>

namespace {

using namespace tenon;

using x = node<"x", op::input_<tensor<f32, 4>::value>>;
using s = node<"s", op::state_<tensor<f32, 4>::value>>;
using t = node<"t", op::state_<tensor<f32, 4>::value>>;
template <fixed_string Name, fixed_string Input>
using positive = node<Name, op::relu_<>, Input>;
template <fixed_string Name, fixed_string Value, fixed_string State>
using gives = node<Name, op::assign_<>, Value, State>;

template <class... Nodes>
constexpr bool sound = well_formed<graph<Nodes...>>;
template <class... Nodes>
constexpr bool says(std::string_view part, int node) {
  constexpr fault found = fault_of<graph<Nodes...>>;
  return found.kind == fault_kind::refused_inputs && found.node == node &&
         found.detail.find(part) != std::string_view::npos;
}

static_assert(sound<x, s, positive<"y", "s">, gives<"s.next", "x", "s">>);
// What a state holds changes when the run is over, so assignments may stand anywhere below the state.
static_assert(sound<x, s, gives<"s.next", "x", "s">, positive<"y", "s">>);
static_assert(says<x, s, positive<"y", "x">, gives<"a", "x", "s">, gives<"b", "y", "s">>("assigned twice", 4));
static_assert(says<x, positive<"y", "x">, gives<"a", "y", "x">>("names an edge that is no state", 2));
static_assert(says<x, s, gives<"a", "x", "s">, positive<"y", "a">>("reads an assignment", 3));
static_assert(says<s, positive<"y", "s">>("never assigned", 0));
static_assert(fault_of<graph<x, gives<"a", "x", "s">>>.kind == fault_kind::unknown_input);

template <class... Nodes>
constexpr int misplaced = detail::state_order_fault<graph<Nodes...>>().node;
static_assert(misplaced<x, s, positive<"y", "s">, gives<"a", "x", "s">> == -1);
static_assert(misplaced<x, s, gives<"a", "x", "s">, positive<"y", "s">> == 3);
static_assert(misplaced<x, s, node<"flat", op::flatten_<>, "s">, gives<"a", "x", "s">, positive<"y", "flat">> == 4);
static_assert(misplaced<s, t, gives<"a", "t", "s">, gives<"b", "s", "t">> == 3);
static_assert(misplaced<x, s, t, gives<"b", "s", "t">, gives<"a", "x", "s">> == -1);

}  // namespace
