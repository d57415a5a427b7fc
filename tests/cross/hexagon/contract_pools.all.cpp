// SPDX-License-Identifier: Apache-2.0
// The contract of pools, reductions, argmax and softmax on Hexagon itself.
#include "cross/hexagon/contract.hpp"

#include <tenon/backend/hexagon/argmax.hpp>
#include <tenon/backend/hexagon/average_pool.hpp>
#include <tenon/backend/hexagon/global_max_pool.hpp>
#include <tenon/backend/hexagon/max_pool.hpp>
#include <tenon/backend/hexagon/mean.hpp>
#include <tenon/backend/hexagon/softmax.hpp>
#include <tenon/backend/reference/argmax.hpp>
#include <tenon/backend/reference/average_pool.hpp>
#include <tenon/backend/reference/global_max_pool.hpp>
#include <tenon/backend/reference/max_pool.hpp>
#include <tenon/backend/reference/mean.hpp>
#include <tenon/backend/reference/softmax.hpp>

using namespace hexagon_contract;
using namespace tenon;

namespace {

constexpr int cases = 10'000;

/// One line of a pool: windows inside the image and beyond it, few channels and more than a vector of them.
template <template <auto...> class Pool>
int hold_pool(std::string_view name) {
  operator_line line(name, cases, 3);
  on<Pool<window{2, 2}, stride{2, 2}>, 6, 7, 5>(line);
  on<Pool<window{3, 3}, same_padding>, 4, 5, 33>(line);
  on<Pool<window{1, 3}, stride{1, 2}, same_padding>, 2, 3, 5, 130>(line);
  return line.end();
}

/// One line of an operator on two images.
template <class Operator>
int hold_images(std::string_view name) {
  operator_line line(name, cases, 2);
  on<Operator, 4, 5, 33>(line);
  on<Operator, 2, 3, 2, 130>(line);
  return line.end();
}

}  // namespace

int main() {
  const int differ = hold_pool<op::max_pool_>("max_pool") + hold_pool<op::average_pool_>("average_pool") +
                     hold_images<op::global_average_pool_<>>("global_average_pool") +
                     hold_images<op::global_max_pool_<>>("global_max_pool") + hold_images<op::mean_<axes{0}>>("mean") +
                     hold_images<op::argmax_<>>("argmax") + hold_images<op::softmax_<>>("softmax");
  return differ == 0 ? 0 : 1;
}
