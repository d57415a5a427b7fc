// SPDX-License-Identifier: Apache-2.0
// The laws of passes: well formed stays well formed, twice is once, and what is computed stays the same.
#pragma once

#include <tenon/tenon.hpp>

#include "laws/memory.hpp"
#include "laws/numbers.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

namespace tenon_laws {

/// Runs of an engine on made-up inputs.
template <class Engine, class Inputs, class Outputs>
class made_up_run;
template <class Engine, class... Inputs, class... Outputs>
class made_up_run<Engine, tenon::type_list<Inputs...>, tenon::type_list<Outputs...>> {
 public:
  static constexpr std::size_t size = static_cast<std::size_t>((Outputs::size + ... + 0));

  /// What the engine gives, with states the third run in a row: all outputs, one after the other.
  std::array<float, size> results(std::uint32_t seed) {
    static Engine engine;
    engine.reset();
    for (int run = 0; run < runs; ++run) {
      fill(seed);
      run_on(engine, input_indices{}, std::index_sequence_for<Outputs...>{});
    }
    std::array<float, size> all{};
    std::size_t next = 0;
    std::apply([&](const auto&... values) { (append(all, next, values), ...); }, outputs_);
    return all;
  }

  /// Without shared memory the first output is the same.
  bool is_the_same_unshared(std::uint32_t seed) {
    static Engine engine;
    engine.reset();
    typename Engine::evaluation unshared;
    bool same = true;
    for (int run = 0; run < runs; ++run) {
      fill(seed);
      run_on(engine, input_indices{}, std::index_sequence_for<Outputs...>{});
      same = same && evaluate(unshared, input_indices{}) == std::get<0>(outputs_);
    }
    return same;
  }

 private:
  using input_indices = std::index_sequence_for<Inputs...>;
  static constexpr int runs = Engine::state_bytes != 0 ? 3 : 1;

