// SPDX-License-Identifier: Apache-2.0
// Edges that share memory: steps in place, reshapes, concatenations, and what forbids each.
#include <tenon/plan/share.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

struct any_op {};

/// Facts of a step whose result has so many bytes.
constexpr storage_facts step(std::size_t bytes) {
  storage_facts facts;
  facts.bytes = bytes;
  facts.row_bytes = bytes;
  return facts;
}
constexpr storage_facts input(std::size_t bytes) {
  storage_facts facts = step(bytes);
  facts.input = true;
  return facts;
}
constexpr storage_facts in_place(std::size_t bytes) {
  storage_facts facts = step(bytes);
  facts.in_place = true;
  return facts;
}
constexpr storage_facts reshape(std::size_t bytes) {
  storage_facts facts = step(bytes);
  facts.reshapes = true;
  return facts;
}

template <class Graph>
constexpr storage_plan<size_of<Graph>> planned(const std::array<storage_facts, size_of<Graph>>& facts) {
  return detail::memory_sharing(wiring_of<Graph>, facts).plan();
}

//  x -> a -> b -> c(output)
using chain =
    graph<node<"x", any_op>, node<"a", any_op, "x">, node<"b", any_op, "a">, node<"c", any_op, "b">>;

constexpr auto overwritten = planned<chain>({input(16), step(16), in_place(16), step(16)});
static_assert(overwritten.block_of[1] == overwritten.block_of[2] &&
              overwritten.block_of[2] != overwritten.block_of[3]);
static_assert(overwritten.has_step[2] && !overwritten.has_step[0] && overwritten.has_step[1]);

// The caller's input is never written over; another size does not fit.
constexpr auto from_input = planned<chain>({input(16), in_place(16), step(16), step(16)});
static_assert(from_input.block_of[0] != from_input.block_of[1]);
constexpr auto other_size = planned<chain>({input(16), step(16), in_place(8), step(16)});
static_assert(other_size.block_of[1] != other_size.block_of[2]);

// A reshape has no step, not even of the caller's input.
constexpr auto reshaped = planned<chain>({input(16), reshape(16), step(16), step(16)});
static_assert(reshaped.block_of[0] == reshaped.block_of[1] && !reshaped.has_step[1]);
static_assert(reshaped.blocks[static_cast<std::size_t>(reshaped.block_of[1])].from == origin::input);
// The last step writes straight into the caller's output, and what works in place there may start there.
constexpr auto at_end = planned<chain>({input(16), step(16), step(16), in_place(16)});
static_assert(at_end.blocks[static_cast<std::size_t>(at_end.block_of[3])].from == origin::output);
static_assert(at_end.block_of[2] == at_end.block_of[3]);

//  a is read by b (in place) and later by c: it must survive b.
using fork =
    graph<node<"x", any_op>, node<"a", any_op, "x">, node<"b", any_op, "a">, node<"c", any_op, "b", "a">>;
constexpr auto survives = planned<fork>({input(16), step(16), in_place(16), step(16)});
static_assert(survives.block_of[1] != survives.block_of[2]);
//  Read twice by the same step: in place would change its second input.
using square =
    graph<node<"x", any_op>, node<"a", any_op, "x">, node<"b", any_op, "a", "a">, node<"c", any_op, "b">>;
constexpr auto squared = planned<square>({input(16), step(16), in_place(16), step(16)});
static_assert(squared.block_of[1] != squared.block_of[2]);

//  a(8) and b(16) joined into c(24), read by d.
using joint = graph<node<"x", any_op>, node<"a", any_op, "x">, node<"b", any_op, "x">,
                    node<"c", any_op, "a", "b">, node<"d", any_op, "c">>;
constexpr storage_facts concat(std::size_t bytes, std::size_t outer) {
  storage_facts facts = step(bytes);
  facts.joined_axis = outer == 1 ? 0 : 1;
  facts.outer = outer;
  facts.row_bytes = bytes / outer;
  return facts;
}
constexpr auto joined = planned<joint>({input(8), step(8), step(16), concat(24, 1), step(4)});
static_assert(joined.block_of[1] == joined.block_of[3] && joined.block_of[2] == joined.block_of[3] &&
              !joined.has_step[3]);
static_assert(joined.offset_in_block[1] == 0 && joined.offset_in_block[2] == 8);

// Along an inner axis the parts must be able to leave gaps; one that cannot keeps the copy.
constexpr storage_facts rows(std::size_t bytes, std::size_t row) {
  storage_facts facts = step(bytes);
  facts.row_bytes = row;
  facts.writes_rows = true;
  return facts;
}
constexpr auto woven = planned<joint>({input(8), rows(8, 4), rows(16, 8), concat(24, 2), step(4)});
static_assert(!woven.has_step[3] && woven.pitch[1] == 12 && woven.pitch[2] == 12 &&
              woven.offset_in_block[2] == 4);
constexpr auto copied = planned<joint>({input(8), rows(8, 4), step(16), concat(24, 2), step(4)});
static_assert(copied.has_step[3] && copied.block_of[1] != copied.block_of[3] && copied.pitch[1] == 0);

// One edge joined with itself cannot lie in two places.
using doubled =
    graph<node<"x", any_op>, node<"a", any_op, "x">, node<"c", any_op, "a", "a">, node<"d", any_op, "c">>;
static_assert(planned<doubled>({input(8), step(8), concat(16, 1), step(4)}).has_step[2]);

// A part under another encoding has to be changed, so it is copied.
constexpr storage_facts coded(storage_facts facts, encoding code) {
  facts.code = code;
  return facts;
}
static_assert(planned<joint>({input(8), coded(step(8), {0.5f, 0}), coded(step(16), {0.25f, 0}),
                              coded(concat(24, 1), {0.5f, 0}), step(4)})
                  .has_step[3]);

}  // namespace

TEST_CASE("blocks live from the step that writes them to the last that reads them, rounded up") {
  auto plan = planned<fork>({input(10), step(10), step(10), step(10)});
  std::array<storage_facts, 4> facts{input(10), step(10), step(10), step(10)};
  facts[2].scratch = 5;
  detail::find_lifetimes(plan, wiring_of<fork>, facts, 16);
  const block& a = plan.blocks[static_cast<std::size_t>(plan.block_of[1])];
  CHECK(a.first == 1);
  CHECK(a.last == 3);
  CHECK(a.bytes == 16);
  REQUIRE(plan.block_count == 5);
  const block& scratch = plan.blocks[static_cast<std::size_t>(plan.scratch_block[2])];
  CHECK(scratch.first == 2);
  CHECK(scratch.last == 2);
  CHECK(scratch.bytes == 16);
  CHECK(plan.scratch_block[1] == -1);
}
