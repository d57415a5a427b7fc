// SPDX-License-Identifier: Apache-2.0
// Places follow the engine's plan; halves stand at half their offsets, integers among them where they were.
#include <tenon/backend/adreno/places.hpp>

#include <tenon/backend/adreno.hpp>

#include "backend/adreno/networks.hpp"

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon::adreno_kernels;
using namespace device_networks;

namespace {

using real_places = places<engine<real_model, on<adreno<a640>>>>;
using half_places = places<engine<real_model, on<adreno<a640, real_storage::f16>>>>;
using mixed_places = places<engine<integer_model, on<adreno<a640, real_storage::f16>>>>;

static_assert(!real_places::halved && half_places::halved && mixed_places::halved);
static_assert(real_places::arena_divisor == 1 && half_places::arena_divisor == 2);
// Integers live in this arena, so it keeps its size.
static_assert(mixed_places::arena_divisor == 1);

template <class Engine>
constexpr const auto& inputs = ports_of<Engine, true>;
static_assert(inputs<engine<real_model, on<adreno<a640>>>>.size() == 1);
static_assert(inputs<engine<integer_model, on<adreno<a640, real_storage::f16>>>>[0].halved);
static_assert(ports_of<engine<real_model, on<adreno<a640>>>, false>[0].size == 4);

constexpr std::array<std::uint16_t, 8> halves_of_offset = [] {
  std::array<std::uint16_t, 8> made{};
  for (std::size_t i = 0; i < 8; ++i) made[i] = to_half(offset[i]);
  return made;
}();

template <class Places>
constexpr int find_constant() {
  for (std::size_t edge = 0; edge < Places::nodes; ++edge)
    if (Places::of(edge, {}).memory == device_memory::numbers) return static_cast<int>(edge);
  return -1;
}
static_assert(find_constant<half_places>() >= 0);
static_assert(
    halved_constant<engine<real_model, on<adreno<a640, real_storage::f16>>>, find_constant<half_places>()> ==
    halves_of_offset);

}  // namespace

TEST_CASE("every edge in the arena lies inside it, and twice as far where it is not halved") {
  for (std::size_t edge = 0; edge < real_places::nodes; ++edge) {
    const device_place whole = real_places::of(edge, {});
    const device_place halved = half_places::of(edge, {});
    CHECK(whole.memory == halved.memory);
    CHECK(whole.offset == 2 * halved.offset);
    if (whole.memory == device_memory::arena)
      CHECK(whole.offset + real_places::type_of(edge).bytes() <= real_places::plan.arena_bytes);
  }
}
