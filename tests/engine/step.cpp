// SPDX-License-Identifier: Apache-2.0
// The table of an engine's steps: a row a step, with its costs.
#include <tenon/engine/step.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace tenon;
using namespace small_network;

namespace {

constexpr const auto& real = real_engine::steps;
static_assert(real.size() == 3 && real_engine::step_count == 3);
static_assert(real[0].name == "hidden.relu" && real[0].op == "dense" && real[0].backend == "reference");
static_assert(real[0].input == tensor<f32, 4>::value && real[0].output == tensor<f32, 3>::value &&
              real[0].macs == 12);
static_assert(real[0].weight_bytes >= (12 + 3) * sizeof(float) && real[2].weight_bytes == 0 &&
              real[2].macs == 0);
static_assert(real_engine::macs == 12 + 6 && integer_engine::macs == real_engine::macs);
static_assert(real[0].arena_offset + 12 <= real_engine::arena_bytes && real[2].arena_offset == 0);

constexpr const auto& integer = integer_engine::steps;
static_assert(integer.size() == 5 && integer[0].op == "quantize" && integer[4].op == "dequantize");
static_assert(integer[1].code == encoding{0.04f, -128} && integer[3].code == encoding{1.0f / 256.0f, -128});
static_assert(integer[1].output == tensor<i8, 3>::value && integer[3].variant == "table");

constexpr std::size_t weight_bytes = [] {
  std::size_t sum = 0;
  for (const step_info& step : integer) sum += step.weight_bytes;
  return sum;
}();
static_assert(weight_bytes == integer_engine::weight_bytes);

}  // namespace

TEST_CASE("steps run in the order of the table, each result seen while it is there") {
  alignas(16) std::array<std::byte, real_engine::arena_bytes> arena{};
  std::array<float, 2> scores{};
  std::size_t row = 0;
  std::array<float, 3> hidden{};
  real_engine::observe_in(
      std::span<std::byte, real_engine::arena_bytes>{arena},
      [&](const step_info& step, const void* result) {
        CHECK(step.name == real[row++].name);
        if (step.name == "hidden.relu") std::copy_n(static_cast<const float*>(result), 3, hidden.begin());
      },
      std::span<const float, 4>{example}, std::span<float, 2>{scores});
  CHECK(row == 3);
  for (const float value : hidden) CHECK(value >= 0.0f);
  CHECK(hidden[0] == doctest::Approx(0.5 * 0.7 + 1.1 + 0.25 * 2.0 + 2.0 * 0.3 + 0.1));
}
