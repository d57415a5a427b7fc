// SPDX-License-Identifier: Apache-2.0
// Types of all edges: inferred in order, the first fault told with its node and its sentence.
#include <tenon/op/edges.hpp>

#include <tenon/op/argmax.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/softmax.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

using image = node<"x", op::input_<tensor<f32, 2, 5>::value>>;
using good = graph<image, node<"a", op::relu_<>, "x">, node<"b", op::argmax_<>, "a">>;
static_assert(well_formed<good> && edges_of<good>[1].tensor == tensor<f32, 2, 5>::value);
static_assert(edges_of<good>[2].tensor == tensor<i32, 2>::value);
static_assert(inputs_of<good, 2>.size() == 1 && inputs_of<good, 2>[0] == edges_of<good>[1] &&
              inputs_of<good, 0>.empty());

/// The kind, the node and the sentence of a fault.
template <class Graph>
constexpr bool fails(fault_kind kind, int index, std::string_view sentence) {
  constexpr fault found = fault_of<Graph>;
  return found.kind == kind && found.node == index && found.detail == sentence && !well_formed<Graph>;
}
constexpr std::string_view no_axis = "tenon: argmax has an axis that its input lacks; name one of its axes";
constexpr std::string_view counted = "tenon: an operator has too few or too many inputs; see its page";

static_assert(fails<graph<image, node<"b", op::argmax_<axis{2}>, "x">>>(fault_kind::refused_inputs, 1,
                                                                        no_axis));
static_assert(fails<graph<image, node<"a", op::relu_<>>>>(fault_kind::wrong_arity, 1, counted));
static_assert(fails<graph<image, node<"a", op::relu_<>, "x", "x">>>(fault_kind::wrong_arity, 1, counted));
static_assert(fails<graph<image, node<"y", op::input_<tensor<f32, 1>::value>, "x">>>(fault_kind::wrong_arity,
                                                                                     1, counted));
// The first fault counts, and structure comes before types.
static_assert(fails<graph<image, node<"b", op::argmax_<axis{2}>, "x">, node<"c", op::argmax_<axis{7}>, "x">>>(
    fault_kind::refused_inputs, 1, no_axis));
static_assert(fails<graph<image, node<"b", op::argmax_<axis{2}>, "x">, node<"c", op::relu_<>, "none">>>(
    fault_kind::unknown_input, 2, "none"));

template <auto... Attributes>
struct counts_ {
  static constexpr std::string_view word = "counts";
  static constexpr int arity = any_number;
  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    return accept(i32, shape_of(inputs.size()));
  }
};
static_assert(edges_of<graph<image, node<"n", counts_<>, "x", "x", "x">>>[1].tensor == tensor<i32, 3>::value);
static_assert(fails<graph<image, node<"n", counts_<>>>>(fault_kind::wrong_arity, 1, counted));

struct topology {
  static consteval auto graph() { return op::input<"x", tensor<f32, 3>> | op::softmax<"s", beta{-1.0f}>; }
};
static_assert(!well_formed<topology> && fault_of<topology>.kind == fault_kind::refused_inputs);

}  // namespace

TEST_CASE("a sound graph has no fault") {
  CHECK(!fault_of<good>);
  CHECK(fault_of<good>.node == -1);
}
