// SPDX-License-Identifier: Apache-2.0
// The contract of all one-input functions of int8 on Hexagon itself.
#include "cross/hexagon/contract.hpp"

#include "contract/all_functions.hpp"

#include <tenon/backend/hexagon/elementwise.hpp>
#include <tenon/backend/reference/elementwise.hpp>

using namespace hexagon_contract;
using namespace tenon;

int main() {
  constexpr int cases = 10'000;
  int differ = 0;
  // The table of each draw, which a simulator takes long to compute, serves 100 cases.
  tenon_test::all_functions::for_each([&]<class Function>() {
    operator_line line(Function::word, cases, 1, 100);
    on<Function, 133>(line);
    differ += line.end();
  });
  return differ == 0 ? 0 : 1;
}
