// SPDX-License-Identifier: Apache-2.0
// tanh: LiteRT's answers for all 256 integers, real numbers against the C library, saturation at both ends.
#include <tenon/op/tanh.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/tanh.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::tanh_<>;
constexpr float infinite = std::numeric_limits<float>::infinity();

static_assert(operation<word> && one_input_function<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::fixed);
static_assert(inferred_from<word>(tensor<i8, 5>::value, {0.5f, 3}).edge.code == encoding{1.0f / 128.0f, 0});
static_assert(word::real(0.0f) == 0.0f && word::real(-infinite) == -1.0f && word::real(infinite) == 1.0f);
static_assert(word::real(-3e38f) == -1.0f && word::real(3e38f) == 1.0f);
static_assert(run_all<reference, word>({4.0f, 0}, {1.0f / 128.0f, 0})[0] == -128 &&
              run_all<reference, word>({4.0f, 0}, {1.0f / 128.0f, 0})[255] == 127);

double formula(double x) { return std::tanh(x); }

}  // namespace

TEST_CASE("tanh equals LiteRT on all 256 integers") {
  for_each_case<tenon_golden::tanh::cases>([]<class Case>() {
    CHECK(run_all<reference, word>(Case::input_encoding, Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("tanh of integers is the nearest of the real result, whatever the rounding of accumulators") {
  const encoding out{1.0f / 128.0f, 0};
  for (const auto& pair : encoding_pairs) {
    const encoding in = pair[0];
    const auto y = run_all<reference, word>(in, out);
    CHECK(run_all<reference, word, rounding::float32>(in, out) == y);
    int wrong = 0;
    for (int q = -128; q < 128; ++q) {
      const double exact = formula(double{in.scale} * (q - in.zero_point)) * 128.0 + 0;
      const double cut = exact > 127.0 ? 127.0 : exact;
      wrong += std::fabs(y[static_cast<std::size_t>(q + 128)] - cut) > 0.501;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("tanh of real numbers is within a few units in the last place of the C library") {
  std::array<float, 401> x{};
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = (static_cast<float>(i) - 200.0f) * 0.43f;
  const auto y = run_one<reference, word, tensor<f32, 401>::value>(x);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double exact = formula(double{x[i]});
    CHECK(std::fabs(y[i] - exact) <= 4e-7 * std::fabs(exact) + 1e-37);
  }
}
