// SPDX-License-Identifier: Apache-2.0
// concat on an OpenCL device against the reference: parts in encodings of their own, along every axis.
#include <tenon/backend/adreno/concat.hpp>
#include <tenon/backend/reference/concat.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

template <element Type>
constexpr tensor_type wide = tensor<Type, 3, 4, 5>::value;
template <element Type>
constexpr tensor_type narrow = tensor<Type, 3, 1, 5>::value;

}  // namespace

TEST_CASE("concat has the reference's int8 bits and its real numbers") {
  using middle = op::concat_<axis{1}, encoded{{0.05f, 3}}>;
  using outer = op::concat_<axis{0}>;
  using inner = op::concat_<>;
  using cases =
      together<integer_cases<middle, 0, wide<i8>, narrow<i8>, wide<i8>>,
               real_cases<middle, 0, wide<f32>, narrow<f32>>, integer_cases<outer, 0, wide<i8>, wide<i8>>,
               real_cases<inner, 0, wide<f32>, wide<f32>>, integer_cases<inner, 0, narrow<i8>, narrow<i8>>>;
  CHECK(differences_on_device(cases{}) == 0);
}

TEST_CASE("each input is a launch of its own") {
  using call = device_case<plain_adreno, op::concat_<>, rounding::tflite, 0, wide<i8>, wide<i8>>;
  static_assert(call::on_device::parts::size == 2);
}
