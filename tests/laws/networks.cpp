// SPDX-License-Identifier: Apache-2.0
// The laws of passes and of memory plans over networks written by hand.
#include "laws/networks.hpp"

#include "laws/law.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon_laws;

TEST_CASE_TEMPLATE("laws", Topology, chain, residual_blocks, branches, digits_like, several_ports, pads_and_identities,
                   dead_channels, constants) {
  check_laws<Topology>();
  check_memory<Topology, encodings<>>();
  check_memory<Topology, made_up_encodings>();
}

TEST_CASE("there are dead channels to remove") {
  using before = pipeline<pass::infer_shapes, pass::fuse_activation>;
  CHECK(keeps_form<dead_channels, encodings<>, before, pass::remove_dead_channels>());
}

TEST_CASE("the arena of a chain is what is alive at most") {
  const auto exact = []<class Topology, class Encodings>() {
    using lowered = tenon::lowered<model<Topology, made_up_weights<Topology>, Encodings>>;
    constexpr const auto& plan = memory_plan_of<lowered, on<reference>, 16>;
    CHECK(plan.arena_bytes == plan.peak_bytes);
  };
  exact.operator()<chain, encodings<>>();
  exact.operator()<chain, made_up_encodings>();
  exact.operator()<digits_like, encodings<>>();
  exact.operator()<digits_like, made_up_encodings>();
}

}  // namespace
