// SPDX-License-Identifier: Apache-2.0
// output: makes an edge that other nodes read an output of the network too.
#pragma once

#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/movement.hpp>

namespace tenon::op {

/// Gives its input to the caller as it is. Nothing is copied where the values can be made in the caller's
/// memory.
template <auto... Attributes>
struct output_ : movement {
  static constexpr std::string_view word = "output";
  static constexpr bool only_reshapes = true;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    return accept(inputs[0].tensor.type, inputs[0].tensor.extents, inputs[0].code);
  }
};

/// An edge as an output: `output<"features">(stem)`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, output_<Attributes...>> output{};

}  // namespace tenon::op
