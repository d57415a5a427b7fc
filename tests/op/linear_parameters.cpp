// SPDX-License-Identifier: Apache-2.0
// Structures that linear kernels compute with: no padding, and weights found in both orders.
#include <tenon/op/linear_parameters.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <cstring>

using namespace tenon;

namespace {

constexpr int channels = 3;
constexpr int taps = 5;
using integers = op::linear_parameters<i8, q31_rule, channels, taps>;
using reals = op::linear_parameters<f32, q31_rule, channels, taps>;
static_assert(integers{}.kernel.size() == 16 && reals{}.kernel.size() == 15);
static_assert(sizeof(integers) == 16 + 4 * channels + 8 * channels + 5 * 4);
static_assert(sizeof(reals) == (15 + 3 + 2) * sizeof(float));

using first = op::detail::channel_walk<channels, taps, op::kernel_order::output_first>;
using last = op::detail::channel_walk<channels, taps, op::kernel_order::output_last>;
static_assert(first::start(2) == 10 && first::step == 1);
static_assert(last::start(2) == 2 && last::step == 3);

template <class Walk>
int visits(std::array<int, 15>& seen) {
  int count = 0;
  for (std::size_t o = 0; o < channels; ++o)
    for (std::size_t tap = 0; tap < taps; ++tap, ++count) ++seen[Walk::start(o) + tap * Walk::step];
  return count;
}

}  // namespace

TEST_CASE("a walk over all channels meets every weight once, in both orders") {
  std::array<int, 15> once{};
  once.fill(1);
  std::array<int, 15> in_rows{};
  std::array<int, 15> in_columns{};
  CHECK(visits<first>(in_rows) == 15);
  CHECK(visits<last>(in_columns) == 15);
  CHECK(in_rows == once);
  CHECK(in_columns == once);
}
