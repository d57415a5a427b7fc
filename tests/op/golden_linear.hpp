// SPDX-License-Identifier: Apache-2.0
// Holds conv2d, depthwise_conv2d and dense on a backend to golden vectors, whose weights are integers already.
#pragma once

#include "golden_pairs.hpp"

#include <tenon/op/conv2d.hpp>
#include <tenon/op/dense.hpp>
#include <tenon/op/depthwise_conv2d.hpp>
#include <tenon/op/quantized.hpp>

#include <array>
#include <cstddef>

namespace tenon_test {

template <class Case>
using conv2d_of =
    tenon::op::conv2d_<tenon::filters{Case::kernel_shape[0]}, tenon::window{Case::window_rows, Case::window_columns},
                       tenon::stride{Case::stride_rows, Case::stride_columns},
                       tenon::dilation{Case::dilation_rows, Case::dilation_columns}, tenon::groups{Case::groups},
                       Case::same ? tenon::same_padding : tenon::valid_padding>;
template <class Case>
using depthwise_of = tenon::op::depthwise_conv2d_<tenon::multiplier{Case::multiplier},
                                                  tenon::window{Case::window_rows, Case::window_columns},
                                                  tenon::stride{Case::stride_rows, Case::stride_columns},
                                                  tenon::dilation{Case::dilation_rows, Case::dilation_columns},
                                                  Case::same ? tenon::same_padding : tenon::valid_padding>;
template <class Case>
using dense_of = tenon::op::dense_<tenon::units{Case::kernel_shape[0]}>;

/// Portable parameters out of the integers of a golden case.
template <class Call, class Case>
constexpr auto linear_numbers() {
  using numbers = typename Call::op::template parameters<Call>;
  static_assert(Case::kernel.size() == std::size_t{numbers::outputs} * std::size_t{numbers::taps});
  static_assert(Case::bias.size() == std::size_t{numbers::outputs});
  numbers made{};
  for (std::size_t i = 0; i < Case::kernel.size(); ++i) made.kernel[i] = Case::kernel[i];
  for (std::size_t o = 0; o < Case::bias.size(); ++o) {
    made.bias[o] = Case::bias[o];
    made.factors[o] = numbers::rule::make(Case::input_encoding.scale, Case::kernel_scales[o], Case::output_encoding.scale);
  }
  made.input_zero_point = Case::input_encoding.zero_point;
  made.output_zero_point = Case::output_encoding.zero_point;
  if constexpr (requires { Case::kernel_zero_point; }) made.kernel_zero_point = Case::kernel_zero_point;
  const auto range = tenon::op::bounded_range(bounds_of(Case::activation), {Call::y, Case::output_encoding});
  made.low = range.low;
  made.high = range.high;
  return made;
}

/// What the backend answers for a golden case of a linear operator.
template <class Backend, class Operator, class Rounding, class Case>
constexpr auto answer_of_linear() {
  using called = one_call<Backend, Operator, Rounding, tenon::tensor_type{tenon::i8, shape_from(Case::input_shape)}>;
  using kernel = typename called::kernel;
  static_assert(called::result.extents == shape_from(Case::output_shape));
  const auto packed = kernel::pack(linear_numbers<typename called::call, Case>());
  typename called::array y{};
  if constexpr (kernel::scratch > 0) {
    alignas(64) std::array<std::byte, kernel::scratch> borrowed{};
    kernel::run(packed, borrowed.data(), y.data(), Case::input.data());
  } else {
    kernel::run(packed, nullptr, y.data(), Case::input.data());
  }
  return y;
}

}  // namespace tenon_test
