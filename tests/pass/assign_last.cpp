// SPDX-License-Identifier: Apache-2.0
// assign_last: assignments behind all that reads their states, delays in the order that keeps what they hand on.
#include <tenon/pass/assign_last.hpp>

#include <tenon/model/model.hpp>
#include <tenon/op/operators.hpp>

#include "laws/form.hpp"

#include <doctest/doctest.h>

#include <type_traits>

namespace {

using namespace tenon;

template <class Graph>
using applied = tenon_laws::graph_after<pass::assign_last, Graph>;
template <class Graph, class Wanted>
constexpr bool becomes = std::is_same_v<applied<Graph>, Wanted> && std::is_same_v<applied<Wanted>, Wanted>;

using x = node<"x", op::input_<tensor<f32, 4>::value>>;
using s = node<"s", op::state_<tensor<f32, 4>::value>>;
using t = node<"t", op::state_<tensor<f32, 4>::value>>;
using u = node<"u", op::state_<tensor<f32, 4>::value>>;
using y = node<"y", op::relu_<>, "s">;
template <fixed_string Value, fixed_string State>
using gives = node<State + fixed_string{".next"}, op::assign_<>, Value, State>;

using without_states = graph<x, node<"y", op::relu_<>, "x">>;
static_assert(becomes<without_states, without_states>);
static_assert(becomes<graph<x, s, gives<"x", "s">, y>, graph<x, s, y, gives<"x", "s">>>);
// A delay of three runs: u takes what t held, t what s held.
static_assert(becomes<graph<x, s, t, u, gives<"x", "s">, y, gives<"s", "t">, gives<"t", "u">>,
                      graph<x, s, t, u, y, gives<"t", "u">, gives<"s", "t">, gives<"x", "s">>>);
// What is reshaped is the same memory.
using flat = node<"flat", op::flatten_<>, "s">;
static_assert(becomes<graph<x, s, t, gives<"x", "s">, flat, gives<"flat", "t">>,
                      graph<x, s, t, flat, gives<"flat", "t">, gives<"x", "s">>>);
// Two states that take each other's values have no such order: they stay, and the engine says so.
using exchange = graph<s, t, gives<"t", "s">, gives<"s", "t">>;
static_assert(becomes<exchange, exchange> && detail::state_order_fault<exchange>().node == 3);

}  // namespace
