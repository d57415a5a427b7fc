// SPDX-License-Identifier: Apache-2.0
// A network with states on an OpenCL device: run after run it gives what the reference gives, and from the start again.
#include <tenon/backend/adreno/assign.hpp>

#include <tenon/backend/adreno/concat.hpp>
#include <tenon/backend/adreno/elementwise.hpp>
#include <tenon/backend/adreno/movement.hpp>
#include <tenon/backend/adreno/pairwise.hpp>
#include <tenon/backend/adreno/reshape.hpp>
#include <tenon/host/opencl_runner.hpp>
#include <tenon/tenon.hpp>

#include "backend/adreno/test_device.hpp"

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

using namespace tenon;

namespace {

/// The last three inputs, and the sum of all.
struct topology {
  static consteval auto graph() {
    using namespace tenon::op;
    constexpr encoded code{{0.05f, -3}};
    auto newest = input<"x", tensor<i8, 1, 5>, code>;
    auto window = concat<"window", axis{0}>(state<"past", tensor<i8, 2, 5>, code>, newest);
    auto total = add<"total", encoded{{0.3f, 7}}>(newest, state<"sum", tensor<i8, 1, 5>, encoded{{0.4f, 2}}>);
    auto later = window | slice<"later", begin{1, 0}, end{3, 5}>;
    return outputs(window | output<"last">, total | output<"all">, assign<"past">(later), assign<"sum">(total));
  }
};

/// A sum of real numbers that starts at what is bound to it.
struct real_topology {
  static consteval auto graph() {
    using namespace tenon::op;
    auto newest = input<"x", tensor<f32, 5>>;
    auto total = add<"total">(newest, state<"sum", tensor<f32, 5>>);
    return outputs(total | output<"all">, assign<"sum">(total));
  }
};
inline constexpr std::array<float, 5> first_sum{0.5f, -2.0f, 1024.0f, 0.0f, -0.125f};
struct real_weights : weights<bind<"sum.initial", first_sum>> {};

/// Sums that halves hold exactly, from the start twice.
template <class Machine>
auto run_sums(Machine& machine) {
  std::array<std::array<float, 5>, 7> told{};
  for (std::size_t run = 0; run < told.size(); ++run) {
    if (run == 4) machine.reset();
    std::array<float, 5> x{};
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(run + 3 * i) * 2.0f;
    machine.run(x, told[run]);
  }
  return told;
}

template <class Machine>
auto run_stream(Machine& machine) {
  std::array<std::array<std::int8_t, 20>, 6> told{};
  for (std::size_t run = 0; run < told.size(); ++run) {
    if (run == 4) machine.reset();
    std::array<std::int8_t, 5> x{};
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<std::int8_t>(run * 41 + i * 29);
    std::array<std::int8_t, 15> window{};
    std::array<std::int8_t, 5> total{};
    machine.run(x, window, total);
    for (std::size_t i = 0; i < 15; ++i) told[run][i] = window[i];
    for (std::size_t i = 0; i < 5; ++i) told[run][15 + i] = total[i];
  }
  return told;
}

}  // namespace

TEST_CASE("states outlive runs on a device, until they are reset") {
  using on_reference = engine<model<topology>, on<reference>>;
  using on_device = engine<model<topology>, on<adreno<a640>>>;
  static on_reference machine;
  machine.reset();
  host::opencl_runner<on_device> runner(tenon_test::test_device());
  CHECK(run_stream(runner) == run_stream(machine));
}

TEST_CASE("states of real numbers are kept as they are stored, as halves too") {
  using real_model = model<real_topology, real_weights>;
  static engine<real_model, on<reference>> machine;
  machine.reset();
  const auto wanted = run_sums(machine);
  CHECK(wanted[0][2] == 1036.0f);
  host::opencl_runner<engine<real_model, on<adreno<a640>>>> whole(tenon_test::test_device());
  CHECK(run_sums(whole) == wanted);
  host::opencl_runner<engine<real_model, on<adreno<a640, real_storage::f16>>>> halves(tenon_test::test_device());
  CHECK(run_sums(halves) == wanted);
}

TEST_CASE_TEMPLATE("laws", Topology, topology, real_topology) { tenon_laws::check_topology<Topology>(); }
