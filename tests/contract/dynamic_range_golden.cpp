// SPDX-License-Identifier: Apache-2.0
// Operators that round their input as they run: the reference and kryo against what LiteRT's reference kernels answer.
#include <tenon/backend/kryo/conv2d.hpp>
#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/kryo/depthwise_conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>
#include <tenon/backend/reference/dense.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "golden/dynamic_range.hpp"
#include "op/golden_linear.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace tenon;
using namespace tenon_test;

namespace {

/// The operator of a case: bounded, and rounding its input as the case says.
template <class Operator, class Case>
using rounding_operator = with_attribute<with_attribute<Operator, bounds_of(Case::activation)>,
                                         Case::asymmetric ? dynamic_range::asymmetric : dynamic_range::symmetric>;

template <class Case>
parameter_source source_of_case() {
  const std::span<const float> scales = Case::kernel_scales;
  parameter_source source;
  source.add("kernel", {},
             {reinterpret_cast<const char*>(Case::kernel.data()), nullptr, Case::kernel.size(),
              Case::one_scale ? scales.first(1) : scales, 0});
  source.add("bias", Case::bias);
  return source;
}

template <class Backend, class Operator, class Case>
auto answer() {
  using op = rounding_operator<Operator, Case>;
  using called = one_call<Backend, op, rounding::tflite, tensor_type{f32, shape_from(Case::input_shape)}>;
  using kernel = typename called::kernel;
  static_assert(called::result.extents == shape_from(Case::output_shape));
  const auto packed =
      kernel::pack(op::template prepare<typename called::call>(source_of_case<Case>(), called::plain, {called::result, {}}));
  typename called::array y{};
  alignas(64) std::array<std::byte, kernel::scratch + 1> borrowed{};
  kernel::run(packed, borrowed.data(), y.data(), Case::input.data());
  return y;
}

/// LiteRT's convolution with a zero point multiplies by the two scales one after the other, which shows in the last bit.
template <class Backend, class Operator, class Case, bool Exact = true>
void check_case() {
  const auto got = answer<Backend, Operator, Case>();
  if constexpr (Exact) {
    CHECK(got == Case::expected);
  } else {
    float most = 0.0f;
    for (const float y : Case::expected) most = std::max(most, std::fabs(y));
    for (std::size_t i = 0; i < got.size(); ++i) CHECK(std::fabs(got[i] - Case::expected[i]) <= 2e-7f * most);
  }
}

template <class Backend>
void check_backend() {
  namespace golden = tenon_golden::dynamic_range;
  for_each_case<golden::conv2d::cases>(
      []<class Case>() { check_case<Backend, conv2d_of<Case>, Case, !Case::asymmetric>(); });
  for_each_case<golden::depthwise_conv2d::cases>([]<class Case>() { check_case<Backend, depthwise_of<Case>, Case>(); });
  for_each_case<golden::dense::cases>([]<class Case>() { check_case<Backend, dense_of<Case>, Case>(); });
}

}  // namespace

TEST_CASE("the reference rounds inputs as LiteRT's reference kernels do") { check_backend<reference>(); }

TEST_CASE("kryo rounds inputs as LiteRT's reference kernels do") { check_backend<kryo>(); }
