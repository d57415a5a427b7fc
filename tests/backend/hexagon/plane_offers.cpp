// SPDX-License-Identifier: Apache-2.0
// Which convolutions offer planes: those whose windows and widths suit them, at what they are worth.
#include <tenon/backend/hexagon/plane_offers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

constexpr window_over over(op::image in, op::sliding moving) {
  moving = op::resolve(moving, in);
  return {in, op::slide(moving, in), moving, 1};
}
constexpr op::image wide{1, 56, 56, 128};
constexpr auto three = over(wide, {{3, 3}, {1, 1}, {1, 1}, same_padding});
constexpr auto strided = over(wide, {{3, 3}, {2, 2}, {1, 1}, same_padding});
constexpr auto five = over(wide, {{5, 5}, {1, 1}, {1, 1}, same_padding});
constexpr auto spread = over(wide, {{3, 3}, {1, 1}, {2, 2}, same_padding});
constexpr auto inside = over(wide, {{3, 3}, {1, 1}, {1, 1}, valid_padding});
constexpr auto narrow = over({1, 7, 7, 512}, {{3, 3}, {1, 1}, {1, 1}, same_padding});
constexpr auto batched = over({2, 56, 56, 128}, {{3, 3}, {1, 1}, {1, 1}, same_padding});
constexpr auto pixel = over(wide, {});

static_assert(suits_planes(three) && !suits_planes(strided) && !suits_planes(five) && !suits_planes(spread) &&
              !suits_planes(inside) && !suits_planes(batched) && suits_planes(narrow));
static_assert(fills_planes(wide) && !fills_planes(narrow.in));

template <class Rule, window_over Over, int Multiple>
constexpr std::size_t offers = depthwise_layouts<Rule, Over, Multiple>().size();
static_assert(offers<q31_rule, three, 1> == 1 && offers<q31_rule, three, 2> == 0 && offers<q31_rule, strided, 1> == 0);
static_assert(offers<float32_rule, three, 1> == 0 && offers<q31_rule, narrow, 1> == 0);

constexpr layout_offer offered = depthwise_layouts<q31_rule, three, 1>()[0];
static_assert(offered.result == channel_planes && offered.input(0) == channel_planes);
static_assert(depthwise_layouts<q31_rule, three, 1>()[0].input(1) == row_major);
// A quarter of 64,000 packets, at 30 bytes each; where 32 channels do not fill a vector, nine tenths of 650,000.
static_assert(offered.saves > 400'000 && offered.saves < 600'000);
constexpr auto few = over({1, 112, 112, 32}, {{3, 3}, {1, 1}, {1, 1}, same_padding});
static_assert(depthwise_layouts<q31_rule, few, 1>()[0].saves > 17'000'000);

static_assert(pointwise_layouts<q31_rule, pixel, 64, 1>().size() == 1);
static_assert(pointwise_layouts<q31_rule, pixel, 64, 2>().size() == 0);
static_assert(pointwise_layouts<q31_rule, three, 64, 1>().size() == 0);

}  // namespace

TEST_CASE("what is offered is worth the packets that it saves") {
  CHECK(offer_planes(100, 90).saves == 10 * bytes_a_packet);
}
