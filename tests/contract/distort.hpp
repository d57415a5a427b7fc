// SPDX-License-Identifier: Apache-2.0
// Numbers of a draw beyond what trained arrays bring about; needs no library, so that it runs on a bare processor too.
#pragma once

#include <cstdint>
#include <limits>
#include <type_traits>

namespace tenon_test {

template <class Random>
int draw_between(Random& random, int low, int high) {
  return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
}

namespace detail {

template <class Random, class Bounds>
void draw_bounds(Random& random, Bounds& p) {
  using value = decltype(p.low);
  if (random() % 2 == 0) return;
  if constexpr (std::is_same_v<value, float>) {
    p.low = random() % 2 == 0 ? 0.0f : static_cast<float>(draw_between(random, -2048, 0)) / 1024.0f;
    p.high = random() % 2 == 0 ? std::numeric_limits<float>::infinity()
                               : p.low + static_cast<float>(draw_between(random, 0, 6144)) / 1024.0f;
  } else {
    p.low = draw_between(random, -128, 127);
    p.high = draw_between(random, p.low, 127);
  }
}

}  // namespace detail

/// Changes what portable parameters hold: bounds, zero points of kernels, biases near the ends of int32.
template <class Random, class Parameters>
void distort(Random& random, Parameters& p) {
  if constexpr (requires {
                  p.low;
                  p.high;
                })
    detail::draw_bounds(random, p);
  if constexpr (requires { p.bounds.low; }) detail::draw_bounds(random, p.bounds);
  if constexpr (requires {
                  p.kernel_zero_point;
                  p.bias;
                }) {
    if (random() % 4 == 0) p.kernel_zero_point = draw_between(random, -128, 127);
    if (random() % 8 == 0)
      for (auto& bias : p.bias) bias = random() % 2 == 0 ? std::numeric_limits<std::int32_t>::max() : -2147483647 - 1;
  }
}

}  // namespace tenon_test
