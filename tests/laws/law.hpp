// SPDX-License-Identifier: Apache-2.0
// The laws of passes: well formed stays well formed, twice is once, and what is computed stays the same.
#pragma once

#include <tenon/tenon.hpp>

#include "laws/form.hpp"
#include "laws/made_up_run.hpp"
#include "laws/memory.hpp"
#include "laws/numbers.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>

namespace tenon_laws {

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

/// A model that names the passes of its lowering.
template <class Model, class Passes>
struct lowered_by;
template <class... Parts, class Passes>
struct lowered_by<tenon::model<Parts...>, Passes> : std::type_identity<tenon::model<Parts..., Passes>> {};

template <class Model, class Passes>
using engine_after = tenon::engine<typename lowered_by<Model, Passes>::type, tenon::on<tenon::reference>>;

/// One pass after others: the laws of form, and whether it changed anything.
template <class Model, class Before, class Pass>
consteval bool keeps_form() {
  using before = typename Before::template apply<tenon::network<typename Model::graph_type, Model>>;
  using once = typename lawful<Pass, before>::type;
  return !std::is_same_v<tenon::nodes_of<typename once::graph_type>, tenon::nodes_of<typename before::graph_type>>;
}

/// Every pass of a list after those before it. Returns how many changed the network.
template <class Model, class Before>
consteval int passes_that_change(tenon::pipeline<>) {
  return 0;
}
template <class Model, class Before, class First, class... More>
consteval int passes_that_change(tenon::pipeline<First, More...>) {
  return keeps_form<Model, Before, First>() +
         passes_that_change<Model, typename Before::template then<First>>(tenon::pipeline<More...>{});
}

/// The results of two lists of passes are equal: exactly, or within 1e-5 of the largest.
template <class Model, class Before, class After>
void check_results(bool exactly) {
  constexpr std::uint32_t seeds = engine_after<Model, After>::macs < 100'000'000 ? 3 : 1;
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    const auto before = std::make_unique<run_of<engine_after<Model, Before>>>()->results(seed);
    const auto after = std::make_unique<run_of<engine_after<Model, After>>>()->results(seed);
    check_near(before, after, exactly);
  }
}

/// The laws of the memory plan of a model after passes, and that sharing memory changes nothing.
template <class Model, class Passes>
void check_memory() {
  using network = tenon::lowered<typename lowered_by<Model, Passes>::type>;
  check_plan(tenon::memory_plan_of<network, tenon::on<tenon::reference>, alignment>,
             tenon::wiring_of<typename network::graph_type>);
  CHECK(std::make_unique<run_of<engine_after<Model, Passes>>>()->is_the_same_unshared(5));
}

/// Every pass of a list after those before it, and the memory plan of what they leave. Returns which of them
/// changed the network, the first in the lowest bit.
template <class Model, class Before>
struct laws_in_turn {
  static unsigned check(bool, tenon::pipeline<>) {
    check_memory<Model, Before>();
    return 0;
  }
  template <class First, class... More>
  static unsigned check(bool exactly, tenon::pipeline<First, More...>) {
    constexpr bool changes = keeps_form<Model, Before, First>();
    using after = std::conditional_t<changes, typename Before::template then<First>, Before>;
    if constexpr (changes) check_results<Model, Before, after>(exactly);
    const unsigned more = laws_in_turn<Model, after>::check(exactly, tenon::pipeline<More...>{});
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

template <class Topology>
using made_up_real = tenon::model<Topology, made_up_weights<Topology>>;
template <class Topology>
using made_up_integer = tenon::model<Topology, made_up_weights<Topology>, made_up_encodings>;

/// Which passes changed something, in the order of `real_passes` and of `integer_passes`.
struct changed_by {
  unsigned real = 0;
  unsigned integer = 0;

  friend changed_by operator|(changed_by a, changed_by b) { return {a.real | b.real, a.integer | b.integer}; }
};

/// All laws pass by pass. Float passes keep results within rounding, integer passes bit for bit.
template <class Topology>
changed_by check_laws() {
  static_assert(keeps_form<made_up_integer<Topology>, tenon::pipeline<pass::infer_shapes>, pass::quantize>());
  return {laws_in_turn<made_up_real<Topology>, tenon::pipeline<>>::check(false, real_passes{}),
          laws_in_turn<made_up_integer<Topology>, before_integers>::check(true, integer_passes{})};
}

/// The laws of form pass by pass, those of memory, and that all passes together keep what is computed.
template <class Model, class... Before, class... Passes>
void check_together(bool exactly, tenon::pipeline<Before...>, tenon::pipeline<Passes...>) {
  using before = tenon::pipeline<Before...>;
  using after = tenon::pipeline<Before..., Passes...>;
  constexpr int changes = passes_that_change<Model, before>(tenon::pipeline<Passes...>{});
  if constexpr (changes > 0) check_results<Model, before, after>(exactly);
  check_memory<Model, after>();
}

/// The laws for a network with its numbers.
template <class Model>
void check_model() {
  if constexpr (Model::quantized) {
    // Edges may have been written with an encoding, which leaves the pass nothing to do.
    using shaped = tenon::pipeline<pass::infer_shapes>;
    static_assert(passes_that_change<Model, shaped>(tenon::pipeline<pass::quantize>{}) >= 0);
    check_together<Model>(true, before_integers{}, integer_passes{});
  } else {
    check_together<Model>(false, tenon::pipeline<>{}, real_passes{});
  }
}

/// The laws for a network that a test has for itself, with made-up numbers.
template <class Topology>
void check_topology() {
  check_model<made_up_real<Topology>>();
  check_model<made_up_integer<Topology>>();
}

}  // namespace tenon_laws
