// SPDX-License-Identifier: Apache-2.0
// Operators without weights on int16: kryo against the reference, over shapes, encodings and values.
#include <tenon/op/abs.hpp>
#include <tenon/op/add.hpp>
#include <tenon/op/average_pool.hpp>
#include <tenon/op/concat.hpp>
#include <tenon/op/dequantize.hpp>
#include <tenon/op/exp.hpp>
#include <tenon/op/leaky_relu.hpp>
#include <tenon/op/max_pool.hpp>
#include <tenon/op/maximum.hpp>
#include <tenon/op/mean.hpp>
#include <tenon/op/mul.hpp>
#include <tenon/op/prelu.hpp>
#include <tenon/op/quantize.hpp>
#include <tenon/op/reduce_max.hpp>
#include <tenon/op/relu6.hpp>
#include <tenon/op/requantize.hpp>
#include <tenon/op/resize.hpp>
#include <tenon/op/sigmoid.hpp>
#include <tenon/op/softmax.hpp>
#include <tenon/op/sub.hpp>
#include <tenon/op/tanh.hpp>

#include <tenon/backend/kryo/average_pool.hpp>
#include <tenon/backend/kryo/concat.hpp>
#include <tenon/backend/kryo/dequantize.hpp>
#include <tenon/backend/kryo/elementwise.hpp>
#include <tenon/backend/kryo/folding.hpp>
#include <tenon/backend/kryo/max_pool.hpp>
#include <tenon/backend/kryo/mean.hpp>
#include <tenon/backend/kryo/pairwise.hpp>
#include <tenon/backend/kryo/quantize.hpp>
#include <tenon/backend/kryo/resize.hpp>
#include <tenon/backend/kryo/softmax.hpp>
#include <tenon/backend/reference/average_pool.hpp>
#include <tenon/backend/reference/concat.hpp>
#include <tenon/backend/reference/dequantize.hpp>
#include <tenon/backend/reference/elementwise.hpp>
#include <tenon/backend/reference/folding.hpp>
#include <tenon/backend/reference/max_pool.hpp>
#include <tenon/backend/reference/mean.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/backend/reference/quantize.hpp>
#include <tenon/backend/reference/resize.hpp>
#include <tenon/backend/reference/softmax.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

constexpr encoded result{{0.0043f, 0}};
constexpr tensor_type row{i16, shape_of(3, 37)};
constexpr tensor_type picture{i16, shape_of(2, 5, 6, 19)};

template <class Operator, tensor_type... Inputs>
int differences(unsigned seed) {
  return differences_of_call<Operator, rounding::tflite, agreement::exact, Inputs...>(seed, 20);
}

}  // namespace

TEST_CASE("functions of int16 are equal on kryo and the reference") {
  CHECK(differences<op::relu6_<result>, row>(1) == 0);
  CHECK(differences<op::leaky_relu_<slope{-0.2f}, result>, row>(2) == 0);
  CHECK(differences<op::abs_<result>, row>(3) == 0);
  CHECK(differences<op::sigmoid_<>, row>(4) == 0);
  CHECK(differences<op::tanh_<>, row>(5) == 0);
  CHECK(differences<op::exp_<result>, row>(6) == 0);
  CHECK(differences<op::requantize_<i8, encoded{{0.4f, -9}}>, row>(7) == 0);
  CHECK(differences<op::requantize_<i16, result>, tensor_type{i8, shape_of(70)}>(8) == 0);
  CHECK(differences<op::softmax_<>, row>(9) == 0);
}

TEST_CASE("sums and products of int16 are equal on kryo and the reference") {
  constexpr tensor_type column{i16, shape_of(3, 1)};
  CHECK(differences<op::add_<clamp{-0.5f, 3.0f}, result>, row, column>(10) == 0);
  CHECK(differences<op::sub_<result>, column, row>(11) == 0);
  CHECK(differences<op::mul_<result>, row, row>(12) == 0);
  CHECK(differences<op::maximum_<result>, row, column>(13) == 0);
  CHECK(differences<op::prelu_<result>, row, column>(14) == 0);
  CHECK(differences<op::concat_<axis{0}, result>, row, row>(15) == 0);
}

TEST_CASE("pools, folds, sizes and conversions of int16 are equal on kryo and the reference") {
  CHECK(differences<op::max_pool_<window{2, 3}, stride{2, 2}, same_padding>, picture>(16) == 0);
  CHECK(differences<op::average_pool_<window{3, 2}, same_padding, clamp{0.0f, 1.0f}>, picture>(17) == 0);
  CHECK(differences<op::mean_<axes{1, 2}, result>, picture>(18) == 0);
  CHECK(differences<op::reduce_max_<axes{3}>, picture>(19) == 0);
  CHECK(differences<op::resize_<image_size{7, 4}, bilinear>, picture>(20) == 0);
  CHECK(differences<op::quantize_<i16, result>, tensor_type{f32, shape_of(67)}>(21) == 0);
  CHECK(differences<op::dequantize_<>, row>(22) == 0);
}