  void fill(std::uint32_t& seed) {
    const auto fill_one = [&](auto& values) {
      for (auto& value : values) value = static_cast<float>(static_cast<int>(next_random(seed) % 2001) - 1000) / 500.0f;
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
  template <class Values>
  static void append(std::array<float, size>& all, std::size_t& next, const Values& values) {
    for (const auto value : values) all[next++] = static_cast<float>(value);
  }

  std::tuple<std::array<typename Inputs::value_type, Inputs::size>...> inputs_;
  std::tuple<std::array<typename Outputs::value_type, Outputs::size>...> outputs_;
};

template <class Engine, class Ports = tenon::detail::ports<typename Engine::graph_type>>
using run_of =
    made_up_run<Engine, typename Ports::template list<true>::type, typename Ports::template list<false>::type>;

/// Equal, or within 1e-5 of the largest; nothing is near what is not a number.
inline void check_near(std::span<const float> before, std::span<const float> after, bool exactly) {
  REQUIRE(before.size() == after.size());
  float largest = 0.0f;
  for (const float value : before) largest = std::fmax(largest, std::fabs(value));
  const float allowed = exactly ? 0.0f : 1e-5f * largest;
  std::size_t apart = 0;
  for (std::size_t i = 0; i < before.size(); ++i) apart += !(std::fabs(before[i] - after[i]) <= allowed);
  CHECK(apart == 0);
}

template <class Topology, class Encodings, class Passes, class... Policies>
auto results_after(std::uint32_t seed) {
  using model = tenon::model<Topology, made_up_weights<Topology>, Encodings, Passes, Policies...>;
  return run_of<tenon::engine<model, tenon::on<tenon::reference>>>{}.results(seed);
}

/// One pass after others: the laws of form, and whether it changed anything.
template <class Model, class Before, class Pass>
consteval bool model_keeps_form() {
  using before = typename Before::template apply<tenon::network<typename Model::graph_type, Model>>;
  using once = typename Pass::template apply<before>;
  using twice = typename Pass::template apply<once>;
  static_assert(tenon::edges_of<typename before::graph_type>.problem.kind == tenon::fault_kind::none);
  static_assert(tenon::edges_of<typename once::graph_type>.problem.kind == tenon::fault_kind::none,
                "a pass spoils a network");
  static_assert(std::is_same_v<tenon::nodes_of<typename once::graph_type>, tenon::nodes_of<typename twice::graph_type>>,
                "a pass changes more when it is applied again");
  return !std::is_same_v<tenon::nodes_of<typename once::graph_type>, tenon::nodes_of<typename before::graph_type>>;
}

template <class Topology, class Encodings, class Before, class Pass, class... Policies>
consteval bool keeps_form() {
  return model_keeps_form<tenon::model<Topology, made_up_weights<Topology>, Encodings, Policies...>, Before, Pass>();
}

/// Every pass of a list after those before it. Returns how many changed the network.
template <class Model, class Before>
consteval int passes_that_change(tenon::pipeline<>) {
  return 0;
}
template <class Model, class Before, class First, class... More>
consteval int passes_that_change(tenon::pipeline<First, More...>) {
  return model_keeps_form<Model, Before, First>() +
         passes_that_change<Model, typename Before::template then<First>>(tenon::pipeline<More...>{});
}

/// The results of two lists of passes are equal: exactly, or within 1e-5 of the largest.
template <class Topology, class Encodings, class Before, class After, class... Policies>
void check_results(bool exactly) {
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const auto before = results_after<Topology, Encodings, Before, Policies...>(seed);
    const auto after = results_after<Topology, Encodings, After, Policies...>(seed);
    check_near(before, after, exactly);
  }
}

/// The laws of the memory plan of a model.
template <class Model>
void check_memory_of() {
  using network = tenon::lowered<Model>;
  check_plan(tenon::memory_plan_of<network, tenon::on<tenon::reference>, alignment>,
             tenon::wiring_of<typename network::graph_type>);
}

/// The laws of the memory plan of a model, and that sharing memory changes nothing.
template <class Model>
void check_memory() {
  check_memory_of<Model>();
  CHECK(run_of<tenon::engine<Model, tenon::on<tenon::reference>>>{}.is_the_same_unshared(5));
}

/// Every pass of a list after those before it, and the memory plan of what they leave. Returns which of them
/// changed the network, the first in the lowest bit.
template <class Topology, class Encodings, class Before, class... Policies>
struct laws_in_turn {
  static unsigned check(bool, tenon::pipeline<>) {
    check_memory<tenon::model<Topology, made_up_weights<Topology>, Encodings, Before, Policies...>>();
    return 0;
  }
  template <class First, class... More>
  static unsigned check(bool exactly, tenon::pipeline<First, More...>) {
    constexpr bool changes = keeps_form<Topology, Encodings, Before, First, Policies...>();
    using after = std::conditional_t<changes, typename Before::template then<First>, Before>;
    if constexpr (changes) check_results<Topology, Encodings, Before, after, Policies...>(exactly);
    const unsigned more =
        laws_in_turn<Topology, Encodings, after, Policies...>::check(exactly, tenon::pipeline<More...>{});
    return more << 1 | (changes ? 1u : 0u);
  }
};

namespace pass = tenon::pass;
using real_passes =
    tenon::pipeline<pass::infer_shapes, pass::remove_identities, pass::fold_constants, pass::fold_batch_norm,
                    pass::fuse_pad, pass::fuse_activation, pass::fuse_residual, pass::remove_dead_channels,
                    pass::assign_last>;
using before_integers = tenon::pipeline<pass::infer_shapes, pass::remove_identities, pass::fold_constants,
                                        pass::fold_batch_norm, pass::fuse_activation, pass::quantize>;
using integer_passes = tenon::pipeline<pass::infer_shapes, pass::remove_identities, pass::fuse_pad,
                                       pass::fuse_activation, pass::fuse_residual, pass::remove_dead_channels,
                                       pass::assign_last>;

/// Which passes changed something, in the order of `real_passes` and of `integer_passes`.
struct changed_by {
  unsigned real = 0;
  unsigned integer = 0;

  friend changed_by operator|(changed_by a, changed_by b) { return {a.real | b.real, a.integer | b.integer}; }
};

/// Float passes within rounding, integer passes bit for bit.
template <class Topology>
changed_by check_laws() {
  static_assert(keeps_form<Topology, made_up_encodings, tenon::pipeline<pass::infer_shapes>, pass::quantize>());
  return {laws_in_turn<Topology, tenon::encodings<>, tenon::pipeline<>>::check(false, real_passes{}),
          laws_in_turn<Topology, made_up_encodings, before_integers>::check(true, integer_passes{})};
}

}  // namespace tenon_laws
