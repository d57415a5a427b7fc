// SPDX-License-Identifier: Apache-2.0
// clip: bounds of every kind against a second computation, and the refusal of exchanged ones.
#include <tenon/op/clip.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <op/one_input.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr tensor_type some = tensor<f32, 2, 3>::value;

static_assert(operation<op::clip_<>> && one_input_function<op::clip_<>> && offers_clamp<op::clip_<>>);
static_assert(op::clip_<>::real(-1e30f) == -1e30f && op::clip_<>::real(infinite) == infinite);
static_assert(op::clip_<clamp{-1.0f, 2.0f}>::real(-3.0f) == -1.0f &&
              op::clip_<clamp{-1.0f, 2.0f}>::real(3.0f) == 2.0f);
static_assert(op::clip_<clamp{.high = 2.0f}>::real(-1e9f) == -1e9f &&
              op::clip_<clamp{.low = 2.0f}>::real(1e9f) == 1e9f);
static_assert(refusal_of<op::clip_<clamp{-1.0f, 1.0f}>>(some).empty() &&
              refusal_of<op::clip_<clamp{1.0f, 1.0f}>>(some).empty());
static_assert(refusal_of<op::clip_<clamp{1.0f, -1.0f}>>(some) ==
              "tenon: clip has its lower bound above its upper bound; exchange them");
static_assert(!refusal_of<op::clip_<clamp{std::numeric_limits<float>::quiet_NaN(), 1.0f}>>(some).empty());

/// A bound in the output's encoding: float32 quotient, halves away from zero; without one, the end of int8.
std::int64_t bound_in(float bound, encoding out, std::int64_t otherwise) {
  if (std::isinf(bound)) return otherwise;
  return within(static_cast<std::int64_t>(std::round(bound / out.scale)) + out.zero_point, -128, 127);
}

template <clamp Bounds, class Rounding>
void check_against_second_computation() {
  for (const auto& [in, out] : encoding_pairs) {
    const auto y = run_all<reference, op::clip_<Bounds>, Rounding>(in, out);
    const auto factor = static_cast<double>(in.scale / out.scale);
    const std::int64_t low = bound_in(Bounds.low, out, -128);
    const std::int64_t high = bound_in(Bounds.high, out, 127);
    int wrong = 0;
    for (int q = -128; q < 128; ++q)
      wrong += y[static_cast<std::size_t>(q + 128)] !=
               within(out.zero_point + scaled_again<Rounding>(q - in.zero_point, factor), low, high);
    CHECK(wrong == 0);
  }
}

template <clamp Bounds>
void check_both_roundings() {
  check_against_second_computation<Bounds, rounding::tflite>();
  check_against_second_computation<Bounds, rounding::float32>();
}

}  // namespace

TEST_CASE("clip equals a second computation for bounds of every kind") {
  check_both_roundings<clamp{}>();
  check_both_roundings<clamp{-1.0f, 1.0f}>();
  check_both_roundings<clamp{.low = -0.35f}>();
  check_both_roundings<clamp{.high = 0.35f}>();
  check_both_roundings<clamp{0.7f, 0.7f}>();
  check_both_roundings<clamp{1e6f, 1e7f}>();
}

TEST_CASE("clip of real numbers") {
  const std::array<float, 5> x{-infinite, -1.5f, 0.0f, 0.25f, infinite};
  CHECK(run_one<reference, op::clip_<clamp{-1.0f, 0.125f}>, tensor<f32, 5>::value>(x) ==
        std::array<float, 5>{-1.0f, -1.0f, 0.0f, 0.125f, 0.125f});
}
