// SPDX-License-Identifier: Apache-2.0
// Who reads whom: nearest names, readers, outputs, many inputs.
#include <tenon/graph/wiring.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

struct any_op {};
//  a -> b -> d(b, a, b) ; c(a) unread ; e(missing)
using web =
    graph<node<"a", any_op>, node<"b", any_op, "a">, node<"c", any_op, "a">, node<"d", any_op, "b", "a", "b">,
          node<"e", any_op, "missing", "f">, node<"f", any_op, "d">>;
constexpr const auto& wires = wiring_of<web>;

static_assert(wires.size() == 6 && wires.count(0) == 0 && wires.count(3) == 3 && wires.count(4) == 2);
static_assert(wires.source(1, 0) == 0 && wires.source(3, 0) == 1 && wires.source(3, 1) == 0 &&
              wires.source(3, 2) == 1);
static_assert(wires.source(4, 0) == unknown_node && wires.source(4, 1) == unknown_node);  // "f" comes later
static_assert(wires.readers[0] == 3 && wires.readers[1] == 2 && wires.readers[2] == 0 &&
              wires.readers[3] == 1);
static_assert(wires.is_output(2) && wires.is_output(4) && wires.is_output(5) && !wires.is_output(3));
// Read twice by one node is not read once.
static_assert(wires.only_reader(1) == unknown_node && wires.only_reader(0) == unknown_node &&
              wires.only_reader(2) == unknown_node);
static_assert(wires.only_reader(3) == 5);

static_assert(index_of<web>("d") == 3 && index_of<web>("nobody") == unknown_node && name_at<web>(4) == "e");
static_assert(wiring_of<graph<>>.size() == 0 && index_of<graph<>>("a") == unknown_node);

// Of two nodes with one name the nearest above is read.
using twice = graph<node<"a", any_op>, node<"a", any_op>, node<"b", any_op, "a">>;
static_assert(wiring_of<twice>.source(2, 0) == 1 && wiring_of<twice>.is_output(0));

}  // namespace

TEST_CASE("names are compared after their hashes") {
  const auto& names = detail::names_of<web>::value;
  CHECK(detail::find_above(names, 6, hash_of("d"), "d") == 3);
  CHECK(detail::find_above(names, 6, hash_of("d"), "c") == unknown_node);
  CHECK(detail::find_above(names, 3, hash_of("d"), "d") == unknown_node);
}
