// SPDX-License-Identifier: Apache-2.0
// Least floats: of plain encodings by hand, of others on both sides of each, and ranks of floats.
#include <tenon/core/least_float.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

using namespace tenon;

static_assert(least_float_of(1, {1.0f, 0}) == 0.5f);
static_assert(least_float_of(0, {1.0f, 0}) == -0x1.fffffep-2f);
static_assert(least_float_of(-127, {0.5f, 0}) == -0x1.fdfffep+5f);
static_assert(least_float_of(127, {3e38f, -128}) == std::numeric_limits<float>::infinity());
static_assert(least_float_of(-128, {1.0f, 0}) == -std::numeric_limits<float>::infinity());
static_assert(float_rank(float_of_rank(-5)) == -5);
static_assert(float_rank(-0.0f) == 0);
static_assert(float_rank(-1.0f) == -float_rank(1.0f));

TEST_CASE("the least float of an integer becomes it, and the one before does not") {
  for (const encoding code : {encoding{0.1f, 3}, encoding{0x1p-20f, -128}, encoding{1e3f, 127}, encoding{0.0078f, 0}})
    for (int q = -127; q < 128; ++q) {
      const float least = least_float_of(q, code);
      if (std::isinf(least)) continue;
      CHECK(quantize_value(least, code, -128, 127) >= q);
      CHECK(quantize_value(std::nextafter(least, -INFINITY), code, -128, 127) < q);
    }
}
