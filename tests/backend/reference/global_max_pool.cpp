// SPDX-License-Identifier: Apache-2.0
// global_max_pool on the reference backend: both types, negative numbers only, batches.
#include <tenon/backend/reference/global_max_pool.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

constexpr std::array<std::int8_t, 12> twelve{-128, -7, -128, -9, -128, -8, 127, 0, 1, 2, 3, 4};
using two_images = tenon_test::one_call<reference, op::global_max_pool_<>, rounding::tflite, tensor<i8, 2, 3, 1, 2>::value>;
static_assert(two_images::run({}, twelve) == std::array<std::int8_t, 4>{-128, -7, 127, 4});

constexpr std::array<float, 6> six{-3, -0.5f, -2, -8, -1e38f, -1};
using one_image = tenon_test::one_call<reference, op::global_max_pool_<keep_axes{true}>, rounding::tflite,
                                       tensor<f32, 1, 3, 2>::value>;
static_assert(one_image::result.extents == shape_of(1, 1, 2));
static_assert(one_image::run({}, six) == std::array<float, 2>{-2, -0.5f});

TEST_CASE("the largest of each channel, at run time") {
  CHECK(two_images::run({}, twelve) == std::array<std::int8_t, 4>{-128, -7, 127, 4});
  CHECK(one_image::run({}, six) == std::array<float, 2>{-2, -0.5f});
}

}  // namespace
