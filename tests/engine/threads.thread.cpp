// SPDX-License-Identifier: Apache-2.0
// Two engines of one type run in two threads at once: they share weights and nothing else.
#include <engine/small_network.hpp>

#include <doctest/doctest.h>

#include <thread>

using namespace small_network;

namespace {

constexpr int runs = 2000;

template <class Engine>
struct worker {
  Engine machine;
  std::array<std::array<float, 2>, runs> scores{};

  static std::array<float, 4> input_of(int run) {
    std::array<float, 4> x{};
    for (std::size_t k = 0; k < 4; ++k)
      x[k] = static_cast<float>((run * 31 + static_cast<int>(k) * 13) % 47 - 23) / 12.0f;
    return x;
  }
  void work() {
    for (int run = 0; run < runs; ++run) machine.run(input_of(run), scores[static_cast<std::size_t>(run)]);
  }
};

template <class Engine>
int differing_runs() {
  static worker<Engine> alone, left, right;
  alone.work();
  std::thread first([] { left.work(); });
  std::thread second([] { right.work(); });
  first.join();
  second.join();
  int differing = 0;
  for (std::size_t run = 0; run < runs; ++run)
    differing += left.scores[run] != alone.scores[run] || right.scores[run] != alone.scores[run];
  return differing;
}

}  // namespace

TEST_CASE("two engines in two threads compute what one computes alone") {
  CHECK(differing_runs<real_engine>() == 0);
  CHECK(differing_runs<integer_engine>() == 0);
}

TEST_CASE("weights are checked in two threads while an engine runs") {
  static worker<integer_engine> busy;
  bool intact[]{false, false};
  std::thread running([] { busy.work(); });
  std::thread checking([&] { intact[0] = integer_engine::weights_intact(); });
  intact[1] = integer_engine::weights_intact();
  running.join();
  checking.join();
  CHECK(intact[0]);
  CHECK(intact[1]);
}
