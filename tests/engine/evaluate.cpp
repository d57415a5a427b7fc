// SPDX-License-Identifier: Apache-2.0
// A whole network inside the compiler: the same bits as at run time.
#include <tenon/engine/evaluate.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace small_network;

namespace {

constexpr std::array<float, 2> real_scores = real_engine::evaluate(example);
constexpr std::array<float, 2> integer_scores = integer_engine::evaluate(example);
static_assert(real_scores[0] + real_scores[1] > 0.999f && real_scores[0] + real_scores[1] < 1.001f);
static_assert(integer_scores[0] * 256.0f == static_cast<float>(static_cast<int>(integer_scores[0] * 256.0f)));
static_assert((real_scores[0] > real_scores[1]) == (integer_scores[0] > integer_scores[1]));

template <class Engine>
int differing_runs() {
  static Engine machine;
  int differing = 0;
  std::array<float, 4> x{};
  for (int i = 0; i < 200; ++i) {
    for (std::size_t k = 0; k < 4; ++k)
      x[k] = static_cast<float>((i * 37 + static_cast<int>(k) * 11) % 61 - 30) / 15.0f;
    std::array<float, 2> scores{};
    machine.run(x, scores);
    differing += scores != Engine::evaluate(x);
  }
  return differing;
}

}  // namespace

TEST_CASE("the compiler and a run agree bit for bit") {
  static real_engine machine;
  std::array<float, 2> scores{};
  machine.run(example, scores);
  CHECK(scores == real_scores);
  static integer_engine integers;
  integers.run(example, scores);
  CHECK(scores == integer_scores);
}

TEST_CASE("evaluation at run time agrees with a run over many inputs") {
  CHECK(differing_runs<real_engine>() == 0);
  CHECK(differing_runs<integer_engine>() == 0);
}
