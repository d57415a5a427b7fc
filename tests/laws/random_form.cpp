// SPDX-License-Identifier: Apache-2.0
// The laws of form, and of the shapes of edges, over further random networks.
#include "laws/law.hpp"
#include "laws/random_graph.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>

namespace {

using namespace tenon_laws;

template <std::uint32_t Seed, class Encodings>
using drawn_model = tenon::model<random_network<Seed>, made_up_weights<random_network<Seed>>, Encodings>;

template <std::uint32_t Seed>
consteval int changes() {
  static_assert(has_drawn_shapes<Seed>(), "shapes are inferred as they were drawn");
  return passes_that_change<drawn_model<Seed, tenon::encodings<>>, tenon::pipeline<>>(real_passes{}) +
         passes_that_change<drawn_model<Seed, made_up_encodings>, before_integers>(integer_passes{});
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
