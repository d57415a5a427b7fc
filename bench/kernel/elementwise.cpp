// SPDX-License-Identifier: Apache-2.0
// Sums, softmax and pools on the reference and on kryo.
#include <string>

#include "kernel/measure.hpp"

namespace bench {
namespace {

template <element Type>
void add_numbers(const std::string& numbers) {
  constexpr tensor_type image = tensor<Type, 56, 56, 64>::value;
  add_backends<op::add_<>, image, image>("add_56x56x64" + numbers);
  add_backends<op::softmax_<>, tensor<Type, 1000>::value>("softmax_1000" + numbers);
  add_backends<op::max_pool_<window{2, 2}, stride{2, 2}>, image>("max_pool_2x2_56x56x64" + numbers);
  add_backends<op::average_pool_<window{3, 3}, stride{1, 1}, same_padding>, image>("average_pool_3x3_56x56x64" + numbers);
  add_backends<op::global_average_pool_<>, tensor<Type, 7, 7, 512>::value>("global_average_pool_7x7x512" + numbers);
}

const bool registered = [] {
  add_numbers<i8>("/int8");
  add_numbers<f32>("/float");
  return true;
}();

}  // namespace
}  // namespace bench
