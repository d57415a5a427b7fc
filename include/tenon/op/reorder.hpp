// SPDX-License-Identifier: Apache-2.0
// reorder: the same tensor in another storage order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/op/concept.hpp>
#include <tenon/op/conversion.hpp>

namespace tenon::op {

/// What a conversion between storage orders must know besides the orders: the value of padding.
struct reorder_parameters {
  std::int32_t zero_point{};
  friend bool operator==(const reorder_parameters&, const reorder_parameters&) = default;
};

/// Copies a tensor from the storage order of its input to that of its result. Networks do not name it: the plan inserts
/// it where a kernel wants another order than there is.
template <auto... Attributes>
struct reorder_ {
  static constexpr std::string_view word = "reorder";
  static constexpr int arity = 1;
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept { return {inputs[0], {}}; }

  template <class Call>
  using parameters = reorder_parameters;

  template <class Call>
  static constexpr reorder_parameters prepare(const parameter_source&, std::span<const edge_type>,
                                              const edge_type& output) noexcept {
    return {output.code.zero_point};
  }
};

}  // namespace tenon::op
