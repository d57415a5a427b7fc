// SPDX-License-Identifier: Apache-2.0
// Constants of an engine, and runs in memory of the caller.
#include <tenon/engine/engine_of.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

#include <string_view>

using namespace tenon;
using namespace small_network;

namespace {

static_assert(real_engine::step_count == 3 && real_engine::steps.size() == 3);
static_assert(real_engine::macs >= 4 * 3 + 3 * 2);
static_assert(real_engine::weight_bytes >= sizeof(float) * (12 + 3 + 6));
static_assert(real_engine::weight_crc() != integer_engine::weight_crc());
static_assert(real_engine::input_index(0) == 0);

}  // namespace

TEST_CASE("an engine may run again, in memory of garbage, and gives the same") {
  alignas(16) std::array<std::byte, real_engine::arena_bytes> arena;
  std::array<float, 2> first{};
  std::array<float, 2> second{};
  arena.fill(std::byte{0xff});
  real_engine::run_in(std::span{arena}, example, first);
  arena.fill(std::byte{0x00});
  real_engine::run_in(std::span{arena}, example, second);
  CHECK(first == second);
}

TEST_CASE("an observer sees every step of the table, in its order") {
  alignas(16) std::array<std::byte, integer_engine::arena_bytes> arena;
  std::array<float, 2> watched{};
  std::array<float, 2> wanted{};
  std::size_t rows = 0;
  const auto observe = [&](const step_info& step, const void* data) {
    CHECK(data != nullptr);
    CHECK(std::string_view{step.name} == std::string_view{integer_engine::steps[rows++].name});
  };
  integer_engine::observe_in(std::span{arena}, observe, example, watched);
  integer_engine::run_in(std::span{arena}, example, wanted);
  CHECK(rows == integer_engine::step_count);
  CHECK(watched == wanted);
}

TEST_CASE("weights in memory are those that the compiler made") { CHECK(integer_engine::weights_intact()); }
