// SPDX-License-Identifier: Apache-2.0
// argmax: the index of the largest value along an axis.
#pragma once

#include <cstdint>
#include <span>

#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>

namespace tenon::op {

/// Computes the index (i32) of the largest value along an axis, the first one of equals; that axis goes.
/// Attribute: `axis`, the last unless given. Rule: TFLite ARG_MAX.
template <auto... Attributes>
struct argmax_ {
  static constexpr std::string_view word = "argmax";
  using attributes = attribute_types<axis>;
  static constexpr int arity = 1;
  static constexpr encoding_rule result_encoding = encoding_rule::none;

  /// The axis counted from the first.
  static constexpr int axis_of(const shape& extents) noexcept {
    const int given = attribute_or<axis>({-1}, Attributes...).index;
    return given < 0 ? given + extents.rank : given;
  }

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const shape& x = inputs[0].tensor.extents;
    const int along = axis_of(x);
    if (along < 0 || along >= x.rank)
      return refuse("tenon: argmax has an axis that its input lacks; name one of its axes");
    shape left;
    for (int i = 0; i < x.rank; ++i)
      if (i != along) left.push_back(x[i]);
    return accept(i32, left);
  }

  template <class Call>
  using parameters = no_parameters;

  template <class Call>
  static constexpr no_parameters prepare(const parameter_source&, std::span<const edge_type>,
                                         const edge_type&) noexcept {
    return {};
  }
};

/// Index of the largest: `argmax<"digit">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, argmax_<Attributes...>> argmax{};

}  // namespace tenon::op
