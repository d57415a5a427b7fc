// SPDX-License-Identifier: Apache-2.0
// resize on kryo: golden vectors, and ties below zero.
#include <tenon/backend/kryo/resize.hpp>

#include "golden/resize_bilinear.hpp"
#include "golden/resize_nearest.hpp"
#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

template <class Case>
constexpr sampling points_of() {
  return Case::align_corners ? align_corners : Case::half_pixel_centers ? half_pixel : asymmetric;
}

template <interpolation Method, class Cases>
void check_golden() {
  tenon_test::for_each_case<Cases>([]<class Case>() {
    using resized = op::resize_<image_size{Case::rows, Case::columns}, Method, points_of<Case>()>;
    CHECK(tenon_test::answer_of_move<kryo, resized, Case>() == Case::expected);
  });
}

TEST_CASE("LiteRT's int8 answers") {
  check_golden<nearest, tenon_golden::resize_nearest::cases>();
  check_golden<bilinear, tenon_golden::resize_bilinear::cases>();
}

TEST_CASE("Halves are rounded away from zero on both sides of it") {
  const std::int8_t pixels[4]{1, -1, 2, -2};
  std::int8_t y[2]{};
  kryo_kernels::mix_pixels<2>(y, pixels, pixels + 2, pixels, pixels + 2, std::int32_t{0}, std::int32_t{512});
  CHECK(y[0] == 2);
  CHECK(y[1] == -2);
}

}  // namespace
