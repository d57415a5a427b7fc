// SPDX-License-Identifier: Apache-2.0
// The walk over selected slices: every slice is copied once, in the order of the result.
#include <tenon/op/selected_slices.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/kernel/call.hpp>
#include <tenon/op/gather.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

struct plain_copy {
  template <int Count, class Value>
  static constexpr void run(Value* y, const Value* x) noexcept {
    for (int i = 0; i < Count; ++i) y[i] = x[i];
  }
};

using picked = call<op::gather_<indices<2, 0>>, rounding::tflite, operand{tensor<i32, 2, 2>::value},
                    operand{tensor<i32, 3, 2>::value}>;

}  // namespace

TEST_CASE("rows come in the order of their indices") {
  const std::array<std::int32_t, 6> x{1, 2, 3, 4, 5, 6};
  std::array<std::int32_t, 4> y{};
  selected_slices<picked, plain_copy>::run({}, nullptr, y.data(), x.data());
  CHECK(y == std::array<std::int32_t, 4>{5, 6, 1, 2});
}
