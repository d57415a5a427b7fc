// SPDX-License-Identifier: Apache-2.0
// Nodes: names, inputs and their hashes.
#include <tenon/graph/graph.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;

namespace {

struct add_op {};
using sum = node<"sum", add_op, "left", "right">;
static_assert(sum::name.view() == "sum" && sum::input_count == 2 && sum::inputs[1] == "right");
static_assert(sum::hash == hash_of("sum") && sum::input_hashes[0] == hash_of("left"));
static_assert(std::is_same_v<sum::op, add_op> && node<"x", add_op>::input_count == 0 &&
              node<"x", add_op>::inputs.empty());
static_assert(graph<>::size == 0 && graph<sum, sum>::size == 2);
static_assert(!std::is_same_v<node<"a", add_op, "b">, node<"a", add_op, "c">>);

}  // namespace

TEST_CASE("an input may be read twice") {
  using square = node<"square", add_op, "x", "x">;
  CHECK(square::input_count == 2);
  CHECK(square::input_hashes[0] == square::input_hashes[1]);
}
