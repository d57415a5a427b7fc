// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d out of golden cases, whose results have explicit sizes.
#pragma once

#include "golden_linear.hpp"

#include <tenon/op/transposed_conv2d.hpp>

#include <tuple>

namespace tenon_test {

namespace detail {

/// What the result lacks of `whole` rows or columns: as a forward convolution from its size would pad.
constexpr int taken_before(int whole, int size, bool same) { return same && whole > size ? (whole - size) / 2 : 0; }

template <class Case>
constexpr tenon::padding padding_of() {
  const int rows = (Case::input_shape[1] - 1) * Case::stride_rows + Case::window_rows;
  const int columns = (Case::input_shape[2] - 1) * Case::stride_columns + Case::window_columns;
  const int top = taken_before(rows, Case::output_shape[1], Case::same);
  const int left = taken_before(columns, Case::output_shape[2], Case::same);
  return {top, rows - Case::output_shape[1] - top, left, columns - Case::output_shape[2] - left};
}

}  // namespace detail

template <class Case>
using transposed_of =
    tenon::op::transposed_conv2d_<tenon::filters{Case::kernel_shape[0]},
                                  tenon::window{Case::window_rows, Case::window_columns},
                                  tenon::stride{Case::stride_rows, Case::stride_columns}, detail::padding_of<Case>()>;

/// True if a backend gives LiteRT's answers to all cases.
template <class Backend, class Cases>
constexpr bool spreads_as_golden() {
  return []<class... Each>(std::tuple<Each...>*) {
    return ((answer_of_linear<Backend, transposed_of<Each>, tenon::rounding::tflite, Each>() == Each::expected) && ...);
  }(static_cast<Cases*>(nullptr));
}

}  // namespace tenon_test
