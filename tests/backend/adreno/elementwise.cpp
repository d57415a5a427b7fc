// SPDX-License-Identifier: Apache-2.0
// One-input functions on an OpenCL device against the reference.
#include <tenon/backend/adreno/elementwise.hpp>
#include <tenon/backend/reference/elementwise.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

template <class Operator>
using even = all_cases<Operator, shape_of(2, 8, 4)>;
template <class Operator>
using odd = all_cases<Operator, shape_of(3, 7)>;

}  // namespace

TEST_CASE("one-input functions have the reference's int8 bits and are near its real numbers") {
  using functions = together<odd<op::relu_<>>, even<op::relu6_<>>, odd<op::clip_<clamp{-1.25f, 0.1f}>>,
                             even<op::leaky_relu_<slope{0.3f}>>, odd<op::sigmoid_<>>, even<op::tanh_<>>,
                             odd<op::hard_sigmoid_<>>, even<op::hard_swish_<>>>;
  CHECK(differences_on_device(functions{}, terms::single, 3) == 0);
}

TEST_CASE("functions of one formula have the reference's int8 bits and are near its real numbers") {
  using functions = together<odd<op::abs_<>>, even<op::elu_<alpha{0.5f}>>, odd<op::square_<>>, even<op::softplus_<>>>;
  CHECK(differences_on_device(functions{}, terms::single, 3) == 0);
  using roots = together<real_cases<op::exp_<>, 0, tensor<f32, 9>::value>,
                         integer_cases<op::log_<>, 0, tensor<i8, 9>::value>,
                         integer_cases<op::rsqrt_<>, 0, tensor<i8, 8>::value>>;
  CHECK(differences_on_device(roots{}, terms::single, 3) == 0);
}

TEST_CASE("requantize has the reference's int8 and uint8 bits") {
  constexpr encoded code{{0.1f, 4}};
  using requantized = together<integer_cases<op::requantize_<code>, 0, tensor<i8, 40>::value>,
                               integer_cases<op::requantize_<code, u8>, 0, tensor<i8, 40>::value>,
                               integer_cases<op::requantize_<code, i8>, 0, tensor<u8, 9>::value>,
                               integer_cases<op::requantize_<code>, 0, tensor<u8, 24>::value>>;
  CHECK(differences_on_device(requantized{}, terms::single, 12) == 0);
}
