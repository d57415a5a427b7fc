// SPDX-License-Identifier: Apache-2.0
// The laws of memory plans over random networks.
#include "laws/law.hpp"
#include "laws/random_graph.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>

namespace {

using namespace tenon_laws;

TEST_CASE("memory plans") {
  [&]<std::uint32_t... Seeds>(std::integer_sequence<std::uint32_t, Seeds...>) {
    (check_memory<random_network<Seeds + 100>, tenon::encodings<>>(), ...);
    (check_memory<random_network<Seeds + 100>, made_up_encodings>(), ...);
  }(std::make_integer_sequence<std::uint32_t, 16>{});
}

}  // namespace
