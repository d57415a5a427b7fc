// SPDX-License-Identifier: Apache-2.0
// Structural faults: each kind, the node that has it, the first of several.
#include <tenon/graph/well_formed.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

struct any_op {};
using a = node<"a", any_op>;

template <class Graph>
constexpr bool fails(fault_kind kind, int index, std::string_view detail = {}) {
  const fault found = detail::structural_fault<Graph>();
  return found.kind == kind && found.node == index && found.detail == detail;
}

static_assert(fails<graph<a, node<"b", any_op, "a">>>(fault_kind::none, -1));
static_assert(fails<graph<>>(fault_kind::no_node, -1));
static_assert(fails<graph<a, node<"b", any_op, "a">, node<"a", any_op>>>(fault_kind::duplicate_name, 2));
static_assert(fails<graph<a, node<"b", any_op, "A">>>(fault_kind::unknown_input, 1, "A"));
static_assert(fails<graph<a, node<"b", any_op, "a", "">>>(fault_kind::unknown_input, 1, ""));
static_assert(fails<graph<node<"b", any_op, "b">>>(fault_kind::cycle, 0, "b"));
static_assert(fails<graph<a, node<"b", any_op, "a", "c">, node<"c", any_op, "b">>>(fault_kind::cycle, 1,
                                                                                   "c"));
static_assert(fails<graph<a, node<"b", any_op, "x">, node<"a", any_op>>>(fault_kind::unknown_input, 1, "x"));
static_assert(fails<graph<a, node<"a", any_op, "x">>>(fault_kind::duplicate_name, 1));

}  // namespace

TEST_CASE("a name counts as declared from its own node on") {
  using chain = graph<a, node<"b", any_op, "a">>;
  CHECK(detail::declared_from<chain>(1, "b"));
  CHECK(!detail::declared_from<chain>(1, "a"));
}
