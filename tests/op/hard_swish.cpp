// SPDX-License-Identifier: Apache-2.0
// hard_swish: LiteRT's answers for all 256 integers, real numbers, and nearness of the integers to them.
#include <tenon/op/hard_swish.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/hard_swish.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::hard_swish_<>;

static_assert(operation<word> && one_input_function<word> && !offers_clamp<word>);
static_assert(word::real(-3.0f) == 0.0f && word::real(-100.0f) == 0.0f && word::real(0.0f) == 0.0f);
static_assert(word::real(3.0f) == 3.0f && word::real(100.0f) == 100.0f &&
              word::real(1.5f) == 1.5f * 4.5f / 6.0f);

double formula(double x) { return x * std::fmin(std::fmax(x + 3.0, 0.0), 6.0) / 6.0; }

}  // namespace

TEST_CASE("hard_swish equals LiteRT on all 256 integers") {
  for_each_case<tenon_golden::hard_swish::cases>([]<class Case>() {
    CHECK(run_all<reference, word>(Case::input_encoding, Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("hard_swish of integers stays near the real result, under both roundings alike") {
  for (const auto& [in, out] : encoding_pairs) {
    const auto y = run_all<reference, word>(in, out);
    CHECK(run_all<reference, word, rounding::float32>(in, out) == y);
    int wrong = 0;
    for (int q = -128; q < 128; ++q) {
      const double exact =
          formula(double{in.scale} * (q - in.zero_point)) / double{out.scale} + out.zero_point;
      const double cut = exact > 127.0 ? 127.0 : exact < -128.0 ? -128.0 : exact;
      // 16-bit fixed point: 15 bits of the gate and of the product, which is rounded in units of input scale
      // / 128.
      const double unit = double{in.scale} / 128.0 / double{out.scale};
      const double allowed = 1.5 + std::fabs(cut - out.zero_point) * 0.004 + 2.0 * unit;
      wrong += std::fabs(y[static_cast<std::size_t>(q + 128)] - cut) > allowed;
    }
    CAPTURE(in.scale);
    CAPTURE(out.scale);
    CHECK(wrong == 0);
  }
}

TEST_CASE("hard_swish of real numbers") {
  const std::array<float, 5> x{-4.0f, -1.5f, 0.0f, 3.0f, 10.0f};
  CHECK(run_one<reference, word, tensor<f32, 5>::value>(x) ==
        std::array<float, 5>{0.0f, -0.375f, 0.0f, 3.0f, 10.0f});
}
