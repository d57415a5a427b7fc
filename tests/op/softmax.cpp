// SPDX-License-Identifier: Apache-2.0
// softmax: the exponentials of every distance, shares of sums up to where LiteRT stops, refusals.
#include <tenon/op/softmax.hpp>

#include <op/one_input.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::softmax_<>;
constexpr tensor_type row = tensor<i8, 4>::value;

static_assert(operation<word> && !offers_clamp<word> && !works_in_place<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::fixed);
static_assert(inferred_from<word>(row, {0.5f, 3}).edge == edge_type{row, {1.0f / 256.0f, -128}});
static_assert(refusal_of<word>(tensor<f32>::value) ==
              "tenon: softmax takes at least one axis; reshape its input");
static_assert(refusal_of<op::softmax_<beta{0.0f}>>(row) ==
              "tenon: softmax has a beta that is not positive; give a positive number");
static_assert(!refusal_of<op::softmax_<beta{-1.0f}>>(row).empty());
static_assert(!refusal_of<op::softmax_<beta{std::numeric_limits<float>::quiet_NaN()}>>(row).empty());
static_assert(std::is_empty_v<word::parameters<call_on<word, tensor<f32, 4>::value>>>);

template <class Operator = word>
constexpr op::softmax_parameters tabulated(float scale) {
  const std::array<edge_type, 1> inputs{{{row, {scale, 0}}}};
  return Operator::template prepare<call_on<Operator, row>>({}, inputs, {});
}

/// The distance from which on the rule leaves inputs out.
constexpr int first_left_out(const op::softmax_parameters& made) {
  int distance = 256;
  while (distance > 0 && made.exponentials[static_cast<std::size_t>(distance - 1)] == 0) --distance;
  return distance;
}

constexpr std::int32_t one = std::numeric_limits<std::int32_t>::max();

// A factor of scale * 2^26 = f * 2^L with f in 0.5..1 keeps distances up to floor(31 * 2^26 / 2^L); only with
// f near 0.5 would the first one left out have an exponential above 0.
static_assert(first_left_out(tabulated(0.125f)) == 124 + 1);   // L = 24: 31 * 4
static_assert(first_left_out(tabulated(0.25f)) == 62 + 1);     // L = 25
static_assert(first_left_out(tabulated(0.0625f)) == 248 + 1);  // L = 23
static_assert(first_left_out(tabulated(0.0624f)) == 256);
static_assert(first_left_out(tabulated(0.5f)) == 31 + 1);  // L = 26
static_assert(first_left_out(tabulated(1.0f)) == 15 + 1);  // L = 27: 15.5
static_assert(first_left_out(tabulated(15.9f)) == 1 + 1);  // L = 30
static_assert(first_left_out(tabulated(16.0f)) == 0 + 1);  // L = 31
static_assert(first_left_out(tabulated(1e30f)) == 0 + 1);  // the factor is cut to 2^31 - 1
static_assert(first_left_out(tabulated<op::softmax_<beta{2.0f}>>(0.0625f)) == 124 + 1);
static_assert(tabulated(1e30f).exponentials[0] == one && tabulated(0.1f).exponentials[0] == one);

constexpr std::int32_t share_of(std::int64_t sum, std::int32_t exponential) {
  return op::softmax_share::of_sum(sum)(exponential);
}
constexpr std::int64_t whole = op::softmax_share::part(one);
static_assert(whole == 1 << 19);
static_assert(share_of(whole, one) == 127);  // 256/256 is cut to 255/256
static_assert(share_of(2 * whole, one) == 0);
static_assert(share_of(256 * whole, one) == -127);
static_assert(share_of(511 * whole, one) == -127);   // 0.501 rounds up
static_assert(share_of(512 * whole, one) == -128);   // from here on LiteRT stops
static_assert(share_of(8192 * whole, one) == -128);  // 2^32
static_assert(share_of(std::int64_t{1} << 50, one) == -128);
static_assert(share_of(whole, 0) == -128);

}  // namespace

TEST_CASE("softmax tabulates exponentials of every distance, near the real ones") {
  for (const float scale : {1e-9f, 1e-4f, 0.003f, 0.02f, 0.0625f, 0.1f, 0.7f, 3.0f}) {
    const auto made = tabulated(scale);
    int wrong = 0;
    for (int distance = 0; distance < first_left_out(made); ++distance) {
      const double exact = std::exp(-double{scale} * distance);
      wrong += std::fabs(made.exponentials[static_cast<std::size_t>(distance)] * 0x1p-31 - exact) > 2e-6;
    }
    CAPTURE(scale);
    CHECK(wrong == 0);
  }
}

TEST_CASE("a share is the rounded quotient of its exponential and the sum, for sums of all sizes") {
  int wrong = 0;
  for (std::int64_t sum = whole; sum < 512 * whole; sum += sum / 97 + 1) {
    const auto share = op::softmax_share::of_sum(sum);
    for (std::int32_t exponential = one; exponential > 0; exponential -= exponential / 13 + 1) {
      const double exact = exponential * 0x1p-31 / (static_cast<double>(sum) * 0x1p-19) * 256.0 - 128.0;
      wrong += std::fabs(share(exponential) - (exact > 127.0 ? 127.0 : exact)) > 0.50001;
    }
  }
  CHECK(wrong == 0);
}
