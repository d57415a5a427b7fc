// SPDX-License-Identifier: Apache-2.0
// The laws of passes and of memory plans over random networks.
#include "laws/law.hpp"
#include "laws/random_graph.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace {

using namespace tenon_laws;

template <std::uint32_t Seed>
changed_by check_drawn() {
  static_assert(has_drawn_shapes<Seed>(), "shapes are inferred as they were drawn");
  return check_laws<random_network<Seed>>();
}

}  // namespace

TEST_CASE("the same seed gives the same network, another seed another one") {
  CHECK(std::is_same_v<tenon::graph_of<random_network<1>>, tenon::graph_of<random_network<1>>>);
  CHECK_FALSE(std::is_same_v<tenon::graph_of<random_network<1>>, tenon::graph_of<random_network<2>>>);
}

TEST_CASE("passes and memory plans") {
  const changed_by changed = []<std::uint32_t... Seeds>(std::integer_sequence<std::uint32_t, Seeds...>) {
    return (check_drawn<Seeds + 5>() | ...);
  }(std::make_integer_sequence<std::uint32_t, 8>{});
  // All passes of real networks had something to do, but for the last: these have no states.
  CHECK(changed.real == 0b0'1111'1111);
  // Activations are part of what is quantized, and shapes are known.
  CHECK(changed.integer == 0b0'11'0110);
}
