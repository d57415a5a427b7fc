// SPDX-License-Identifier: Apache-2.0
// The laws of memory plans over random networks by the thousand.
#include "laws/memory.hpp"
#include "laws/random_plan.hpp"
#include "laws/trial_run.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon_laws;

template <std::size_t Nodes>
void check_drawn(std::uint32_t count, bool chains = false) {
  for (std::uint32_t seed = 1; seed <= count; ++seed) {
    INFO(Nodes, " nodes, seed ", seed);
    const random_plan<Nodes> drawn(seed, chains);
    const auto plan = tenon::detail::plan_memory(drawn.wires, drawn.facts, alignment);
    check_plan(plan, drawn.wires);
    CHECK(trial_run(drawn, plan).mistakes() == 0);
  }
}

}  // namespace

TEST_CASE("small networks") { check_drawn<12>(1000); }
TEST_CASE("networks") { check_drawn<24>(500); }
TEST_CASE("large networks") { check_drawn<48>(50); }
TEST_CASE("chains") { check_drawn<24>(300, true); }
