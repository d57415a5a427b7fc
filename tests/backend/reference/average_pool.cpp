// SPDX-License-Identifier: Apache-2.0
// average_pool on the reference backend: golden vectors, real numbers, rows with gaps.
#include <tenon/backend/reference/average_pool.hpp>

#include "golden/average_pool.hpp"
#include "op/golden_pool.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

constexpr tensor_type square = tensor<f32, 2, 2, 1>::value;
constexpr std::array<float, 4> four{4, -8, 12, 20};

template <auto... Attributes>
using on_square = tenon_test::one_call<reference, op::average_pool_<Attributes...>, rounding::tflite, square>;

static_assert(on_square<window{2, 2}>::run({}, four) == std::array<float, 1>{7});
static_assert(on_square<window{2, 2}, same_padding>::run({}, four) == std::array<float, 4>{7, 6, 16, 20});
static_assert(on_square<window{2, 2}, same_padding, count_padding{true}>::run({}, four) ==
              std::array<float, 4>{7, 3, 8, 5});
static_assert(on_square<window{2, 2}, same_padding, clamp{6.5f, 16.0f}>::run({}, four) ==
              std::array<float, 4>{7, 6.5f, 16, 16});

// Counted padding is as many zero points: (127 - 128 + 2 * 100) / 4 = 49.75; halves go away from zero.
constexpr std::array<std::int8_t, 2> ends{127, -128};
using padded =
    tenon_test::one_call<reference,
                         op::average_pool_<window{2, 2}, padding{1, 0, 0, 1}, stride{1, 2}, count_padding{true}>,
                         rounding::tflite, tensor<i8, 1, 2, 1>::value>;
using uneven = tenon_test::one_call<reference, op::average_pool_<window{2, 1}, padding{1, 1, 0, 0}, count_padding{true}>,
                                    rounding::tflite, tensor<i8, 1, 2, 1>::value>;
static_assert(padded::run({encoding{0.1f, 100}}, ends) == std::array<std::int8_t, 1>{50});
static_assert(uneven::run({encoding{0.1f, 0}}, ends) == std::array<std::int8_t, 4>{64, -64, 64, -64});

constexpr std::array<std::int8_t, 8> eight{1, -2, 4, -4, -128, 127, 5, 6};
static_assert(tenon_test::with_gaps<reference, op::average_pool_<window{1, 2}>, tensor<i8, 2, 1, 2, 2>::value, 3>(
                  eight, std::int8_t{99}) == std::array<std::int8_t, 6>{3, -3, 99, -62, 67, 99});

TEST_CASE("LiteRT's int8 answers, when compiling and when running") {
  tenon_test::for_each_case<tenon_golden::average_pool::cases>([]<class Case>() {
    using pool = tenon_test::pool_of<op::average_pool_, Case>;
    static_assert(tenon_test::answer_of_move<reference, pool, Case>() == Case::expected);
    CHECK(tenon_test::answer_of_move<reference, pool, Case>() == Case::expected);
  });
}

}  // namespace
