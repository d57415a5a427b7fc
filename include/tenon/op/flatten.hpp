// SPDX-License-Identifier: Apache-2.0
// flatten: an image becomes a vector; nothing moves.
#pragma once

#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>

namespace tenon::op {

/// Joins all axes into one; of a tensor with a batch (rank 4 and more) the batch stays. Attribute: `axis`, the first of
/// the axes to join, when another one is wanted. Rule: ONNX Flatten, row-major.
template <auto... Attributes>
struct flatten_ {
  static constexpr std::string_view word = "flatten";
  using attributes = attribute_types<axis>;
  static constexpr int arity = 1;
  static constexpr bool only_reshapes = true;
  static constexpr bool keeps_zero_channels = true;
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    const int given = attribute_or<axis>({x.extents.rank >= 4 ? 1 : 0}, Attributes...).index;
    const int first = given < 0 ? given + x.extents.rank : given;
    if (first < 0 || first > x.extents.rank)
      return refuse("tenon: flatten has an axis that its input lacks; name one of its axes");
    shape result;
    for (int i = 0; i < first; ++i) result.push_back(x.extents[i]);
    result.push_back(x.extents.span_of(first, x.extents.rank));
    return accept(x.type, result, inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return infer(inputs).edge.tensor == inputs[0].tensor;
  }

  template <class Call>
  using parameters = no_parameters;

  template <class Call>
  static constexpr no_parameters prepare(const parameter_source&, std::span<const edge_type>, const edge_type&) noexcept {
    return {};
  }
};

/// Image to vector: `flatten<"flat">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, flatten_<Attributes...>> flatten{};

}  // namespace tenon::op
