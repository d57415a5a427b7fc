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
}

TEST_CASE_TEMPLATE("laws of functions", Topology, functions) {
  check_topology<Topology>();
}

TEST_CASE("there are dead channels to remove") {
  using before = pipeline<pass::infer_shapes, pass::fuse_activation>;
  CHECK(keeps_form<made_up_real<dead_channels>, before, pass::remove_dead_channels>());
}

}  // namespace
