// SPDX-License-Identifier: Apache-2.0
// Joined graphs: each node once, in an order that still has producers first.
#include <tenon/graph/join.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

struct any_op {};
struct other_op {};
using a = node<"a", any_op>;
using b = node<"b", any_op, "a">;
using c = node<"c", any_op, "a">;
using d = node<"d", any_op, "c">;

static_assert(std::is_same_v<join<graph<a, b>>, graph<a, b>>);
static_assert(std::is_same_v<join<graph<a, b>, graph<a, b>>, graph<a, b>>);
static_assert(std::is_same_v<join<graph<a, b>, graph<a, c, d>>, graph<a, b, c, d>>);
static_assert(std::is_same_v<join<graph<a, c, d>, graph<a, b>>, graph<a, c, d, b>>);
static_assert(std::is_same_v<join<graph<a, b>, graph<a, c>, graph<a, c, d>, graph<a, b>>, graph<a, b, c, d>>);
// The shared nodes need not be a common beginning.
static_assert(std::is_same_v<join<graph<a, b, c>, graph<a, c, d>>, graph<a, b, c, d>>);
static_assert(std::is_same_v<join<graph<a>, graph<>>, graph<a>> &&
              std::is_same_v<join<graph<>, graph<a>>, graph<a>>);
// Nodes of one name that differ are two nodes; the fault is told later.
// (g++ with sanitizers cannot tell their types apart when compiling.)
#if defined(__clang__) || !defined(__SANITIZE_ADDRESS__)
static_assert(std::is_same_v<join<graph<a>, graph<node<"a", other_op>>>, graph<a, node<"a", other_op>>>);
#endif

}  // namespace

TEST_CASE("only what the left graph lacks is added") {
  CHECK(detail::find_missing<graph<a, b, c>, graph<a, c>>().count == 0);
  CHECK(detail::find_missing<graph<a, b>, graph<a, c, d>>().count == 2);
}
