// SPDX-License-Identifier: Apache-2.0
// batch_matmul on the reference backend: integers by hand under both roundings, and what there is no kernel for.
#include <tenon/backend/reference/batch_matmul.hpp>

#include "op/call_on.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

// (1 - 1) * 2 + (4 - 1) * 3 = 9 and (3 - 1) * 2 + (0 - 1) * 3 = 1, times 0.5 * 1 / 1 = 0.5.
template <class Rounding>
constexpr auto product =
    tenon_test::one_call<reference, op::batch_matmul_<encoded{{1.0f, -2}}>, Rounding, tensor<i8, 2, 2>::value,
                         tensor<i8, 2, 1>::value>::run({encoding{0.5f, 1}, encoding{1.0f, 10}},
                                                       std::array<std::int8_t, 4>{1, 4, 3, 0},
                                                       std::array<std::int8_t, 2>{12, 13});
static_assert(product<rounding::tflite> == std::array<std::int8_t, 2>{5 - 2, 1 - 2}, "halves away from zero");
static_assert(product<rounding::float32> == std::array<std::int8_t, 2>{4 - 2, 0 - 2}, "halves to even");

constexpr operand half{tensor<f16, 2, 2>::value};
static_assert(!has_kernel<reference, call<op::batch_matmul_<>, rounding::tflite, half, half, half>>);

}  // namespace
