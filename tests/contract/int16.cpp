// SPDX-License-Identifier: Apache-2.0
// Operators with weights on int16: kryo against the reference, over shapes, weights, encodings, biases and values.
#include <tenon/backend/kryo/conv2d.hpp>
#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/kryo/depthwise_conv2d.hpp>
#include <tenon/backend/kryo/transposed_conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>
#include <tenon/backend/reference/dense.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>
#include <tenon/backend/reference/transposed_conv2d.hpp>

#include "contract/contract.hpp"

#include <tenon/op/attribute.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

template <class Operator, shape Extents, int Gap = 0>
void check_int16(unsigned seed) {
  using tenon_test::detail::check_backends;
  constexpr tensor_type x{i16, Extents};
  check_backends<Operator, contract_call<Operator, rounding::tflite, x, Gap>>(seed, backends_under_contract{});
}

}  // namespace

TEST_CASE("convolutions of int16 sum up in int64") {
  check_int16<op::conv2d_<filters{5}, window{3, 3}, same_padding>, shape_of(5, 6, 3)>(1);
  check_int16<op::conv2d_<filters{4}, window{2, 3}, stride{2, 1}, dilation{1, 2}, groups{2}>, shape_of(2, 6, 9, 8), 3>(
      2);
  check_int16<op::conv2d_<filters{3}, window{1, 1}>, shape_of(3, 2, 32)>(3);
  check_int16<op::conv2d_<filters{2}, window{3, 3}, padding{1, 0, 2, 1}>, shape_of(4, 4, 57)>(4);
}

TEST_CASE("convolutions of int16 sum up in int32 where they are told to") {
  check_int16<op::conv2d_<filters{5}, window{3, 3}, same_padding, accumulator::int32>, shape_of(5, 6, 3)>(5);
}

TEST_CASE("depthwise convolutions of int16 sum up in int64") {
  check_int16<op::depthwise_conv2d_<window{3, 3}, same_padding>, shape_of(2, 4, 5, 17), 2>(6);
  check_int16<op::depthwise_conv2d_<window{2, 1}, stride{2, 2}, multiplier{3}>, shape_of(6, 5, 2)>(7);
  check_int16<op::depthwise_conv2d_<window{12, 11}>, shape_of(12, 13, 2)>(8);
}

TEST_CASE("dense layers and transposed convolutions of int16 sum up in int64") {
  check_int16<op::dense_<units{7}>, shape_of(3, 64), 1>(9);
  check_int16<op::dense_<units{3}>, shape_of(1027)>(10);
  check_int16<op::transposed_conv2d_<filters{3}, window{3, 2}, stride{2, 2}, padding{0, 1, 0, 0}>, shape_of(3, 4, 5)>(
      11);
}
