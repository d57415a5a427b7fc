// SPDX-License-Identifier: Apache-2.0
// Runs of a network on made-up inputs, with and without shared memory.
#pragma once

#include <tenon/tenon.hpp>

#include "laws/numbers.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

namespace tenon_laws {

/// Runs of an engine on made-up inputs.
template <class Engine, class Inputs, class Outputs>
class made_up_run;
template <class Engine, class... Inputs, class... Outputs>
class made_up_run<Engine, tenon::type_list<Inputs...>, tenon::type_list<Outputs...>> {
 public:
  /// What the engine gives, with states the third run in a row: all outputs, one after the other.
  std::vector<float> results(std::uint32_t seed) {
    static Engine engine;
    engine.reset();
    for (int run = 0; run < runs; ++run) {
      fill(seed);
      run_on(engine, input_indices{}, std::index_sequence_for<Outputs...>{});
    }
    std::vector<float> all;
    std::apply([&](const auto&... values) { (all.insert(all.end(), values.begin(), values.end()), ...); }, outputs_);
    return all;
  }

  /// Without shared memory the first output is the same.
  bool is_the_same_unshared(std::uint32_t seed) {
    static Engine engine;
    engine.reset();
    const auto unshared = std::make_unique<typename Engine::evaluation>();
    bool same = true;
    for (int run = 0; run < runs; ++run) {
      fill(seed);
      run_on(engine, input_indices{}, std::index_sequence_for<Outputs...>{});
      same = same && evaluate(*unshared, input_indices{}) == std::get<0>(outputs_);
    }
    return same;
  }

 private:
  using input_indices = std::index_sequence_for<Inputs...>;
  static constexpr int runs = Engine::state_bytes != 0 ? 3 : 1;

  static void draw(float& value, std::uint32_t& seed) {
    value = static_cast<float>(static_cast<int>(next_random(seed) % 2001) - 1000) / 500.0f;
  }
  template <std::integral Integer>
  static void draw(Integer& value, std::uint32_t& seed) {
    value = static_cast<Integer>(next_random(seed));
  }
  void fill(std::uint32_t& seed) {
    const auto fill_one = [&](auto& values) {
      for (auto& value : values) draw(value, seed);
    };
    std::apply([&](auto&... values) { (fill_one(values), ...); }, inputs_);
  }
  template <std::size_t... I, std::size_t... O>
  void run_on(Engine& engine, std::index_sequence<I...>, std::index_sequence<O...>) {
    engine.run(std::get<I>(inputs_)..., std::get<O>(outputs_)...);
  }
  template <std::size_t... I>
  auto evaluate(typename Engine::evaluation& unshared, std::index_sequence<I...>) {
    return unshared.run(std::get<I>(inputs_)...);
  }

  std::tuple<std::array<typename Inputs::value_type, Inputs::size>...> inputs_;
  std::tuple<std::array<typename Outputs::value_type, Outputs::size>...> outputs_;
};

template <class Engine, class Ports = tenon::detail::ports<typename Engine::graph_type>>
using run_of =
    made_up_run<Engine, typename Ports::template list<true>::type, typename Ports::template list<false>::type>;

}  // namespace tenon_laws
