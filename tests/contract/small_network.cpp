// SPDX-License-Identifier: Apache-2.0
// A whole network on kryo: integers bit for bit as on the reference, real numbers nearly.
#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/kryo/dequantize.hpp>
#include <tenon/backend/kryo/quantize.hpp>
#include <tenon/backend/kryo/softmax.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace tenon;
using namespace small_network;

namespace {

using real_on_kryo = engine<real_model, on<kryo>>;
using integer_on_kryo = engine<integer_model, on<kryo>>;
using rounded_model = model<topology, small_network::weights, small_network::encodings, rounding::float32>;

static_assert(integer_on_kryo::steps[0].backend == "kryo" && integer_on_kryo::steps[4].backend == "kryo");

template <class Engine>
std::array<float, 2> scores_of(const std::array<float, 4>& x) {
  static Engine machine;
  std::array<float, 2> scores{};
  machine.run(x, scores);
  return scores;
}

template <class Check>
void over_many_inputs(const Check& check) {
  std::mt19937 random(11);
  std::normal_distribution<float> number(0.0f, 1.5f);
  for (int i = 0; i < 500; ++i)
    check(std::array<float, 4>{number(random), number(random), number(random), number(random)});
}

}  // namespace

TEST_CASE("an int8 network has the reference's bits on kryo, under both roundings") {
  over_many_inputs([](const std::array<float, 4>& x) {
    CHECK(scores_of<integer_on_kryo>(x) == scores_of<integer_engine>(x));
    CHECK(scores_of<engine<rounded_model, on<kryo>>>(x) ==
          scores_of<engine<rounded_model, on<reference>>>(x));
  });
}

TEST_CASE("a network in real numbers is near the reference on kryo") {
  over_many_inputs([](const std::array<float, 4>& x) {
    const auto a = scores_of<real_on_kryo>(x);
    const auto b = scores_of<real_engine>(x);
    CHECK(std::fabs(a[0] - b[0]) <= 2e-5f);
    CHECK(std::fabs(a[1] - b[1]) <= 2e-5f);
  });
}
