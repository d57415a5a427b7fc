// SPDX-License-Identifier: Apache-2.0
// softmax: kryo against the reference, over shapes, encodings and values, with rows around and beyond every
// limit.
#include <tenon/op/softmax.hpp>

#include <tenon/backend/kryo/softmax.hpp>
#include <tenon/backend/reference/softmax.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

template <int Length>
int differences_of_rows() {
  return differences_over_draws<op::softmax_<>, tensor<i8, 2, Length>::value, rounding::tflite,
                                agreement::exact>(Length);
}

}  // namespace

TEST_CASE("softmax of integers is equal on kryo and the reference") {
  CHECK(differences_over_shapes<op::softmax_<>, i8, agreement::exact>() == 0);
  CHECK(differences_over_shapes<op::softmax_<beta{0.3f}>, i8, agreement::exact>() == 0);
  CHECK(differences_of_rows<255>() == 0);
  CHECK(differences_of_rows<256>() == 0);
  CHECK(differences_of_rows<1001>() == 0);
}

TEST_CASE("rows of equals are equal, beyond the sums that LiteRT takes too") {
  std::array<std::int8_t, 8192> x{};
  const encoding out{1.0f / 256.0f, -128};
  CHECK(run_one<kryo, op::softmax_<>, tensor<i8, 8192>::value>(x, {0.1f, 0}, out) ==
        run_one<reference, op::softmax_<>, tensor<i8, 8192>::value>(x, {0.1f, 0}, out));
}

TEST_CASE("softmax of real numbers is near on kryo and the reference") {
  CHECK(differences_over_shapes<op::softmax_<>, f32, agreement::near>() == 0);
  CHECK(differences_over_shapes<op::softmax_<beta{2.5f}>, f32, agreement::near>() == 0);
}
