// SPDX-License-Identifier: Apache-2.0
// local_response_norm on the reference backend: sums that end at the first and last channel, each pixel for itself.
#include <tenon/backend/reference/local_response_norm.hpp>

#include "op/one_input.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>

using namespace tenon;
using namespace tenon_test;

namespace {

template <neighbours Given, tensor_type Input, class Values>
constexpr auto normalized(const Values& x) {
  return run_one<reference, op::local_response_norm_<Given>, Input>(x);
}

static_assert(!has_kernel<reference, call<op::local_response_norm_<>, rounding::tflite, operand{tensor<f16, 3>::value},
                                          operand{tensor<f16, 3>::value}>>);

}  // namespace

TEST_CASE("a channel is divided by those around it: of an even number, one more behind it") {
  constexpr std::array<float, 8> x{1, 2, 3, 4, -1, 0, 2, 1};
  constexpr tensor_type pixels = tensor<f32, 2, 4>::value;
  const auto near = [](float wanted) { return doctest::Approx(wanted).epsilon(1e-6); };
  // 1 + x^2 of this channel and the next.
  const auto two = normalized<neighbours{2, 1.0f, 2.0f, 1.0f}, pixels>(x);
  const std::array<float, 8> by_two{1 / 6.0f, 2 / 14.0f, 3 / 26.0f, 4 / 17.0f, -1 / 2.0f, 0, 2 / 6.0f, 1 / 2.0f};
  for (std::size_t i = 0; i < 8; ++i) CHECK(two[i] == near(by_two[i]));
  // Of the channels on both sides too, the root.
  const auto three = normalized<neighbours{3, 2.0f, 3.0f, 0.5f}, pixels>(x);
  CHECK(three[0] == near(1 / std::sqrt(7.0f)));
  CHECK(three[1] == near(2 / std::sqrt(16.0f)));
  CHECK(three[3] == near(4 / std::sqrt(27.0f)));
  CHECK(three[4] == near(-1 / std::sqrt(3.0f)));
  // More neighbours than there are.
  const auto all = normalized<neighbours{9, 1.0f, 9.0f, 1.0f}, pixels>(x);
  for (std::size_t i = 0; i < 4; ++i) CHECK(all[i] == near(x[i] / 31.0f));
}
