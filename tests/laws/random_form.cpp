// SPDX-License-Identifier: Apache-2.0
// The laws of form, and of the shapes of edges, over further random networks.
#include "laws/law.hpp"
#include "laws/random_graph.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>

namespace {

using namespace tenon_laws;

template <std::uint32_t Seed>
consteval int changes() {
  static_assert(has_drawn_shapes<Seed>(), "shapes are inferred as they were drawn");
  return passes_that_change<made_up_real<random_network<Seed>>, tenon::pipeline<>>(real_passes{}) +
         passes_that_change<made_up_integer<random_network<Seed>>, before_integers>(integer_passes{});
}

}  // namespace

TEST_CASE("all kinds of nodes are drawn") {
  [&]<std::uint32_t... Seeds>(std::integer_sequence<std::uint32_t, Seeds...>) {
    CHECK(kinds_drawn({drawn<Seeds + 5>...}) == static_cast<std::size_t>(drawn_kind::count));
  }(std::make_integer_sequence<std::uint32_t, 20>{});
}

TEST_CASE("well formed stays well formed, and twice is once") {
  [&]<std::uint32_t... Seeds>(std::integer_sequence<std::uint32_t, Seeds...>) {
    constexpr int sum = (changes<Seeds + 13>() + ...);
    CHECK(sum > 12);
  }(std::make_integer_sequence<std::uint32_t, 12>{});
}
