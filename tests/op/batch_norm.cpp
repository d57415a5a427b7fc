// SPDX-License-Identifier: Apache-2.0
// batch_norm: parameters, its formula in real numbers, and int8 results against the real ones.
#include <tenon/op/batch_norm.hpp>

#include <tenon/backend/reference/batch_norm.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>

namespace {

using namespace tenon;

using norm = op::batch_norm_<>;
static_assert(offers_affine<norm> && norm::affine_epsilon == 1e-3f);
static_assert(op::batch_norm_<epsilon{0.5f}>::affine_epsilon == 0.5f);
static_assert(absorbs_clamp<norm> && works_in_place<norm>);

constexpr std::array<edge_type, 1> typed{edge_type{tensor<f32, 4, 5, 3>::value, {}}};
static_assert(norm::infer(typed).edge.tensor == typed[0].tensor);
static_assert(norm::parameters_for(typed).count == 4);
static_assert([] {
  for (const parameter& each : norm::parameters_for(typed)) {
    const bool needed = each.name == "mean" || each.name == "variance";
    if (each.size != 3 || each.required != needed) return false;
  }
  return true;
}());
static_assert(tenon_test::refusal<norm, tensor_type{f32, {}}>() ==
              "tenon: batch_norm takes at least one axis; reshape its input");

constexpr std::array<float, 3> gamma{2, -1, 0.5f};
constexpr std::array<float, 3> beta{0.25f, 1, -2};
constexpr std::array<float, 3> mean{1, -0.5f, 0};
constexpr std::array<float, 3> variance{3.75f, 0.75f, 15.75f};  // with an epsilon of 1/4: 4, 1, 16

template <class Operator, class Rounding, element Type, class Array>
constexpr auto normalized(const Array& x, encoding in, encoding out, bool with_all) {
  using called = tenon_test::one_call<reference, Operator, Rounding, tensor<Type, 2, 3>::value>;
  parameter_source source;
  source.add("mean", mean);
  source.add("variance", variance);
  if (with_all) source.add("gamma", gamma), source.add("beta", beta);
  auto inputs = called::plain;
  inputs[0].code = in;
  typename called::array y{};
  called::kernel::run(Operator::template prepare<typename called::call>(source, inputs, {called::result, out}), nullptr,
                      y.data(), x.data());
  return y;
}

using quarter = op::batch_norm_<epsilon{0.25f}>;
constexpr std::array<float, 6> x{3, 0.5f, 8, -1, -0.5f, 4};
static_assert(normalized<quarter, rounding::tflite, f32>(x, {}, {}, true) ==
              std::array<float, 6>{2.25f, 0, -1, -1.75f, 1, -1.5f});
static_assert(normalized<quarter, rounding::tflite, f32>(x, {}, {}, false) == std::array<float, 6>{1, 1, 2, -1, 0, 1});

template <class Rounding>
void check_integers() {
  constexpr encoding in{0.0625f, 7};
  constexpr encoding out{0.04f, -11};
  for (int q = -128; q < 128; ++q) {
    std::array<std::int8_t, 6> integers{};
    integers.fill(static_cast<std::int8_t>(q));
    const auto y = normalized<quarter, Rounding, i8>(integers, in, out, true);
    for (std::size_t i = 0; i < 6; ++i) {
      const std::size_t c = i % 3;
      const double real =
          double{gamma[c]} * (0.0625 * (q - 7) - double{mean[c]}) / std::sqrt(double{variance[c]} + 0.25) +
          double{beta[c]};
      const double exact = real / double{out.scale} + out.zero_point;
      const double bounded = exact < -128 ? -128 : exact > 127 ? 127 : exact;
      CHECK(std::fabs(y[i] - bounded) <= 0.6);
    }
  }
}

TEST_CASE("int8 results are the nearest integers, or nearly") {
  check_integers<rounding::tflite>();
  check_integers<rounding::float32>();
}

}  // namespace
