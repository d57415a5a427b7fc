// SPDX-License-Identifier: Apache-2.0
// One-input functions of one formula each: kryo against the reference, and both against the C library.
#include <tenon/op/abs.hpp>
#include <tenon/op/ceil.hpp>
#include <tenon/op/celu.hpp>
#include <tenon/op/elu.hpp>
#include <tenon/op/erf.hpp>
#include <tenon/op/exp.hpp>
#include <tenon/op/floor.hpp>
#include <tenon/op/gelu.hpp>
#include <tenon/op/log.hpp>
#include <tenon/op/mish.hpp>
#include <tenon/op/neg.hpp>
#include <tenon/op/round.hpp>
#include <tenon/op/rsqrt.hpp>
#include <tenon/op/selu.hpp>
#include <tenon/op/sign.hpp>
#include <tenon/op/softplus.hpp>
#include <tenon/op/sqrt.hpp>
#include <tenon/op/square.hpp>
#include <tenon/op/thresholded_relu.hpp>

#include <tenon/backend/kryo/elementwise.hpp>
#include <tenon/backend/reference/elementwise.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

#include <type_traits>
#include <utility>

using namespace tenon;
using namespace tenon_test;

namespace {

/// Drawn shapes, and by hand less than a vector, vectors with a rest and a single element.
template <element Type, class Check>
void for_each_shape(const Check& check) {
  [&]<unsigned... Seed>(std::integer_sequence<unsigned, Seed...>) {
    (check.template operator()<tensor_type{Type, draw_shape(Seed + 20)}>(), ...);
  }(std::make_integer_sequence<unsigned, 7>{});
  check.template operator()<tensor<Type, 5>::value>();
  check.template operator()<tensor<Type, 3, 67>::value>();
  check.template operator()<tensor<Type, 1>::value>();
}

/// Integers in one rounding or the other, by the number of axes.
template <class Operator>
int integer_differences() {
  int count = 0;
  unsigned seed = 1;
  for_each_shape<i8>([&]<tensor_type Input>() {
    using policy = std::conditional_t<Input.extents.rank % 2 == 0, rounding::tflite, rounding::float32>;
    count += differences_over_draws<Operator, Input, policy, agreement::exact>(seed++);
  });
  return count;
}

template <class Operator>
int real_differences() {
  int count = 0;
  unsigned seed = 31;
  for_each_shape<f32>([&]<tensor_type Input>() {
    count += differences_over_draws<Operator, Input, rounding::tflite, agreement::near>(seed++);
  });
  return count;
}

/// Numbers for which the reference is further from the C library than a few units in the last place.
template <class Operator>
int far_from(double (*formula)(double)) {
  int far = 0;
  for (float x = -90.0f; x < 90.0f; x += 0.0371f) {
    const double exact = formula(double{x});
    const double got = double{Operator::real(x)};
    if (std::isnan(exact))
      far += !std::isnan(got);
    else
      far += !(std::fabs(got - exact) <= 2.5e-7 * std::fabs(exact) + 1e-37 || static_cast<float>(exact) == got);
  }
  return far;
}

template <class Operator>
void check_reals(double (*formula)(double)) {
  INFO(std::string(Operator::word));
  CHECK(real_differences<Operator>() == 0);
  CHECK(far_from<Operator>(formula) == 0);
}

/// A product of x and a sum of two numbers near 1, of which little may be left: within 1e-5 of the magnitude of the
/// sum.
template <class Operator>
void check_gate(double (*formula)(double)) {
  std::mt19937 random(5);
  int far = 0;
  for (int draw = 0; draw < 50; ++draw) {
    const auto x = draw_values<float, 67>(random);
    const auto got = run_one<kryo, Operator, tensor<f32, 67>::value>(x);
    const auto wanted = run_one<reference, Operator, tensor<f32, 67>::value>(x);
    for (std::size_t i = 0; i < x.size(); ++i)
      far += !(std::fabs(got[i] - wanted[i]) <= 1e-5f * std::fabs(x[i]) + 1e-37f);
  }
  CHECK(far == 0);
  CHECK(far_from<Operator>(formula) == 0);
}

template <class Operator>
void check(double (*formula)(double)) {
  INFO(std::string(Operator::word));
  CHECK(integer_differences<Operator>() == 0);
  check_reals<Operator>(formula);
}

}  // namespace

TEST_CASE("functions are equal on kryo and the reference, and near the C library's") {
  check<op::abs_<>>([](double x) { return std::fabs(x); });
  check<op::elu_<>>([](double x) { return x < 0 ? std::expm1(x) : x; });
  check<op::elu_<alpha{0.3f}>>([](double x) { return x < 0 ? double{0.3f} * std::expm1(x) : x; });
  check<op::exp_<>>([](double x) { return std::exp(x); });
  check<op::log_<>>([](double x) { return std::log(x); });
  check<op::neg_<>>([](double x) { return -x; });
  check<op::rsqrt_<>>([](double x) { return 1.0 / std::sqrt(x); });
  check<op::softplus_<>>([](double x) { return std::log1p(std::exp(x)); });
  check<op::sqrt_<>>([](double x) { return std::sqrt(x); });
  check<op::square_<>>([](double x) { return x * x; });
}

TEST_CASE("real results of further functions are near on kryo and the reference, and near the C library's") {
  check_reals<op::celu_<alpha{0.7f}>>([](double x) { return x < 0 ? double{0.7f} * std::expm1(x / double{0.7f}) : x; });
  check_reals<op::ceil_<>>([](double x) { return std::ceil(x); });
  check_reals<op::erf_<>>([](double x) { return std::erf(x); });
  check_reals<op::floor_<>>([](double x) { return std::floor(x); });
  check_gate<op::gelu_<>>([](double x) { return 0.5 * x * std::erfc(-x * std::sqrt(0.5)); });
  check_gate<op::gelu_<approximate{true}>>([](double x) {
    const double bent = std::sqrt(2.0 / std::acos(-1.0)) * (x + 0.044715 * x * x * x);
    return x / (1.0 + std::exp(-2.0 * bent));
  });
  check_reals<op::mish_<>>([](double x) { return x * std::tanh(std::log1p(std::exp(x))); });
  check_reals<op::round_<>>([](double x) { return std::nearbyint(x); });
  check_reals<op::selu_<>>(
      [](double x) { return double{1.05070102f} * (x < 0 ? double{1.67326319f} * std::expm1(x) : x); });
  check_reals<op::sign_<>>([](double x) { return double(x > 0) - double(x < 0); });
  check_reals<op::thresholded_relu_<>>([](double x) { return x > 1 ? x : 0; });
}
