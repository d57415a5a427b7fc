// SPDX-License-Identifier: Apache-2.0
// softmax on the reference backend: LiteRT's answers, rows of every length against double precision, real
// numbers.
#include <tenon/backend/reference/softmax.hpp>

#include <golden/softmax.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::softmax_<>;
constexpr encoding shares{1.0f / 256.0f, -128};

static_assert(has_kernel<reference, call_on<word, tensor<i8, 3>::value>> &&
              has_kernel<reference, call_on<word, tensor<f32, 3>::value>>);
static_assert(!has_kernel<reference, call_on<word, tensor<f16, 3>::value>>);
static_assert(run_one<reference, word, tensor<i8, 2>::value>(std::array<std::int8_t, 2>{5, 5}, {0.1f, 0},
                                                             shares) == std::array<std::int8_t, 2>{0, 0});
static_assert(run_one<reference, word, tensor<i8, 3, 1>::value>(std::array<std::int8_t, 3>{5, -128, 127},
                                                                {0.1f, 0}, shares) ==
              std::array<std::int8_t, 3>{127, 127, 127});
static_assert(run_one<reference, word, tensor<f32, 2>::value>(std::array<float, 2>{3.0f, 3.0f}) ==
              std::array<float, 2>{0.5f, 0.5f});

template <int Length>
void check_row_of_equals(std::int8_t expected) {
  std::array<std::int8_t, std::size_t{Length}> x{};
  x.fill(-77);
  const auto y = run_one<reference, word, tensor<i8, Length>::value>(x, {0.3f, 9}, shares);
  CHECK(std::count(y.begin(), y.end(), expected) == Length);
}

/// exp(beta * scale * q) / sum in double precision, in units of 1/256.
std::vector<double> formula(const std::int8_t* x, int length, double factor) {
  std::vector<double> exact(static_cast<std::size_t>(length));
  const int largest = *std::max_element(x, x + length);
  double sum = 0.0;
  for (int i = 0; i < length; ++i)
    sum += exact[static_cast<std::size_t>(i)] = std::exp(factor * (x[i] - largest));
  for (double& value : exact) value = value / sum * 256.0 - 128.0;
  return exact;
}

template <int Length, beta Beta>
void check_random_rows(float scale, unsigned seed) {
  constexpr int rows = 5;
  std::mt19937 random(seed);
  std::array<std::int8_t, std::size_t{rows * Length}> x{};
  for (auto& q : x) q = static_cast<std::int8_t>(random());
  const auto y =
      run_one<reference, op::softmax_<Beta>, tensor<i8, rows, Length>::value>(x, {scale, 3}, shares);
  int wrong = 0;
  for (int row = 0; row < rows; ++row) {
    const auto exact = formula(x.data() + row * Length, Length, double{scale} * double{Beta.value});
    for (int i = 0; i < Length; ++i) {
      const double wanted =
          exact[static_cast<std::size_t>(i)] > 127.0 ? 127.0 : exact[static_cast<std::size_t>(i)];
      wrong += std::fabs(y[static_cast<std::size_t>(row * Length + i)] - wanted) > 0.51;
    }
  }
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("softmax equals LiteRT") {
  for_each_case<tenon_golden::softmax::cases>([]<class Case>() {
    constexpr tensor_type input{i8, shape_from(Case::input_shape)};
    CHECK(run_one<reference, op::softmax_<beta{Case::beta}>, input>(Case::input, Case::input_encoding,
                                                                    Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("rows of equals: LiteRT stops from 512 on; here all shares are 0") {
  check_row_of_equals<256>(-127);
  check_row_of_equals<511>(-127);
  check_row_of_equals<512>(-128);
  check_row_of_equals<1000>(-128);
  check_row_of_equals<4096>(-128);
  check_row_of_equals<8192>(-128);  // the sum would be 2^32
  check_row_of_equals<8193>(-128);
  check_row_of_equals<20000>(-128);
}

TEST_CASE("softmax of integers is near double precision for rows of every length") {
  check_random_rows<1, beta{1.0f}>(0.1f, 1);
  check_random_rows<2, beta{1.0f}>(1.3f, 2);
  check_random_rows<10, beta{1.0f}>(0.05f, 3);
  check_random_rows<37, beta{0.25f}>(0.2f, 4);
  check_random_rows<1000, beta{1.0f}>(0.1f, 5);
  check_random_rows<12000, beta{4.0f}>(0.06f, 6);
}

TEST_CASE("softmax of real numbers is near double precision, also for large and equal inputs") {
  const std::array<float, 8> x{1000.0f, 999.0f, -1000.0f, 0.0f, -3e38f, -3e38f, -3e38f, -3e38f};
  const auto y = run_one<reference, op::softmax_<beta{0.5f}>, tensor<f32, 2, 4>::value>(x);
  const double first = 1.0 / (1.0 + std::exp(-0.5));
  CHECK(y[0] == doctest::Approx(first).epsilon(1e-6));
  CHECK(y[1] == doctest::Approx(1.0 - first).epsilon(1e-6));
  CHECK(y[2] == 0.0f);
  CHECK(y[3] < 1e-30f);
  for (std::size_t i = 4; i < 8; ++i) CHECK(y[i] == 0.25f);
}
