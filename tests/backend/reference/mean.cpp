// SPDX-License-Identifier: Apache-2.0
// mean and global_average_pool on the reference backend: golden vectors, real numbers.
#include <tenon/backend/reference/mean.hpp>

#include "golden/mean.hpp"
#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <random>

namespace {

using namespace tenon;

template <class Operator, class Rounding, class Case>
constexpr auto answer() {
  using called =
      tenon_test::one_call<reference, Operator, Rounding, tensor_type{i8, tenon_test::shape_from(Case::input_shape)}>;
  return called::run({Case::input_encoding}, Case::input);
}

template <class Case>
constexpr bool is_global =
    Case::input_shape.size() == 4 && Case::axes.size() == 2 && Case::axes[0] == 1 && Case::axes[1] == 2;

TEST_CASE("LiteRT's int8 answers, when compiling and when running") {
  int global_cases = 0;
  tenon_test::for_each_case<tenon_golden::mean::cases>([&]<class Case>() {
    using mean = op::mean_<tenon_test::axes_from<axes, Case::axes>(), keep_axes{Case::keep_dims},
                           encoded{Case::output_encoding}>;
    static_assert(answer<mean, rounding::tflite, Case>() == Case::expected);
    CHECK(answer<mean, rounding::tflite, Case>() == Case::expected);
    if constexpr (is_global<Case>) {
      using pool = op::global_average_pool_<keep_axes{Case::keep_dims}, encoded{Case::output_encoding}>;
      CHECK(answer<pool, rounding::tflite, Case>() == Case::expected);
      ++global_cases;
    }
  });
  CHECK(global_cases == 2);
}

// rint(float(sum) * float(factor)), computed once more by the C library.
template <class Case>
bool is_float32_mean() {
  using mean = op::mean_<tenon_test::axes_from<axes, Case::axes>(), encoded{Case::output_encoding}>;
  const auto y = answer<mean, rounding::float32, Case>();
  constexpr int count = static_cast<int>(Case::input.size() / Case::expected.size());
  const auto factor = static_cast<float>(double{Case::input_encoding.scale} / double{Case::output_encoding.scale} / count);
  bool equal = true;
  for (std::size_t row = 0; row < y.size(); ++row) {
    int sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += Case::input[row * count + i] - Case::input_encoding.zero_point;
    const long wanted = std::lrint(static_cast<float>(sum) * factor) + Case::output_encoding.zero_point;
    equal &= y[row] == (wanted < -128 ? -128 : wanted > 127 ? 127 : wanted);
  }
  return equal;
}

TEST_CASE("rounding::float32 is one float32 product, halves to even") {
  CHECK(is_float32_mean<tenon_golden::mean::case_2>());
  CHECK(is_float32_mean<tenon_golden::mean::case_3>());
  CHECK(is_float32_mean<tenon_golden::mean::case_7>());
}

constexpr tensor_type box = tensor<f32, 2, 2, 2>::value;
constexpr std::array<float, 8> eight{1, 2, 3, 4, 5, 6, 7, 12};
template <class Operator>
using on_box = tenon_test::one_call<reference, Operator, rounding::tflite, box>;
static_assert(on_box<op::mean_<axes{0, 1, 2}>>::run({}, eight) == std::array<float, 1>{5});
static_assert(on_box<op::mean_<axes{-3}>>::run({}, eight) == std::array<float, 4>{3, 4, 5, 8});
static_assert(on_box<op::mean_<axes{0, 2}>>::run({}, eight) == std::array<float, 2>{3.5f, 6.5f});
static_assert(on_box<op::global_average_pool_<>>::run({}, eight) == std::array<float, 2>{4, 6});

}  // namespace
