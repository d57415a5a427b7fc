// SPDX-License-Identifier: Apache-2.0
// Averages by their definition: every element added to the result that it belongs to, with the operator's own
// numbers.
#pragma once

#include "pools.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tenon_test {

/// What an operator computes with for one input of this type, under rounding::tflite.
template <class Operator, tenon::tensor_type Input>
constexpr auto numbers_of(tenon::encoding in, tenon::encoding out) {
  using called = one_call<void, Operator, tenon::rounding::tflite, Input>;
  const std::array<tenon::edge_type, 1> inputs{tenon::edge_type{Input, in}};
  return Operator::template prepare<typename called::call>({}, inputs, {called::result, out});
}

/// Which result the element at `index` goes into: its place among the axes that are not reduced.
inline std::size_t result_index(std::size_t index, const tenon::shape& extents,
                                const tenon::op::reduced_axes& marked) {
  std::size_t place = 0, stride = 1;
  for (int axis = extents.rank - 1; axis >= 0; --axis) {
    const auto extent = static_cast<std::size_t>(extents[axis]);
    if (!marked.has(axis)) place += index % extent * stride, stride *= extent;
    index /= extent;
  }
  return place;
}

/// The averages of a golden case.
template <class Operator, class Case>
std::vector<std::int32_t> averaged_again() {
  constexpr tenon::tensor_type input{tenon::i8, shape_from(Case::input_shape)};
  const auto numbers = numbers_of<Operator, input>(Case::input_encoding, Case::output_encoding);
  using rule = typename decltype(numbers)::rule;
  const auto marked = Operator::marked(input.extents);
  std::vector<std::int32_t> y(Case::expected.size());
  for (std::size_t i = 0; i < Case::input.size(); ++i)
    y[result_index(i, input.extents, marked)] += Case::input[i] - numbers.input_zero_point;
  for (std::int32_t& value : y)
    value = std::clamp(rule::apply(value, numbers.factor) + numbers.output_zero_point, -128, 127);
  return y;
}

}  // namespace tenon_test
