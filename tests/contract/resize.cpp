// SPDX-License-Identifier: Apache-2.0
// resize: kryo against the reference, over shapes and values.
#include <tenon/op/resize.hpp>

#include <tenon/backend/kryo/resize.hpp>
#include <tenon/backend/reference/resize.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

#include <array>

using namespace tenon;
using namespace tenon_test;

namespace {

template <image_size Size, sampling Points, shape Extents>
int differences_of_resize(unsigned seed) {
  using mixed = op::resize_<Size, bilinear, Points>;
  return movement_differences_over<op::resize_<Size, nearest, Points>, Extents>(seed) +
         differences_of_call<mixed, rounding::tflite, agreement::exact, tensor_type{i8, Extents}>(seed) +
         differences_of_call<mixed, rounding::tflite, agreement::near, tensor_type{f32, Extents}>(seed);
}

template <image_size Size, int... Extents>
int differences_of_samplings(unsigned seed) {
  return differences_of_resize<Size, asymmetric, shape_of(Extents...)>(seed) +
         differences_of_resize<Size, half_pixel, shape_of(Extents...)>(seed) +
         differences_of_resize<Size, align_corners, shape_of(Extents...)>(seed);
}

/// An image, with a batch or without, and the size that it gets: larger, smaller or as it is.
struct drawn_resize {
  shape extents{};
  image_size size{1, 1};
  sampling points = asymmetric;
};

constexpr drawn_resize draw_resize(unsigned seed) {
  lottery draw(seed * 1000 + 8000);
  drawn_resize made;
  if (draw.between(0, 2) == 0) made.extents.push_back(draw.between(1, 3));
  for (const int most : {9, 11}) made.extents.push_back(draw.between(1, most));
  made.extents.push_back(draw.one_of(awkward_channels));
  made.size = {draw.between(1, 13), draw.between(1, 13)};
  made.points = std::array{asymmetric, half_pixel, align_corners}[seed % 3];
  return made;
}

}  // namespace

TEST_CASE("resize gives the same image of drawn shapes") {
  CHECK(differences_over_seeds([]<unsigned Seed>() {
          constexpr drawn_resize drawn = draw_resize(Seed);
          return differences_of_resize<drawn.size, drawn.points, drawn.extents>(Seed + 100);
        }) == 0);
}

TEST_CASE("resize gives the same image on kryo and the reference") {
  CHECK(differences_of_samplings<image_size{1, 1}, 5, 4, 2>(3) == 0);
  CHECK(differences_of_samplings<image_size{5, 5}, 5, 5, 1>(6) == 0);
  CHECK(differences_of_samplings<image_size{7, 3}, 2, 3, 7, 4>(7) == 0);
  CHECK(differences_of_samplings<image_size{650, 2}, 1, 3, 1>(10) == 0);
}
