// SPDX-License-Identifier: Apache-2.0
// Trained weights become integers: scales, both orders, folded batch normalizations, against a second
// computation.
#include <tenon/op/linear.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace tenon;

namespace {

template <auto... Attributes>
struct some_ {};

constexpr int channels = 3;
constexpr int taps = 5;
using integers = op::linear_parameters<i8, q31_rule, channels, taps>;
using reals = op::linear_parameters<f32, q31_rule, channels, taps>;
static_assert(integers{}.kernel.size() == 16 && reals{}.kernel.size() == 15);
static_assert(sizeof(integers) == 16 + 4 * channels + 8 * channels + 5 * 4);

struct trained {
  std::array<float, channels * taps> kernel{};
  std::array<float, channels> bias{}, gamma{}, beta{}, mean{}, variance{};
  bool folded = false;

  explicit trained(unsigned seed, bool with_affine) : folded(with_affine) {
    std::mt19937 random(seed);
    std::normal_distribution<float> number(0.0f, 0.7f);
    for (auto* array : {&bias, &gamma, &beta, &mean, &variance})
      for (float& value : *array) value = number(random);
    for (float& value : variance) value = std::fabs(value) + 0.1f;
    for (float& value : kernel) value = number(random);
  }

  parameter_source source() const {
    parameter_source made;
    made.add("kernel", kernel);
    made.add("bias", bias);
    if (!folded) return made;
    made.add("affine.gamma", gamma);
    made.add("affine.beta", beta);
    made.add("affine.mean", mean);
    made.add("affine.variance", variance);
    made.affine_epsilon = 0.01f;
    return made;
  }

  /// What the channel is multiplied with after the sum, and its bias then.
  float scale(int o) const {
    const auto i = static_cast<std::size_t>(o);
    return folded ? gamma[i] / std::sqrt(variance[i] + 0.01f) : 1.0f;
  }
  float shifted(int o) const {
    const auto i = static_cast<std::size_t>(o);
    return folded ? (bias[i] - mean[i]) * scale(o) + beta[i] : bias[i];
  }
};

constexpr std::size_t place(int o, int tap, op::kernel_order order) {
  return static_cast<std::size_t>(order == op::kernel_order::output_first ? o * taps + tap
                                                                          : tap * channels + o);
}

constexpr encoding input_code{0.021f, 7};
constexpr edge_type result{tensor<i8, channels>::value, {0.11f, -9}};

template <class Operator, op::kernel_order Order>
integers prepared(const trained& numbers) {
  const std::array<edge_type, 1> inputs{{{tensor<i8, taps>::value, input_code}}};
  return op::prepare_linear<Operator, integers, Order>(numbers.source(), inputs, result);
}

template <op::kernel_order Order>
void check_per_channel(const trained& numbers) {
  const integers made = prepared<some_<>, Order>(numbers);
  for (int o = 0; o < channels; ++o) {
    float largest = 0.0f;
    for (int tap = 0; tap < taps; ++tap)
      largest = std::fmax(largest, std::fabs(numbers.kernel[place(o, tap, Order)] * numbers.scale(o)));
    const float scale = largest / 127.0f;
    int extreme = 0;
    for (int tap = 0; tap < taps; ++tap) {
      const int q = made.kernel[place(o, tap, Order)];
      extreme = std::max(extreme, std::abs(q));
      CHECK(q == std::lround(numbers.kernel[place(o, tap, Order)] * numbers.scale(o) / scale));
    }
    CHECK(extreme == 127);
    const auto i = static_cast<std::size_t>(o);
    CHECK(made.bias[i] ==
          std::llround(double{numbers.shifted(o)} / (double{input_code.scale} * double{scale})));
    CHECK(made.factors[i] == q31_rule::make(input_code.scale, scale, result.code.scale));
  }
  CHECK(made.input_zero_point == 7);
  CHECK(made.kernel_zero_point == 0);
  CHECK(made.output_zero_point == -9);
  CHECK(made.low == -128);
  CHECK(made.high == 127);
}

}  // namespace

