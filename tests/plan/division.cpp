// SPDX-License-Identifier: Apache-2.0
// Processors of backends, and nodes divided among them: as few changes of processor in a row as there can be.
#include <tenon/plan/division.hpp>

#include <tenon/op/add.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/relu.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;

struct signal_unit {
  static constexpr std::string_view name = "signal_unit";
};
struct graphics_unit {
  static constexpr std::string_view name = "graphics_unit";
  static constexpr std::string_view processor = "gpu";
};
struct fast {};
static_assert(processor_of<signal_unit> == "signal_unit" && processor_of<graphics_unit> == "gpu");
static_assert(processor_of<variant_of<graphics_unit, fast>> == "gpu" && graphics_unit::name == "graphics_unit");

/// Two branches of two nodes, which meet.
using two_branches =
    graph<node<"x", op::input_<tensor<f32, 3>::value>>, node<"a", op::relu_<>, "x">, node<"b", op::relu_<>, "x">,
          node<"c", op::relu_<>, "a">, node<"d", op::relu_<>, "b">, node<"sum", op::add_<>, "c", "d">>;
constexpr const auto& wires = wiring_of<two_branches>;

}  // namespace

TEST_CASE("what runs on one processor is one segment") {
  const auto parts = detail::divide(wires, {"", "p", "p", "p", "p", "p"});
  CHECK(parts.count == 1);
  CHECK(parts.segment_of[0] == caller);
  CHECK(parts.segment_of[5] == 0);
}

TEST_CASE("branches change processors side by side, not one after the other") {
  const auto parts = detail::divide(wires, {"", "p", "q", "q", "p", "p"});
  // a and b begin, c and d follow, each on the other processor; sum waits for both.
  CHECK(parts.count == 5);
  CHECK(parts.processor[0] == "p");
  CHECK(parts.processor[1] == "q");
  CHECK(parts.segment_of[3] == 2);
  CHECK(parts.segment_of[4] == 3);
  CHECK(parts.segment_of[5] == 4);
}

TEST_CASE("a segment reads an edge or does not") {
  const auto parts = detail::divide(wires, {"", "p", "p", "q", "q", "q"});
  CHECK(detail::is_read_in(wires, parts, 1, 1));
  CHECK(!detail::is_read_in(wires, parts, 1, 0));
}
