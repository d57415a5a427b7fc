// SPDX-License-Identifier: Apache-2.0
// The texts of all operators on int8 are OpenCL C of the versions 1.2, 2.0 and 3.0, as clang understands it,
// without a warning.
#include "backend/adreno/all_operators.hpp"

#include <doctest/doctest.h>

using namespace all_operator_texts;

namespace {

using plain = adreno<a640>;
using chosen = adreno<a740, vector_width{8}, work_group{8, 4, 1}, sub_group::half, integer_dot_product::on,
                      pixels_per_item{2}>;

}  // namespace

TEST_CASE("operators on int8") {
  check_all_versions(text_of(all_operators<plain, rounding::tflite, i8>::calls{}));
}

TEST_CASE("operators on int8 under other policies and rounding") {
  check_all_versions(text_of(all_operators<chosen, rounding::float32, i8>::calls{}));
}

TEST_CASE("what is wrong is found") {
  if (std::system("clang-19 --version >/dev/null 2>&1") == 0)
    CHECK(complaints("__kernel void wrong( {", "-cl-std=CL1.2") != "");
}
