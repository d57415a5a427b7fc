// SPDX-License-Identifier: Apache-2.0
// The laws of passes over random networks.
#include "laws/law.hpp"
#include "laws/random_graph.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace {

using namespace tenon_laws;

TEST_CASE("the same seed gives the same network, another seed another one") {
  CHECK(std::is_same_v<tenon::graph_of<random_network<1>>, tenon::graph_of<random_network<1>>>);
  CHECK_FALSE(std::is_same_v<tenon::graph_of<random_network<1>>, tenon::graph_of<random_network<2>>>);
}

TEST_CASE("passes") {
  [&]<std::uint32_t... Seeds>(std::integer_sequence<std::uint32_t, Seeds...>) {
    (check_laws<random_network<Seeds + 1>>(), ...);
  }(std::make_integer_sequence<std::uint32_t, 6>{});
}

}  // namespace
