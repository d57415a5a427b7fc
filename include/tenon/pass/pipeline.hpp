// SPDX-License-Identifier: Apache-2.0
// A pipeline: passes in the order in which they run.
#pragma once

namespace tenon {
namespace detail {

template <class Network, class... Passes>
struct run_passes {
  using type = Network;
};
template <class Network, class First, class... More>
struct run_passes<Network, First, More...> : run_passes<typename First::template apply<Network>, More...> {};

}  // namespace detail

/// Passes in order. A pass is a struct with `template <class Network> using apply`, which gives a network. A pipeline
/// is a pass too.
template <class... Passes>
struct pipeline {
  static constexpr bool is_pipeline = true;

  template <class Network>
  using apply = typename detail::run_passes<Network, Passes...>::type;

  /// The pipeline with one more pass at its end.
  template <class Pass>
  using then = pipeline<Passes..., Pass>;
};

}  // namespace tenon