TEST_CASE("weights are symmetric integers with a scale for each channel, in both orders") {
  for (unsigned seed = 0; seed < 20; ++seed)
    for (const bool folded : {false, true}) {
      check_per_channel<op::kernel_order::output_first>(trained(seed, folded));
      check_per_channel<op::kernel_order::output_last>(trained(seed, folded));
    }
}

TEST_CASE("one scale for all channels is that of the largest weight") {
  const trained numbers(3, false);
  const integers made =
      prepared<some_<weight_scheme{.per_channel = false}>, op::kernel_order::output_first>(numbers);
  float largest = 0.0f;
  for (const float weight : numbers.kernel) largest = std::fmax(largest, std::fabs(weight));
  for (std::size_t i = 0; i < numbers.kernel.size(); ++i)
    CHECK(made.kernel[i] == std::lround(numbers.kernel[i] / (largest / 127.0f)));
  CHECK(made.factors[0] == made.factors[2]);
}

TEST_CASE("affine weights use all of int8, and 0 stays 0") {
  trained numbers(4, false);
  for (float& weight : numbers.kernel) weight = std::fabs(weight) + 0.5f;
  numbers.kernel[3] = 0.0f;
  const integers made =
      prepared<some_<weight_scheme{.affine = true}>, op::kernel_order::output_first>(numbers);
  CHECK(made.kernel_zero_point == -128);
  CHECK(made.kernel[3] == made.kernel_zero_point);
  CHECK(*std::max_element(made.kernel.begin(), made.kernel.end() - 1) == 127);
}

TEST_CASE("a channel of zeros has a usable scale") {
  trained numbers(5, false);
  for (int tap = 0; tap < taps; ++tap) numbers.kernel[place(1, tap, op::kernel_order::output_first)] = 0.0f;
  const integers made = prepared<some_<>, op::kernel_order::output_first>(numbers);
  for (int tap = 0; tap < taps; ++tap) CHECK(made.kernel[place(1, tap, op::kernel_order::output_first)] == 0);
  CHECK(made.factors[1] != q31_factor{});
  CHECK(made.bias[1] == std::llround(double{numbers.bias[1]} / double{input_code.scale}));
}

TEST_CASE("bounds become integers, and real numbers keep theirs") {
  const trained numbers(6, true);
  const integers made = prepared<some_<clamp{0.0f, 6.0f}>, op::kernel_order::output_first>(numbers);
  CHECK(made.low == -9);
  CHECK(made.high == 46);  // 6 / 0.11 = 54.5, and away from zero
  const std::array<edge_type, 1> inputs{{{tensor<f32, taps>::value, {}}}};
  const reals real = op::prepare_linear<some_<clamp{0.0f, 6.0f}>, reals, op::kernel_order::output_last>(
      numbers.source(), inputs, {tensor<f32, channels>::value, {}});
  CHECK(real.low == 0.0f);
  CHECK(real.high == 6.0f);
  for (int o = 0; o < channels; ++o) {
    CHECK(real.bias[static_cast<std::size_t>(o)] == doctest::Approx(numbers.shifted(o)).epsilon(1e-5));
    const std::size_t last = place(o, taps - 1, op::kernel_order::output_last);
    CHECK(real.kernel[last] == doctest::Approx(numbers.kernel[last] * numbers.scale(o)).epsilon(1e-5));
  }
}

TEST_CASE("without a bias and without beta and gamma there is nothing to add") {
  const trained numbers(7, true);
  parameter_source source;
  source.add("kernel", numbers.kernel);
  const std::array<edge_type, 1> inputs{{{tensor<f32, taps>::value, {}}}};
  const auto plain = op::prepare_linear<some_<>, reals, op::kernel_order::output_first>(source, inputs, {});
  CHECK(plain.bias == std::array<float, channels>{});
  CHECK(plain.kernel == numbers.kernel);
  source.add("affine.mean", numbers.mean);
  source.add("affine.variance", numbers.variance);
  const auto folded = op::prepare_linear<some_<>, reals, op::kernel_order::output_first>(source, inputs, {});
  CHECK(folded.bias[1] == doctest::Approx(-numbers.mean[1] / std::sqrt(numbers.variance[1])));
}
