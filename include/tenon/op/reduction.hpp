// SPDX-License-Identifier: Apache-2.0
// What operators share that reduce axes of a tensor to one value: mean, global pools.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/core/fixed_point.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/core/tensor.hpp>
#include <tenon/op/axis_list.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/quantized.hpp>

namespace tenon {

/// Axes to reduce; negative ones count from the last.
struct axes : axis_list {
  using axis_list::axis_list;
};

/// Whether reduced axes stay, with one element each.
struct keep_axes {
  bool kept;
};

namespace op {

/// Which axes of a tensor are reduced: one bit an axis. (g++ 12 takes arrays that differ only in where their nonzero
/// elements stand for the same template argument.)
struct reduced_axes {
  std::uint32_t bits = 0;
  bool sound = true;

  constexpr bool has(int axis) const noexcept { return (bits >> axis & 1u) != 0; }
  constexpr void mark(int axis) noexcept { bits |= std::uint32_t{1} << axis; }
};

/// Marks the axes of a list; an axis that the tensor lacks, or one named twice, is unsound.
constexpr reduced_axes mark_axes(const axes& wanted, int rank) noexcept {
  reduced_axes marked;
  for (int i = 0; i < wanted.count; ++i) {
    const int along = wanted[i] < 0 ? wanted[i] + rank : wanted[i];
    const bool there = along >= 0 && along < rank;
    if (!there || marked.has(along)) marked.sound = false;
    else marked.mark(along);
  }
  return marked;
}

/// The shape that is left of a tensor; reduced axes go, or stay with one element.
constexpr shape reduced_shape(const shape& extents, const reduced_axes& marked, bool kept) noexcept {
  shape left;
  for (int i = 0; i < extents.rank; ++i) {
    if (!marked.has(i)) left.push_back(extents[i]);
    else if (kept) left.push_back(1);
  }
  return left;
}

/// Number of values that one result is made of.
constexpr int reduced_count(const shape& extents, const reduced_axes& marked) noexcept {
  int count = 1;
  for (int i = 0; i < extents.rank; ++i) count *= marked.has(i) ? extents[i] : 1;
  return count;
}

/// Reduces axes. The operator says which with `marked(extents)`, and whether they stay with `kept`.
template <class Operator>
struct reduction {
  static constexpr int arity = 1;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (const std::string_view fault = Operator::fault_of_input(x.extents); !fault.empty()) return refuse(fault);
    return accept(x.type, reduced_shape(x.extents, Operator::marked(x.extents), Operator::kept),
                  tenon::result_encoding<Operator>(inputs[0]));
  }
};

/// What an int8 mean computes with: sum of (x - input zero point) times a factor that holds the division.
template <class Rule>
struct mean_parameters {
  using rule = Rule;
  typename Rule::factor factor{};
  std::int32_t input_zero_point{};
  std::int32_t output_zero_point{};
};

/// The factor s_i / s_o with the division by a count in its multiplier, rounded down (TFLite MEAN).
constexpr q31_factor mean_factor(q31_rule, double real, int count) noexcept {
  const q31_factor whole = to_q31(real);
  int shift = 31 - leading_zeros(static_cast<std::uint32_t>(count));
  if (shift > 31 + whole.exponent) shift = 31 + whole.exponent;
  return {static_cast<std::int32_t>((std::int64_t{whole.multiplier} << shift) / count), whole.exponent - shift};
}
constexpr float mean_factor(float32_rule, double real, int count) noexcept {
  return float32_rule::make_from_real(real / count);
}

/// Parameters of a mean of `count` values.
template <class Rule>
constexpr mean_parameters<Rule> prepare_mean(int count, encoding input, encoding output) noexcept {
  return {mean_factor(Rule{}, double{input.scale} / double{output.scale}, count), input.zero_point, output.zero_point};
}

}  // namespace op
}  // namespace tenon
