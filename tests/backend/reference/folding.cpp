// SPDX-License-Identifier: Apache-2.0
// Reductions that fold their values on the reference backend, over axes that lie apart.
#include <tenon/backend/reference/folding.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/op/reduce_max.hpp>
#include <tenon/op/reduce_sum.hpp>

#include <array>

namespace {

using namespace tenon;

template <class Operator>
constexpr std::array<float, 3> folded = [] {
  using called = call<Operator, rounding::tflite, operand{tensor<f32, 3>::value}, operand{tensor<f32, 2, 3, 2>::value}>;
  const std::array<float, 12> x{1, -2, 3, 4, 5, 6, 7, 8, -9, 10, 11, 12};
  std::array<float, 3> y{};
  kernel<reference, called>::run({}, nullptr, y.data(), x.data());
  return y;
}();
static_assert(folded<op::reduce_sum_<axes{0, 2}>> == std::array<float, 3>{14, 8, 34});
static_assert(folded<op::reduce_max_<axes{0, 2}>> == std::array<float, 3>{8, 10, 12});

constexpr operand half{tensor<f16, 4>::value};
static_assert(!has_kernel<reference, call<op::reduce_max_<axes{0}>, rounding::tflite, half, half>>);

}  // namespace
