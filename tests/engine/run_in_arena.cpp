// SPDX-License-Identifier: Apache-2.0
// Buffers that are the inputs and outputs of an engine, and others.
#include <tenon/engine/run_in_arena.hpp>

#include <tenon/engine/engine.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace small_network;

namespace {

using four = std::array<float, 4>;
using two = std::array<float, 2>;

static_assert(detail::buffers_fit<real_engine, four&, two&> && detail::buffers_fit<real_engine, const four&, two&>);
static_assert(!detail::buffers_fit<real_engine, four&, const two&> && !detail::buffers_fit<real_engine, two&, four&>);
static_assert(!detail::buffers_fit<real_engine, four&> && !detail::buffers_fit<real_engine, four&, two&, two&>);
static_assert(!detail::buffers_fit<real_engine, std::array<double, 4>&, two&>);

}  // namespace

TEST_CASE("an arena that is larger than an engine's serves it") {
  alignas(64) static std::byte arena[2 * real_engine::arena_bytes];
  two shared{};
  two own{};
  detail::run_in_arena<real_engine>(arena, example, shared);
  static real_engine machine;
  machine.run(example, own);
  CHECK(shared == own);
}

TEST_CASE("an engine that was refused runs nothing and says nothing more") {
  two untouched{1.0f, 2.0f};
  detail::run_in_arena<detail::refused_engine>(nullptr, example, untouched);
  CHECK(untouched == two{1.0f, 2.0f});
}
