// SPDX-License-Identifier: Apache-2.0
// The contract of operators on elements, of two inputs, and of those that move elements, on Hexagon itself.
#include "cross/hexagon/contract.hpp"

#include <tenon/backend/hexagon/concat.hpp>
#include <tenon/backend/hexagon/dequantize.hpp>
#include <tenon/backend/hexagon/elementwise.hpp>
#include <tenon/backend/hexagon/movement.hpp>
#include <tenon/backend/hexagon/pad.hpp>
#include <tenon/backend/hexagon/pairwise.hpp>
#include <tenon/backend/hexagon/quantize.hpp>
#include <tenon/backend/hexagon/resize.hpp>
#include <tenon/backend/reference/concat.hpp>
#include <tenon/backend/reference/dequantize.hpp>
#include <tenon/backend/reference/elementwise.hpp>
#include <tenon/backend/reference/movement.hpp>
#include <tenon/backend/reference/pad.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/backend/reference/quantize.hpp>
#include <tenon/backend/reference/resize.hpp>
#include <tenon/op/add.hpp>
#include <tenon/op/hard_swish.hpp>
#include <tenon/op/mul.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/requantize.hpp>
#include <tenon/op/sigmoid.hpp>
#include <tenon/op/slice.hpp>
#include <tenon/op/sub.hpp>
#include <tenon/op/tanh.hpp>
#include <tenon/op/transpose.hpp>

using namespace hexagon_contract;
using namespace tenon;

namespace {

constexpr int cases = 10'000;

/// One line of an operator on one shape.
template <class Operator, int... Extents>
int hold_one(std::string_view name, int values = 1) {
  operator_line line(name, cases, 1, values);
  on<Operator, Extents...>(line);
  return line.end();
}

/// One line of an operator on two inputs: of one shape, and of shapes that broadcast.
template <class Operator>
int hold_pair(std::string_view name) {
  operator_line line(name, cases, 3, 100);
  line.on<Operator, tensor<i8, 3, 43>::value, tensor<i8, 3, 43>::value>();
  line.on<Operator, tensor<i8, 2, 3, 13>::value, tensor<i8, 13>::value>();
  line.on<Operator, tensor<i8, 5, 1>::value, tensor<i8, 1, 7>::value>();
  return line.end();
}

int hold_conversions() {
  operator_line quantize("quantize", cases, 1);
  quantize.on<op::quantize_<>, tensor<f32, 3, 67>::value>();
  operator_line concat("concat", cases, 2);
  concat.on<op::concat_<axis{0}>, tensor<i8, 5, 3>::value, tensor<i8, 1, 3>::value, tensor<i8, 2, 3>::value>();
  concat.on<op::concat_<axis{-1}>, tensor<i8, 2, 33>::value, tensor<i8, 2, 64>::value>();
  return quantize.end() + concat.end() + hold_one<op::dequantize_<>, 3, 67>("dequantize") +
         hold_one<op::requantize_<>, 3, 67>("requantize");
}

int hold_tables() {
  return hold_one<op::relu_<>, 133>("relu", 10) + hold_one<op::tanh_<>, 133>("tanh", 10) +
         hold_one<op::sigmoid_<>, 5>("sigmoid", 10) + hold_one<op::hard_swish_<>, 129>("hard_swish", 10);
}

int hold_movers() {
  return hold_one<op::pad_<before{1, 0}, after{2, 3}>, 5, 7>("pad") + hold_one<op::transpose_<>, 3, 4, 5>("transpose") +
         hold_one<op::slice_<begin{1, 0, 0}, tenon::end{2, 4, 33}>, 3, 4, 33>("slice") +
         hold_one<op::resize_<image_size{9, 4}, nearest>, 3, 4, 5>("resize nearest") +
         hold_one<op::resize_<image_size{5, 7}, bilinear>, 3, 4, 5>("resize bilinear");
}

}  // namespace

int main() {
  const int differ = hold_pair<op::add_<>>("add") + hold_pair<op::sub_<>>("sub") + hold_pair<op::mul_<>>("mul") +
                     hold_conversions() + hold_tables() + hold_movers();
  return differ == 0 ? 0 : 1;
}
