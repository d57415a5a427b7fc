// SPDX-License-Identifier: Apache-2.0
// The laws of memory plans over random networks as types.
#include "laws/law.hpp"
#include "laws/random_graph.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>

namespace {

using namespace tenon_laws;

TEST_CASE("memory plans") {
  [&]<std::uint32_t... Seeds>(std::integer_sequence<std::uint32_t, Seeds...>) {
    const auto check = []<class Topology>() {
      check_memory<tenon::model<Topology, made_up_weights<Topology>, tenon::encodings<>>>();
      check_memory<tenon::model<Topology, made_up_weights<Topology>, made_up_encodings>>();
    };
    (check.template operator()<random_network<Seeds + 25>>(), ...);
  }(std::make_integer_sequence<std::uint32_t, 24>{});
}

}  // namespace
