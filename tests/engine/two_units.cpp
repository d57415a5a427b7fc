// SPDX-License-Identifier: Apache-2.0
// Two translation units that use one engine hold one copy of its packed weights.
#include <engine/two_units.hpp>

#include <doctest/doctest.h>

TEST_CASE("packed weights have the same address in both translation units") {
  const auto here = packed_of_hidden();
  const auto there = packed_of_hidden_in_other_unit();
  CHECK(here.data() == there.data());
  CHECK(here.size() > small_network::hidden_kernel.size());
}

TEST_CASE("both units run the same engine to the same result") {
  static small_network::integer_engine machine;
  std::array<float, 2> scores{};
  machine.run(small_network::example, scores);
  CHECK(scores == scores_in_other_unit());
}
