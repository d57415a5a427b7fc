// SPDX-License-Identifier: Apache-2.0
// The texts of all operators on real numbers, and of the conversions, are OpenCL C as those on int8 are.
#include "backend/adreno/all_operators.hpp"

#include <doctest/doctest.h>

using namespace all_operator_texts;

namespace {

using textured = adreno<a640, weight_storage::image2d>;
using halves =
    adreno<a740, real_storage::f16, vector_width{8}, work_group{8, 4, 1}, sub_group::full, pixels_per_item{2}>;

template <class Backend>
std::string conversions() {
  return tenon_test::program_of<
             call_of_operator<Backend, rounding::tflite, quantize_<encoded{{0.1f, 3}}>, tensor<f32, 10>::value>,
             call_of_operator<Backend, rounding::tflite, dequantize_<>, tensor<i8, 12>::value>>()
      .text;
}

}  // namespace

TEST_CASE("operators on float32, weights in textures") {
  check_all_versions(text_of(all_operators<textured, rounding::tflite, f32>::calls{}));
}

TEST_CASE("operators on halves") {
  check_all_versions(text_of(all_operators<halves, rounding::tflite, f32>::calls{}));
}

TEST_CASE("conversions") {
  check_all_versions(conversions<textured>());
  check_all_versions(conversions<halves>());
}
