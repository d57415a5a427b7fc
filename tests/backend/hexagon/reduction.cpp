// SPDX-License-Identifier: Apache-2.0
// Rows of reduced tensors: each value goes into one result, and into the right one.
#include <tenon/backend/hexagon/reduction.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/mean.hpp>

#include <doctest/doctest.h>

#include <array>

using namespace tenon;

namespace {

using over_rows = call<op::mean_<axes(0, 2)>, rounding::tflite, operand{tensor<i8, 3, 5>::value},
                       operand{tensor<i8, 2, 3, 4, 5>::value}>;
using walk = hexagon_kernels::reduced<over_rows>;

}  // namespace

static_assert(walk::values == 8 && walk::row == 5 && walk::rows == 3);

TEST_CASE("all rows are visited once, under the result that they belong to") {
  std::array<std::int8_t, 120> x{};
  std::array<int, 120> visits{};
  for (int result = 0; result < walk::rows; ++result)
    walk::for_each_row(x.data(), result, [&](const std::int8_t* row) {
      const auto at = static_cast<std::size_t>(row - x.data());
      CHECK(static_cast<int>(at) / 20 % 3 == result);
      ++visits[at];
    });
  for (std::size_t i = 0; i < visits.size(); ++i) CHECK(visits[i] == (i % 5 == 0 ? 1 : 0));
}
