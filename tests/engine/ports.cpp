// SPDX-License-Identifier: Apache-2.0
// Inputs and outputs of a graph: which nodes they are, in which order, and how many elements a caller gives.
#include <tenon/engine/ports.hpp>

#include <tenon/model/model.hpp>
#include <tenon/op/operators.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;

namespace {

struct several {
  static consteval auto graph() {
    const auto a = op::input<"a", tensor<f32, 3>>;
    const auto b = op::input<"b", tensor<f32, 2>>;
    const auto plus = op::add<"plus">(a, op::constant<"one", tensor<f32, 3>>);
    return outputs(b | op::relu<"left">, plus | op::relu<"right">);
  }
};
using graph_type = typename model<several>::graph_type;
using found = detail::ports<graph_type>;

static_assert(found::count(true) == 2 && found::count(false) == 2);
using wanted = type_list<detail::port<tensor<f32, 2>::value>, detail::port<tensor<f32, 3>::value>>;
static_assert(std::is_same_v<found::list<true>::type, wanted>);
static_assert(std::is_same_v<found::list<false>::type, wanted>);

}  // namespace

TEST_CASE("every port is a node of its kind, and constants are none") {
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  for (std::size_t node = 0; node < found::size; ++node) {
    if (found::is(node, true)) CHECK(found::node_of(true, inputs++) == node);
    if (found::is(node, false)) CHECK(found::node_of(false, outputs++) == node);
    CHECK_FALSE((found::is(node, true) && found::is(node, false)));
    if (found::is_source[node] && !found::is_input[node]) CHECK_FALSE((found::is(node, true) || found::is(node, false)));
  }
  CHECK(inputs == 2);
  CHECK(outputs == 2);
  CHECK(found::node_of(true, 2) == found::size);
}

TEST_CASE_TEMPLATE("laws", Topology, several) { tenon_laws::check_topology<Topology>(); }
