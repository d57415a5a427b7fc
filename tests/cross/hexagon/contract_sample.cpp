// SPDX-License-Identifier: Apache-2.0
// The contract of some operators on Hexagon itself, over few draws; contract_*.all.cpp hold more, and more of them.
#include "cross/hexagon/contract.hpp"

#include <tenon/backend/hexagon/dense.hpp>
#include <tenon/backend/hexagon/elementwise.hpp>
#include <tenon/backend/hexagon/max_pool.hpp>
#include <tenon/backend/reference/dense.hpp>
#include <tenon/backend/reference/elementwise.hpp>
#include <tenon/backend/reference/max_pool.hpp>
#include <tenon/op/tanh.hpp>

using namespace hexagon_contract;
using namespace tenon;

int main() {
  constexpr int cases = 100;
  operator_line dense("dense", cases, 2);
  on<op::dense_<units{5}>, 3, 40>(dense);
  on<op::dense_<units{130}>, 7>(dense);
  operator_line tanh("tanh", cases, 1, 20);
  on<op::tanh_<>, 3, 67>(tanh);
  operator_line max_pool("max_pool", cases, 1);
  on<op::max_pool_<window{2, 3}, stride{2, 1}, same_padding>, 5, 6, 9>(max_pool);
  return dense.end() + tanh.end() + max_pool.end() == 0 ? 0 : 1;
}
