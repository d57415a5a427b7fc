// SPDX-License-Identifier: Apache-2.0
// The laws of passes: well formed stays well formed, twice is once, and what is computed stays the same.
#pragma once

#include <tenon/tenon.hpp>

#include "laws/numbers.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>

namespace tenon_laws {

/// What a run of an engine gives for made-up inputs, with states the third run in a row: all outputs, one after the other.
template <class Engine, class Inputs, class Outputs>
struct run_once;
template <class Engine, class... Inputs, class... Outputs>
struct run_once<Engine, tenon::type_list<Inputs...>, tenon::type_list<Outputs...>> {
  static std::array<float, (Outputs::size + ... + 0)> results(std::uint32_t seed) {
    static Engine engine;
    std::tuple<std::array<typename Inputs::value_type, Inputs::size>...> inputs;
    std::tuple<std::array<typename Outputs::value_type, Outputs::size>...> outputs;
    const auto fill = [&](auto& values) {
      for (auto& value : values) value = static_cast<float>(static_cast<int>(next_random(seed) % 2001) - 1000) / 500.0f;
    };
    typename Engine::evaluation unshared;
    engine.reset();
    for (int run = 0; run < (Engine::state_bytes != 0 ? 3 : 1); ++run) {
      std::apply([&](auto&... values) { (fill(values), ...); }, inputs);
      std::apply([&](auto&... x) { std::apply([&](auto&... y) { engine.run(x..., y...); }, outputs); }, inputs);
      // Without shared memory the first output is the same.
      const auto alone = std::apply([&](const auto&... x) { return unshared.run(x...); }, inputs);
      CHECK(alone == std::get<0>(outputs));
    }
    std::array<float, (Outputs::size + ... + 0)> all{};
    std::size_t next = 0;
    const auto append = [&](const auto& values) {
      for (const auto value : values) all[next++] = static_cast<float>(value);
    };
    std::apply([&](const auto&... values) { (append(values), ...); }, outputs);
    return all;
  }
};

template <class Topology, class Encodings, class Passes, class... Policies>
auto results_after(std::uint32_t seed) {
  using engine = tenon::engine<tenon::model<Topology, made_up_weights<Topology>, Encodings, Passes, Policies...>,
                               tenon::on<tenon::reference>>;
  using ports = tenon::detail::ports<typename engine::graph_type>;
  return run_once<engine, typename ports::template list<true>::type,
                  typename ports::template list<false>::type>::results(seed);
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

/// The results with and without a pass are equal: exactly, or within 1e-5 of the largest.
template <class Topology, class Encodings, class Before, class Pass, class... Policies>
void check_pass(bool exactly) {
  if constexpr (keeps_form<Topology, Encodings, Before, Pass, Policies...>()) {
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
      const auto before = results_after<Topology, Encodings, Before, Policies...>(seed);
      const auto after = results_after<Topology, Encodings, typename Before::template then<Pass>, Policies...>(seed);
      REQUIRE(before.size() == after.size());
      float largest = 0.0f;
      for (const float value : before) largest = std::fmax(largest, std::fabs(value));
      const float allowed = exactly ? 0.0f : 1e-5f * largest;
      float apart = 0.0f;
      for (std::size_t i = 0; i < before.size(); ++i) apart = std::fmax(apart, std::fabs(before[i] - after[i]));
      CHECK(apart <= allowed);
    }
  }
}

/// Every pass of a list after those before it.
template <class Topology, class Encodings, class Before, class... Policies>
struct laws_in_turn {
  static void check(bool, tenon::pipeline<>) {}
  template <class First, class... More>
  static void check(bool exactly, tenon::pipeline<First, More...>) {
    check_pass<Topology, Encodings, Before, First, Policies...>(exactly);
    laws_in_turn<Topology, Encodings, typename Before::template then<First>, Policies...>::check(
        exactly, tenon::pipeline<More...>{});
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

/// Float passes within rounding, integer passes bit for bit.
template <class Topology>
void check_laws() {
  laws_in_turn<Topology, tenon::encodings<>, tenon::pipeline<>>::check(false, real_passes{});
  laws_in_turn<Topology, made_up_encodings, before_integers>::check(true, integer_passes{});
  static_assert(keeps_form<Topology, made_up_encodings, tenon::pipeline<pass::infer_shapes>, pass::quantize>());
}

/// Blocks of a memory plan that are alive together do not overlap, and the arena is near what is alive at most. States lie
/// in front of all others.
template <class Model>
void check_memory_of() {
  constexpr const auto& plan = tenon::memory_plan_of<tenon::lowered<Model>, tenon::on<tenon::reference>, 16>;
  for (std::size_t a = 0; a < plan.block_count; ++a) {
    const tenon::block& one = plan.blocks[a];
    if (one.from == tenon::origin::state) CHECK(one.offset + one.bytes <= plan.state_bytes);
    if (one.from != tenon::origin::arena || one.bytes == 0) continue;
    CHECK(one.offset % 16 == 0);
    CHECK(one.offset >= plan.state_bytes);
    CHECK(one.offset + one.bytes <= plan.arena_bytes);
    for (std::size_t b = 0; b < a; ++b) {
      const tenon::block& other = plan.blocks[b];
      if (other.from != tenon::origin::arena || other.bytes == 0) continue;
      const bool together = one.first <= other.last && other.first <= one.last;
      const bool overlap = one.offset < other.offset + other.bytes && other.offset < one.offset + one.bytes;
      CHECK_FALSE((together && overlap));
    }
  }
  CHECK(plan.arena_bytes >= plan.peak_bytes);
  // Blocks fill whole units of 16 bytes, and there are lifetimes that no order fits into the peak: a small arena, of which
  // 5% is less than a unit, may have one unit more.
  CHECK((plan.arena_bytes * 20 <= plan.peak_bytes * 21 || plan.arena_bytes == plan.peak_bytes + 16));
}

template <class Topology, class Encodings>
void check_memory() {
  check_memory_of<tenon::model<Topology, made_up_weights<Topology>, Encodings>>();
}

}  // namespace tenon_laws
