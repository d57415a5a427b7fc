// SPDX-License-Identifier: Apache-2.0
// Measures whole networks with one input and one output.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <random>
#include <string>

#include <benchmark/benchmark.h>

#include <tenon/backend/kryo.hpp>
#include <tenon/tenon.hpp>

namespace bench {

template <class Engine, std::size_t Inputs, std::size_t Outputs>
void run_engine(benchmark::State& state) {
  static Engine engine;
  const auto x = std::make_unique<std::array<float, Inputs>>();
  std::array<float, Outputs> y{};
  std::mt19937 random{1};
  for (float& value : *x) value = std::uniform_real_distribution<float>{0.0f, 1.0f}(random);
  for (auto _ : state) {
    engine.run(*x, y);
    benchmark::DoNotOptimize(y.data());
    benchmark::ClobberMemory();
  }
  state.counters["gmac_per_second"] = benchmark::Counter(
      1e-9 * static_cast<double>(Engine::macs) * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

/// Registers a model on the reference and on kryo.
template <class Model, std::size_t Inputs, std::size_t Outputs>
void add_model(const std::string& name) {
  const auto add = [&](const char* backend, void (*function)(benchmark::State&)) {
    benchmark::RegisterBenchmark(("model/" + name + backend).c_str(), function)
        ->Unit(benchmark::kMicrosecond)->MinTime(0.1)->Repetitions(5)->ReportAggregatesOnly();
  };
  using namespace tenon;
  add("/reference", run_engine<engine<Model, on<reference>>, Inputs, Outputs>);
  add("/kryo", run_engine<engine<Model, on<kryo, reference>>, Inputs, Outputs>);
}

}  // namespace bench
