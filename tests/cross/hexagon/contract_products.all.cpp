// SPDX-License-Identifier: Apache-2.0
// The contract of conv2d, depthwise_conv2d and dense on Hexagon itself.
#include "cross/hexagon/contract.hpp"

#include <tenon/backend/hexagon/conv2d.hpp>
#include <tenon/backend/hexagon/dense.hpp>
#include <tenon/backend/hexagon/depthwise_conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>
#include <tenon/backend/reference/dense.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

using namespace hexagon_contract;
using namespace tenon;

int main() {
  constexpr int cases = 10'000;
  operator_line conv2d("conv2d", cases, 6);
  on<op::conv2d_<filters{5}, window{3, 2}, same_padding>, 4, 7, 3>(conv2d);
  on<op::conv2d_<filters{33}, window{3, 3}, stride{2, 1}, padding{1, 0, 2, 1}>, 5, 5, 8>(conv2d);
  on<op::conv2d_<filters{6}, groups{2}, window{2, 2}, dilation{2, 1}>, 4, 5, 4>(conv2d);
  on<op::conv2d_<filters{130}>, 3, 3, 17>(conv2d);
  on<op::conv2d_<filters{16}, window{5, 5}, same_padding>, 2, 3, 4, 1>(conv2d);
  on<op::conv2d_<filters{64}, window{1, 3}>, 1, 9, 16>(conv2d);
  operator_line depthwise("depthwise_conv2d", cases, 4);
  on<op::depthwise_conv2d_<window{3, 3}, same_padding>, 5, 6, 7>(depthwise);
  on<op::depthwise_conv2d_<window{3, 3}, stride{2, 2}, same_padding>, 6, 7, 33>(depthwise);
  on<op::depthwise_conv2d_<window{2, 4}, multiplier{2}>, 4, 6, 5>(depthwise);
  on<op::depthwise_conv2d_<window{3, 3}, same_padding>, 3, 3, 130>(depthwise);
  operator_line dense("dense", cases, 3);
  on<op::dense_<units{5}>, 3, 40>(dense);
  on<op::dense_<units{130}>, 7>(dense);
  on<op::dense_<units{33}>, 2, 2, 17>(dense);
  return conv2d.end() + depthwise.end() + dense.end() == 0 ? 0 : 1;
}
