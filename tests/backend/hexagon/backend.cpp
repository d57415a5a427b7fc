// SPDX-License-Identifier: Apache-2.0
// The Hexagon backend: kernels written for one architecture serve the later ones, and none the earlier.
#include <tenon/backend/hexagon/backend.hpp>

#include <tenon/backend/hexagon/reshape.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/op/flatten.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

using flat = call<op::flatten_<>, rounding::tflite, operand{tensor<i8, 6>::value}, operand{tensor<i8, 2, 3>::value}>;

}  // namespace

static_assert(since<v73, v66> && since<v68, v68> && !since<v66, v68>);
static_assert(has_kernel<hexagon<v66>, flat> && has_kernel<hexagon<v68>, flat> && has_kernel<hexagon<v73>, flat>);

TEST_CASE("the backend says who it is") {
  CHECK(hexagon<v68>::name == "hexagon");
  CHECK(hexagon<v68>::alignment == 128);
}
