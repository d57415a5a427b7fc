// SPDX-License-Identifier: Apache-2.0
// local_response_norm: which channels count, what a sum divides by, refusals.
#include <tenon/op/local_response_norm.hpp>

#include "op/one_input.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::local_response_norm_<>;
constexpr tensor_type row = tensor<f32, 2, 4>::value;

static_assert(operation<word> && !works_in_place<word> && !keeps_zero_channels<word> && !offers_clamp<word>);
static_assert(inferred_from<word>(row).edge == edge_type{row, {}});
static_assert(word::below == 2 && word::above == 2 && word::given.beta == 0.75f);
using even = op::local_response_norm_<neighbours{.channels = 4}>;
static_assert(even::below == 1 && even::above == 2);
static_assert(op::local_response_norm_<neighbours{.channels = 1}>::above == 0);
static_assert(op::local_response_norm_<neighbours{.channels = 4, .alpha = 2.0f}>::weight == 0.5f);

static_assert(refusal_of<word>(tensor<i8, 4>::value) ==
              "tenon: local_response_norm has no rule for integers; keep<f32, ...> the node");
static_assert(refusal_of<word>(tensor<f32>::value) ==
              "tenon: local_response_norm takes at least one axis; reshape its input");
static_assert(refusal_of<op::local_response_norm_<neighbours{.channels = 0}>>(row) ==
              "tenon: local_response_norm looks at no channels; give it at least 1");
template <neighbours Given>
constexpr bool could_divide_by_0 =
    refusal_of<op::local_response_norm_<Given>>(row) ==
    "tenon: local_response_norm could divide by 0; give it a positive bias and an alpha of 0 or more";
static_assert(could_divide_by_0<neighbours{.bias = 0.0f}> && could_divide_by_0<neighbours{.alpha = -1.0f}>);
static_assert(could_divide_by_0<neighbours{.bias = std::numeric_limits<float>::quiet_NaN()}>);

}  // namespace

TEST_CASE("a sum of squares is weighed, shifted and raised to a power") {
  using steep = op::local_response_norm_<neighbours{.channels = 2, .bias = 3.0f, .alpha = 0.5f, .beta = 1.5f}>;
  for (const float sum : {0.0f, 0.3f, 4.0f, 1e6f, 1e20f})
    CHECK(double{steep::divisor(sum)} == doctest::Approx(std::pow(3.0 + 0.25 * double{sum}, 1.5)).epsilon(1e-6));
}
