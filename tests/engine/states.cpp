// SPDX-License-Identifier: Apache-2.0
// Engines with states: where they lie, what a run leaves to the next, what reset brings back; the compiler agrees.
#include <tenon/engine/states.hpp>

#include <engine/streaming_networks.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

using namespace tenon;
using namespace streaming_networks;

namespace {

template <class Topology, class... More>
using engine_for = engine<model<Topology, More...>, on<reference>>;

template <class Engine>
constexpr bool has_step(std::string_view name) {
  for (const step_info& step : Engine::steps)
    if (step.name == name) return true;
  return false;
}

using windowed = engine_for<window_of_three>;
// The newest rows are made where the state lies, so neither copies nor memory for them are needed.
static_assert(windowed::state_bytes == 16 && !has_step<windowed>("past.next") && windowed::output_count == 1);
static_assert(windowed::plan.blocks[0].from == origin::state && windowed::plan.blocks[0].offset == 0);
static_assert(std::is_trivially_default_constructible_v<windowed> && sizeof(windowed) >= windowed::arena_bytes);

static_assert([] {
  windowed::evaluation net;
  net.run(row{1, 2});
  net.run(row{3, 4});
  return net.run(row{5, 6});
}() == std::array<float, 6>{2, 4, 6, 8, 10, 12});
static_assert(windowed::evaluate(row{5, 6}) == std::array<float, 6>{0, 0, 0, 0, 10, 12});

/// Runs an engine over a sequence and holds it to its evaluation, twice.
template <class Engine>
int differing_runs() {
  static Engine machine;
  int differing = 0;
  for (int again = 0; again < 2; ++again) {
    typename Engine::evaluation wanted;
    machine.reset();
    for (int i = 0; i < 20; ++i) {
      const row x{static_cast<float>(i * 37 % 11 - 5), static_cast<float>(i * 5 % 7)};
      auto y = wanted.run(x);
      const auto right = y;
      y.fill({});
      machine.run(x, y);
      differing += y != right;
    }
  }
  return differing;
}

}  // namespace

TEST_CASE("runs carry states on as the compiler says, and reset begins again") {
  CHECK(differing_runs<windowed>() == 0);
  CHECK(differing_runs<engine_for<shift_register>>() == 0);
  CHECK(differing_runs<engine_for<delay_line>>() == 0);
  CHECK(differing_runs<engine_for<running_sum>>() == 0);
  CHECK(differing_runs<engine_for<running_sum, weights<bind<"sum.initial", first_sums>>>>() == 0);
  CHECK(differing_runs<engine_for<window_of_three, weights<>, window_encodings>>() == 0);
  CHECK(differing_runs<engine_for<window_of_three, weights<>, unequal_encodings>>() == 0);
  CHECK(differing_runs<engine_for<window_of_three, weights<>, window_encodings, keep<f32, "past">>>() == 0);
}

TEST_CASE("a state handed from one to the next arrives run by run") {
  static engine_for<delay_line> machine;
  machine.reset();
  float y[2];
  for (int i = 0; i < 6; ++i) {
    machine.run(row{static_cast<float>(i), 0}, y);
    CHECK(y[0] == (i < 3 ? 0 : i - 3));
  }
}

TEST_CASE("a state can be an output, and one value that of two states") {
  static engine_for<seen_state> machine;
  machine.reset();
  row held{}, both{};
  machine.run(row{1, -1}, held, both);
  CHECK(held == row{0, 0});
  CHECK(both == row{1, 0});
  machine.run(row{1, 1}, held, both);
  CHECK(held == row{1, 0});
  CHECK(both == row{3, 1});
}

TEST_CASE("a state begins with the array that is bound to it, and that is part of what the engine guards") {
  using summing = engine_for<running_sum, weights<bind<"sum.initial", first_sums>>>;
  static_assert(summing::weight_bytes == engine_for<running_sum>::weight_bytes + sizeof(first_sums));
  static summing machine;
  machine.reset();
  row y{};
  machine.run(row{1, 1}, y);
  CHECK(y == row{11, 21});
  machine.run(row{1, 1}, y);
  CHECK(y == row{12, 22});
  machine.reset();
  machine.run(row{0, 0}, y);
  CHECK(y == row{10, 20});
  CHECK(machine.weights_intact());
}

TEST_CASE("two engines keep states of their own; memory that the caller gives keeps them too") {
  static windowed one, other;
  one.reset();
  other.reset();
  std::array<float, 6> y{};
  one.run(row{1, 1}, y);
  other.run(row{5, 5}, y);
  CHECK(y == std::array<float, 6>{0, 0, 0, 0, 10, 10});
  one.run(row{2, 2}, y);
  CHECK(y == std::array<float, 6>{0, 0, 2, 2, 4, 4});
  alignas(64) std::array<std::byte, windowed::arena_bytes> memory;
  memory.fill(std::byte{0x5a});
  windowed::reset_in(memory);
  windowed::run_in(memory, row{1, 1}, y);
  windowed::run_in(memory, row{2, 2}, y);
  CHECK(y == std::array<float, 6>{0, 0, 2, 2, 4, 4});
}

TEST_CASE("a quantized state begins with the integer that stands for 0") {
  using integers = engine<model<window_of_three, weights<>, window_encodings, border<i8>>, on<reference>>;
  static_assert(integers::state_bytes == 16 && !has_step<integers>("past.next"));
  using unequal = engine<model<window_of_three, weights<>, unequal_encodings, border<i8>>, on<reference>>;
  static_assert(has_step<unequal>("past.next"));
  static integers machine;
  machine.reset();
  std::array<std::int8_t, 6> y{};
  machine.run(std::array<std::int8_t, 2>{-5, 3}, y);
  CHECK(y == std::array<std::int8_t, 6>{-5, -5, -5, -5, -5, 3});
}
