// SPDX-License-Identifier: Apache-2.0
// The laws of passes and of memory plans over networks with states.
#include "laws/law.hpp"

#include <doctest/doctest.h>

#include "engine/streaming_networks.hpp"

namespace {

using namespace tenon;
using namespace tenon::op;

/// Assignments above readers, a state that is read by what passes merge, one that is handed on, one that is an output, and
/// an identity between a state and its reader.
struct streaming {
  static consteval auto graph() {
    auto x = input<"x", tensor<f32, 1, 4, 2>>;
    auto past = state<"past", tensor<f32, 2, 4, 2>>;
    auto window = concat<"window", axis{0}>(past, x);
    auto newest = window | slice<"newest", begin{1, 0, 0}, end{3, 4, 2}>;
    auto made = window | conv2d<"conv", filters{3}, window_of_three> | batch_norm<"bn"> | relu6<"relu">;
    auto held = state<"held", tensor<f32, 1, 4, 3>>;
    auto before = state<"before", tensor<f32, 1, 4, 3>>;
    auto sum = add<"sum">(made, held | reshape<"same", extents{1, 4, 3}>);
    return outputs(before | relu<"positive">, held | output<"shown">, assign<"held">(sum), assign<"before">(held), newest | assign<"past">);
  }
  static constexpr tenon::window window_of_three{3, 1};
};

}  // namespace

TEST_CASE_TEMPLATE("laws pass by pass", Topology, streaming) {
  tenon_laws::check_laws<Topology>();
}

TEST_CASE_TEMPLATE("laws of networks that tests share", Topology, streaming_networks::window_of_three,
                   streaming_networks::shift_register, streaming_networks::delay_line, streaming_networks::running_sum,
                   streaming_networks::seen_state) {
  tenon_laws::check_topology<Topology>();
}
