// SPDX-License-Identifier: Apache-2.0
// Several networks in one arena: as large as the largest needs, and every run is as in an arena of its own.
#include <tenon/engine/shared_arena.hpp>

#include <engine/small_network.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

using namespace tenon;
using namespace small_network;

namespace {

struct tiny {
  static consteval auto graph() {
    return op::input<"x", tensor<f32, 100>> | op::softmax<"a"> | op::softmax<"b">;
  }
};
using tiny_engine = engine<model<tiny>, on<reference>>;
using shared = shared_arena<real_engine, tiny_engine, integer_engine>;

static_assert(tiny_engine::arena_bytes > real_engine::arena_bytes &&
              shared::arena_bytes == tiny_engine::arena_bytes);
static_assert(shared_arena<real_engine>::arena_bytes == real_engine::arena_bytes);
static_assert(sizeof(shared) <
              real_engine::arena_bytes + tiny_engine::arena_bytes + integer_engine::arena_bytes + 64);
static_assert(std::is_trivially_default_constructible_v<shared>);

template <class Arena, class Engine>
concept runs = requires(Arena arena, std::array<float, 4> x, std::array<float, 2> y) {
  arena.template run<Engine>(x, y);
};
static_assert(runs<shared, real_engine> && runs<shared, integer_engine> &&
              !runs<shared_arena<real_engine>, integer_engine>);

template <class Engine, class X, class Y>
Y alone(const X& x, Y y) {
  static Engine machine;
  machine.run(x, y);
  return y;
}

}  // namespace

TEST_CASE("networks take turns in one arena without disturbing each other") {
  static shared arena;
  std::array<float, 100> ramp{};
  for (std::size_t i = 0; i < ramp.size(); ++i) ramp[i] = static_cast<float>(i) * 0.03f;
  for (int turn = 0; turn < 3; ++turn) {
    std::array<float, 2> real{};
    std::array<float, 2> integer{};
    std::array<float, 100> flat{};
    arena.run<real_engine>(example, real);
    arena.run<tiny_engine>(ramp, flat);
    arena.run<integer_engine>(example, integer);
    CHECK(real == alone<real_engine>(example, std::array<float, 2>{}));
    CHECK(flat == alone<tiny_engine>(ramp, std::array<float, 100>{}));
    CHECK(integer == alone<integer_engine>(example, std::array<float, 2>{}));
  }
}

TEST_CASE_TEMPLATE("laws", Topology, tiny) { tenon_laws::check_topology<Topology>(); }
