// SPDX-License-Identifier: Apache-2.0
// Pools by their definition: every window gathered value by value, with the numbers that the operator itself
// offers.
#pragma once

#include "golden_pool.hpp"

#include <tenon/model/model.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/input.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tenon_test {

/// The shape that a one-input operator makes of another, in real numbers; no axes if it refuses.
template <class Operator>
constexpr tenon::shape result_of(tenon::shape extents) {
  const std::array<tenon::edge_type, 1> inputs{tenon::edge_type{{tenon::f32, extents}, {}}};
  return Operator::infer(inputs).edge.tensor.extents;
}

/// The sentence with which a network of one operator is refused; empty if it is sound.
template <class Operator, tenon::tensor_type Input>
constexpr std::string_view sentence_of() {
  using namespace tenon;
  constexpr fault found = fault_of<model<graph<node<"x", op::input_<Input>>, node<"y", Operator, "x">>>>;
  static_assert(!found || (found.kind == fault_kind::refused_inputs && found.node == 1));
  return found.detail;
}

/// The values inside the image under one window.
template <class Array>
std::vector<std::int32_t> values_under(const tenon::op::sliding& moving, const tenon::op::image& over,
                                       const Array& x, const std::array<int, 4>& at) {
  std::vector<std::int32_t> values;
  for (int r = 0; r < moving.size.rows; ++r)
    for (int c = 0; c < moving.size.columns; ++c) {
      const int row = at[1] * moving.step.rows + r * moving.spread.rows - moving.around.top;
      const int column = at[2] * moving.step.columns + c * moving.spread.columns - moving.around.left;
      if (row < 0 || row >= over.rows || column < 0 || column >= over.columns) continue;
      const int pixel = (at[0] * over.rows + row) * over.columns + column;
      values.push_back(x[static_cast<std::size_t>(pixel * over.channels + at[3])]);
    }
  return values;
}

/// The result for a golden case: `combine(values, numbers)` of every window, `numbers` being the operator's
/// parameters.
template <class Pool, class Case, class Combine>
auto pooled_again(const Combine& combine) {
  using namespace tenon;
  using called = one_call<void, Pool, rounding::tflite, tensor_type{i8, shape_from(Case::input_shape)}>;
  const std::array<edge_type, 1> inputs{edge_type{called::plain[0].tensor, Case::input_encoding}};
  const edge_type output = Pool::infer(inputs).edge;
  const auto numbers = Pool::template prepare<typename called::call>({}, inputs, output);
  const op::image over = op::image_of(inputs[0].tensor.extents);
  const op::image out = op::image_of(output.tensor.extents);
  std::vector<std::int32_t> y;
  for (int b = 0; b < out.batch; ++b)
    for (int row = 0; row < out.rows; ++row)
      for (int column = 0; column < out.columns; ++column)
        for (int channel = 0; channel < out.channels; ++channel)
          y.push_back(combine(
              values_under(Pool::window_over(over), over, Case::input, {b, row, column, channel}), numbers));
  return y;
}

template <class Case>
std::vector<std::int32_t> expected_of() {
  return {Case::expected.begin(), Case::expected.end()};
}

}  // namespace tenon_test
