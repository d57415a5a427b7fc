// SPDX-License-Identifier: Apache-2.0
// max_pool on the reference backend: golden vectors, real numbers, rows with gaps.
#include <tenon/backend/reference/max_pool.hpp>

#include "golden/max_pool.hpp"
#include "op/golden_pool.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

constexpr tensor_type square = tensor<f32, 3, 3, 1>::value;
constexpr std::array<float, 9> nine{-1, -2, -3, -4, -5, -6, -7, -8, -9};

template <auto... Attributes>
using on_square = tenon_test::one_call<reference, op::max_pool_<Attributes...>, rounding::tflite, square>;

static_assert(on_square<window{2, 2}>::run({}, nine) == std::array<float, 4>{-1, -2, -4, -5});
static_assert(on_square<window{3, 1}, stride{2, 2}, same_padding>::run({}, nine) == std::array<float, 4>{-1, -3, -4, -6});
static_assert(on_square<window{2, 2}, dilation{2, 2}>::run({}, nine) == std::array<float, 1>{-1});
static_assert(on_square<window{2, 2}, padding{1, 0, 0, 1}, clamp{-4.5f, -1.5f}>::run({}, nine) ==
              std::array<float, 9>{-1.5f, -2, -3, -1.5f, -2, -3, -4, -4.5f, -4.5f});

// Two images of two pixels, results three elements apart.
constexpr std::array<std::int8_t, 8> eight{1, -2, 3, -4, -128, 127, 5, 6};
static_assert(tenon_test::with_gaps<reference, op::max_pool_<window{1, 2}>, tensor<i8, 2, 1, 2, 2>::value, 3>(
                  eight, std::int8_t{99}) == std::array<std::int8_t, 6>{3, -2, 99, 5, 127, 99});

TEST_CASE("LiteRT's int8 answers, when compiling and when running") {
  tenon_test::for_each_case<tenon_golden::max_pool::cases>([]<class Case>() {
    using pool = tenon_test::pool_of<op::max_pool_, Case>;
    static_assert(tenon_test::answer_of_move<reference, pool, Case>() == Case::expected);
    CHECK(tenon_test::answer_of_move<reference, pool, Case>() == Case::expected);
  });
}

}  // namespace
