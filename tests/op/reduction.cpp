// SPDX-License-Identifier: Apache-2.0
// What reductions share: which axes go, what is left, and the factor that holds a division.
#include <tenon/op/reduction.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>

namespace {

using namespace tenon;

static_assert(op::mark_axes({0, 2}, 3).bits == 0b101 && op::mark_axes({0, 2}, 3).sound);
static_assert(op::mark_axes({-1, -3}, 3).bits == 0b101 && op::mark_axes({-1, -3}, 3).sound);
static_assert(op::mark_axes({}, 3).bits == 0 && op::mark_axes({}, 3).sound);
static_assert(op::mark_axes({5}, 6).has(5) && !op::mark_axes({5}, 6).has(4));
static_assert(!op::mark_axes({3}, 3).sound && !op::mark_axes({-4}, 3).sound && !op::mark_axes({0}, 0).sound);
static_assert(!op::mark_axes({1, 1}, 3).sound && !op::mark_axes({1, -2}, 3).sound);

constexpr shape block = shape_of(2, 3, 4, 5);
constexpr op::reduced_axes middle = op::mark_axes({1, 2}, 4);
static_assert(op::reduced_shape(block, middle, false) == shape_of(2, 5));
static_assert(op::reduced_shape(block, middle, true) == shape_of(2, 1, 1, 5));
static_assert(op::reduced_shape(block, {}, false) == block);
static_assert(op::reduced_shape(block, op::mark_axes({0, 1, 2, 3}, 4), false) == shape_of());
static_assert(op::reduced_count(block, middle) == 12 && op::reduced_count(block, {}) == 1);
static_assert(op::reduced_count(block, op::mark_axes({0, 1, 2, 3}, 4)) == 120);

// 1.0 is 2^30 * 2^(1 - 31). The count shifts it up as far as its own highest bit and divides.
static_assert(op::mean_factor(q31_rule{}, 1.0, 1) == q31_factor{1 << 30, 1});
static_assert(op::mean_factor(q31_rule{}, 1.0, 4) == q31_factor{1 << 30, -1});
static_assert(op::mean_factor(q31_rule{}, 1.0, 3) == q31_factor{715827882, 0});
static_assert(op::mean_factor(q31_rule{}, 1.0, 7) == q31_factor{613566756, -1});
// 2^-30 is 2^30 * 2^(-29 - 31): only two bits are left to shift by, so four more go out of the multiplier.
static_assert(op::mean_factor(q31_rule{}, 0x1p-30, 64) == q31_factor{1 << 26, -31});
static_assert(op::mean_factor(q31_rule{}, 0.0, 5).multiplier == 0);
static_assert(op::mean_factor(float32_rule{}, 1.0, 4) == 0.25f);
static_assert(op::mean_factor(float32_rule{}, 0.1, 3) == static_cast<float>(0.1 / 3));

constexpr auto prepared = op::prepare_mean<q31_rule>(4, {0.5f, 7}, {0.25f, -9});
static_assert(prepared.factor == op::mean_factor(q31_rule{}, 2.0, 4));
static_assert(prepared.input_zero_point == 7 && prepared.output_zero_point == -9);

/// Refuses what has one axis.
template <auto... Attributes>
struct first_axis_ : op::reduction<first_axis_<Attributes...>> {
  static constexpr std::string_view word = "first_axis";
  static constexpr bool kept = true;
  static constexpr op::reduced_axes marked(const shape& extents) noexcept {
    return op::mark_axes({0}, extents.rank);
  }
  static constexpr std::string_view fault_of_input(const shape& extents) noexcept {
    return extents.rank == 1 ? "tenon: too flat; give more axes" : "";
  }
};
using first_axis = first_axis_<encoded{{0.5f, 3}}>;
static_assert(operation<first_axis>);
constexpr std::array<edge_type, 1> cube{edge_type{{i32, shape_of(3, 2)}, {}}};
constexpr std::array<edge_type, 1> row{edge_type{{i32, shape_of(3)}, {}}};
static_assert(first_axis::infer(cube).edge == edge_type{tensor<i32, 1, 2>::value, {0.5f, 3}});
static_assert(first_axis::infer(row).fault == "tenon: too flat; give more axes");

}  // namespace

TEST_CASE("a Q31 factor with its division is the real quotient, at most one step of its multiplier below") {
  int wrong = 0;
  for (int count = 1; count < 5000; count += count / 7 + 1)
    for (const double real : {1e-6, 0.003, 0.5, 0.75, 1.0, 1.7, 200.0}) {
      const q31_factor made = op::mean_factor(q31_rule{}, real, count);
      const double step = std::ldexp(1.0, made.exponent - 31);
      const double exact =
          std::ldexp(static_cast<double>(to_q31(real).multiplier), to_q31(real).exponent - 31) / count;
      wrong += made.multiplier * step > exact || (made.multiplier + 1) * step <= exact;
      wrong += made.multiplier < 1 << 29;
    }
  CHECK(wrong == 0);
}
