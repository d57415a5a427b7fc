// SPDX-License-Identifier: Apache-2.0
// Rounding of a real input: ranges and integers equal to those of the definition, for all lengths of arrays.
#include <tenon/backend/kryo/round_input.hpp>

#include "contract/memory.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;
using namespace tenon_test;

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

template <int Count>
void check_rounding(const tight_array<float>& x, const op::input_rounding& by) {
  guarded_array<std::int8_t> integers(Count);
  guarded_array<float> reals(Count);
  input_rounder(by).round<Count>(x.data(), integers.data());
  input_rounder(by).round<Count>(x.data(), reals.data());
  int wrong = 0;
  for (std::size_t i = 0; i < std::size_t{Count}; ++i)
    wrong += integers[i] != by.round(x[i]) + by.zero_point || reals[i] != static_cast<float>(by.round(x[i]));
  CHECK(wrong == 0);
  CHECK((integers.guards_hold() && reals.guards_hold()));
}

template <int Count>
void check_length() {
  std::mt19937 random(Count);
  std::normal_distribution<float> normal;
  for (int draw = 0; draw < 40; ++draw) {
    tight_array<float> x(Count);
    for (float& value : x) value = 30.0f * (normal(random) + static_cast<float>(draw % 5 - 2));
    if (draw % 4 == 1) x[static_cast<std::size_t>(Count / 2)] = not_a_number;
    if (draw % 8 == 7) x[static_cast<std::size_t>(Count - 1)] = infinity;
    const op::value_range range = range_of_values<Count>(x.data()), expected = op::value_range::of(x.data(), Count);
    CHECK((range.low == expected.low && range.high == expected.high));
    check_rounding<Count>(x, op::input_rounding::of<dynamic_range::symmetric>(range));
    check_rounding<Count>(x, op::input_rounding::of<dynamic_range::asymmetric>(range));
  }
}

TEST_CASE("ranges and integers are those of the definition") {
  check_length<1>();
  check_length<3>();
  check_length<16>();
  check_length<67>();
}

TEST_CASE("halves and their neighbours are rounded away from zero, or not at all") {
  tight_array<float> x(1536);
  for (int i = 0; i < 512; ++i) {
    const float half = static_cast<float>(i - 256) + 0.5f;
    const auto at = static_cast<std::size_t>(3 * i);
    x[at] = half;
    x[at + 1] = std::nextafter(half, -infinity);
    x[at + 2] = std::nextafter(half, infinity);
  }
  check_rounding<1536>(x, {1.0f, 1.0f, 0, -127});
  check_rounding<1536>(x, {1.0f, 1.0f, 127, -128});
  check_rounding<1536>(x, {1.0f, 1.0f, -128, -128});
}

}  // namespace
