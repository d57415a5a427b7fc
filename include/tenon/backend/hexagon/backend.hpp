// SPDX-License-Identifier: Apache-2.0
// The Hexagon backend: HVX vectors of 128 bytes, and the architectures that it is written for.
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>

namespace tenon {

/// Hexagon architectures; each has what the ones before it have.
struct v66 {};
struct v68 : v66 {};
struct v73 : v68 {};

/// Kernels for Hexagon's vector unit, as `hexagon<v68>`. What they compute does not depend on the
/// architecture, and a kernel written for one serves all later ones. Off Hexagon they run on an emulation of
/// its vector instructions.
template <class Architecture>
struct hexagon {
  using architecture = Architecture;
  static constexpr std::string_view name = "hexagon";
  static constexpr std::size_t alignment = 128;
};

/// Variant of a two-input operator: `variant_of<hexagon<v68>, unproved>` computes by the steps of the rule
/// even where a shorter form is proved to give the same.
struct unproved {};

/// An architecture that has what `Oldest` has: kernels say with it from where on they serve.
template <class Architecture, class Oldest>
concept since = std::derived_from<Architecture, Oldest>;

}  // namespace tenon
