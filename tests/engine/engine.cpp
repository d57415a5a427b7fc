// SPDX-License-Identifier: Apache-2.0
// Engines: results against a second computation, what a run accepts, what an engine is.
#include <tenon/engine/engine.hpp>

#include <engine/small_network.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace tenon;
using namespace small_network;

namespace {

static_assert(std::is_trivially_default_constructible_v<real_engine> &&
              std::is_trivially_destructible_v<real_engine>);
static_assert(real_engine::input_count == 1 && real_engine::output_count == 1);
static_assert(sizeof(real_engine) >= real_engine::arena_bytes &&
              sizeof(real_engine) <= real_engine::arena_bytes + 64);
static_assert(real_engine::arena_bytes == real_engine::plan.peak_bytes);
static_assert(noexcept(std::declval<real_engine&>().run(std::declval<std::array<float, 4>&>(),
                                                        std::declval<std::array<float, 2>&>())));

template <class... Buffers>
constexpr bool fits = detail::buffers_fit<real_engine, Buffers...>;
static_assert(fits<std::array<float, 4>&, std::array<float, 2>&> &&
              fits<const std::array<float, 4>&, std::array<float, 2>&>);
static_assert(fits<float (&)[4], float (&)[2]> && fits<std::span<const float, 4>, std::span<float, 2>>);
static_assert(!fits<std::array<float, 5>&, std::array<float, 2>&> &&
              !fits<std::array<float, 4>&, std::array<float, 3>&>);
static_assert(!fits<std::array<double, 4>&, std::array<float, 2>&> &&
              !fits<std::array<float, 4>&, const std::array<float, 2>&>);
static_assert(!fits<std::array<float, 4>&> && !fits<std::array<float, 2>&, std::array<float, 4>&>);

struct several {
  static consteval auto graph() {
    const auto a = op::input<"a", tensor<f32, 3>>;
    const auto b = op::input<"b", tensor<f32, 2>>;
    return outputs(b | op::relu<"left">, a | op::relu<"right">);
  }
};
using several_engine = engine<model<several>, on<reference>>;

}  // namespace

TEST_CASE("real numbers equal a second computation") {
  static real_engine machine;
  std::array<float, 2> scores{};
  machine.run(example, scores);
  const auto logits = computed_again(example);
  CHECK(scores[0] == doctest::Approx(1.0 / (1.0 + std::exp(logits[1] - logits[0]))).epsilon(1e-5));
  CHECK(scores[1] == doctest::Approx(1.0 / (1.0 + std::exp(logits[0] - logits[1]))).epsilon(1e-5));
}

TEST_CASE("integers stay near real numbers") {
  static real_engine real;
  static integer_engine integer;
  for (int i = 0; i < 50; ++i) {
    std::array<float, 4> x{};
    for (std::size_t k = 0; k < 4; ++k)
      x[k] = static_cast<float>((i * 29 + static_cast<int>(k) * 17) % 41 - 20) / 16.0f;
    std::array<float, 2> a{};
    std::array<float, 2> b{};
    real.run(x, a);
    integer.run(x, b);
    CHECK(std::fabs(a[0] - b[0]) < 0.05f);
  }
}

TEST_CASE("inputs and outputs need no alignment") {
  static real_engine machine;
  std::array<float, 2> wanted{};
  machine.run(example, wanted);
  alignas(64) std::array<float, 8> memory{};
  std::copy(example.begin(), example.end(), memory.begin() + 1);
  machine.run(std::span<const float, 4>{memory.data() + 1, 4}, std::span<float, 2>{memory.data() + 5, 2});
  CHECK(memory[5] == wanted[0]);
  CHECK(memory[6] == wanted[1]);
  CHECK(memory[7] == 0.0f);
}

TEST_CASE("several inputs and outputs come in the order of the graph") {
  static several_engine machine;
  CHECK(several_engine::input_count == 2);
  CHECK(several_engine::output_count == 2);
  const std::array<float, 2> b{-1.0f, 2.0f};
  const std::array<float, 3> a{-3.0f, 4.0f, 5.0f};
  std::array<float, 2> left{};
  std::array<float, 3> right{};
  machine.run(b, a, left, right);
  CHECK(left == std::array<float, 2>{0.0f, 2.0f});
  CHECK(right == std::array<float, 3>{0.0f, 4.0f, 5.0f});
}

TEST_CASE_TEMPLATE("laws", Topology, several) { tenon_laws::check_topology<Topology>(); }
