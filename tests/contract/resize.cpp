// SPDX-License-Identifier: Apache-2.0
// resize: kryo against the reference, over shapes and values.
#include <tenon/op/resize.hpp>

#include <tenon/backend/kryo/resize.hpp>
#include <tenon/backend/reference/resize.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {
template <image_size Size, sampling Points, int... Extents>
int differences_of_resize(unsigned seed) {
  using mixed = op::resize_<Size, bilinear, Points>;
  return movement_differences<op::resize_<Size, nearest, Points>, Extents...>(seed) +
         differences_of_call<mixed, rounding::tflite, agreement::exact, tensor<i8, Extents...>::value>(seed) +
         differences_of_call<mixed, rounding::tflite, agreement::near, tensor<f32, Extents...>::value>(seed);
}

template <image_size Size, int... Extents>
int differences_of_samplings(unsigned seed) {
  return differences_of_resize<Size, asymmetric, Extents...>(seed) +
         differences_of_resize<Size, half_pixel, Extents...>(seed) +
         differences_of_resize<Size, align_corners, Extents...>(seed);
}
}  // namespace

TEST_CASE("resize gives the same image on kryo and the reference") {
  CHECK(differences_of_samplings<image_size{1, 1}, 1, 1, 1>(1) == 0);
  CHECK(differences_of_samplings<image_size{7, 9}, 1, 1, 3>(2) == 0);
  CHECK(differences_of_samplings<image_size{1, 1}, 5, 4, 2>(3) == 0);
  CHECK(differences_of_samplings<image_size{6, 8}, 3, 4, 5>(4) == 0);
  CHECK(differences_of_samplings<image_size{3, 4}, 6, 8, 17>(5) == 0);
  CHECK(differences_of_samplings<image_size{5, 5}, 5, 5, 1>(6) == 0);
  CHECK(differences_of_samplings<image_size{7, 3}, 2, 3, 7, 4>(7) == 0);
  CHECK(differences_of_samplings<image_size{2, 11}, 11, 2, 33>(8) == 0);
  CHECK(differences_of_samplings<image_size{13, 1}, 4, 9, 2>(9) == 0);
  CHECK(differences_of_samplings<image_size{650, 2}, 1, 3, 1>(10) == 0);
}
