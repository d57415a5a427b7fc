// SPDX-License-Identifier: Apache-2.0
// Two-input functions on an OpenCL device against the reference: shapes that broadcast in every way, bounds, gaps.
#include <tenon/backend/adreno/pairwise.hpp>
#include <tenon/backend/reference/pairwise.hpp>

#include "backend/adreno/held_to_reference.hpp"

#include <array>
#include <cmath>

using namespace tenon;
using namespace tenon_test;

namespace {

template <class Operator, int Gap, element Type, tensor_type First, tensor_type Second>
struct pair_cases {
  using type = integer_cases<Operator, Gap, First, Second>;
};
template <class Operator, int Gap, tensor_type First, tensor_type Second>
struct pair_cases<Operator, Gap, f32, First, Second> {
  using type = real_cases<Operator, Gap, First, Second>;
};

template <class Operator, element Type>
using broadcasts = together<
    typename pair_cases<Operator, 0, Type, tensor<Type, 3, 43>::value, tensor<Type, 3, 43>::value>::type,
    typename pair_cases<Operator, 3, Type, tensor<Type, 2, 3, 12>::value, tensor<Type, 12>::value>::type,
    typename pair_cases<Operator, 0, Type, tensor<Type, 5, 1>::value, tensor<Type, 1, 14>::value>::type,
    typename pair_cases<Operator, 0, Type, tensor<Type, 1, 2, 1, 3, 1, 2>::value,
                        tensor<Type, 3, 2, 2, 1, 2, 1>::value>::type,
    typename pair_cases<Operator, 0, Type, tensor_type{Type, {}}, tensor<Type, 7>::value>::type>;

}  // namespace

TEST_CASE("add has the reference's int8 bits and is near its real numbers") {
  CHECK(differences_on_device(together<broadcasts<op::add_<>, i8>, broadcasts<op::add_<>, f32>>{},
                              terms::summed) == 0);
}

TEST_CASE("sub has the reference's int8 bits") {
  CHECK(differences_on_device(broadcasts<op::sub_<clamp{-0.5f, 3.0f}>, i8>{}) == 0);
}

TEST_CASE("mul has the reference's int8 bits and is near its real numbers") {
  CHECK(differences_on_device(
            together<broadcasts<op::mul_<>, i8>, broadcasts<op::mul_<clamp{0.0f, 6.0f}>, f32>>{}) == 0);
}

TEST_CASE("maximum, minimum and prelu have the reference's int8 bits and are near its real numbers, as div is") {
  constexpr tensor_type matrix = tensor<i8, 3, 12>::value;
  constexpr tensor_type row = tensor<i8, 12>::value;
  constexpr tensor_type reals = tensor<f32, 3, 6>::value;
  constexpr tensor_type column = tensor<f32, 3, 1>::value;
  using integers = together<integer_cases<op::maximum_<>, 0, matrix, row>,
                            integer_cases<op::minimum_<>, 0, matrix, row>,
                            integer_cases<op::prelu_<clamp{-0.5f, 3.0f}>, 0, matrix, row>>;
  CHECK(differences_on_device(integers{}) == 0);
  using numbers = together<real_cases<op::minimum_<>, 0, reals, reals>, real_cases<op::prelu_<>, 0, reals, column>,
                           real_cases<op::div_<>, 0, reals, column>>;
  CHECK(differences_on_device(numbers{}) == 0);
}

TEST_CASE("a quotient of zeros is no number, whatever bounds it has, and bounds hold for infinity") {
  constexpr tensor_type four = tensor<f32, 4>::value;
  using divided = device_case<plain_adreno, op::div_<clamp{-1.0f, 1.0f}>, rounding::tflite, 0, four, four>;
  const calls_program program = program_of<divided::on_device>();
  const std::array<float, 4> first{0.0f, 3.0f, -3.0f, 1.0f};
  const std::array<float, 4> second{0.0f, 0.0f, 0.0f, 2.0f};
  const auto y = run_on_device<divided::on_device>({program.text, program.names}, divided::parameters{-1.0f, 1.0f},
                                                   first, second);
  CHECK(std::isnan(y[0]));
  CHECK((y[1] == 1.0f && y[2] == -1.0f && y[3] == 0.5f));
}
