// SPDX-License-Identifier: Apache-2.0
// The builder: pipes, calls, edges used twice, several results.
#include <tenon/graph/value.hpp>

#include <tenon/graph/wiring.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

struct in_op {};
struct one_op {};
struct two_op {};
inline constexpr value<graph<node<"x", in_op>>, "x"> x{};
template <fixed_string Name>
inline constexpr stage<Name, one_op> one{};
template <fixed_string Name>
inline constexpr stage<Name, two_op> two{};

struct chain {
  static consteval auto graph() { return x | one<"a"> | one<"b">; }
};
static_assert(
    std::is_same_v<graph_of<chain>, graph<node<"x", in_op>, node<"a", one_op, "x">, node<"b", one_op, "a">>>);

struct diamond {
  static consteval auto graph() {
    const auto stem = x | one<"stem">;
    const auto body = stem | one<"body">;
    return two<"sum">(body, stem);
  }
};
static_assert(std::is_same_v<graph_of<diamond>,
                             graph<node<"x", in_op>, node<"stem", one_op, "x">, node<"body", one_op, "stem">,
                                   node<"sum", two_op, "body", "stem">>>);

struct square {
  static consteval auto graph() { return two<"sum">(x, x); }
};
static_assert(std::is_same_v<graph_of<square>, graph<node<"x", in_op>, node<"sum", two_op, "x", "x">>>);

struct heads {
  static consteval auto graph() { return outputs(x | one<"left">, x | one<"right">); }
};
static_assert(std::is_same_v<graph_of<heads>,
                             graph<node<"x", in_op>, node<"left", one_op, "x">, node<"right", one_op, "x">>>);

// A graph, a handle and a struct that returns a finished graph are topologies too.
using flat = graph<node<"x", in_op>>;
struct written_flat {
  static consteval auto graph() { return flat{}; }
};
static_assert(std::is_same_v<graph_of<flat>, flat> &&
              std::is_same_v<graph_of<std::remove_cv_t<decltype(x)>>, flat>);
static_assert(std::is_same_v<graph_of<written_flat>, flat>);

}  // namespace

TEST_CASE("an edge that is used twice is one node with two readers") {
  CHECK(wiring_of<graph_of<diamond>>.readers[1] == 2);
  CHECK(wiring_of<graph_of<square>>.readers[0] == 2);
}
