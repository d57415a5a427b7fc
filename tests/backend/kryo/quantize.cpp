// SPDX-License-Identifier: Apache-2.0
// quantize on the kryo backend: LiteRT's answers, and where float32 bounds are exact.
#include <tenon/backend/kryo/quantize.hpp>

#include <golden/quantize.hpp>
#include <op/one_input.hpp>
#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

using quantizer = kryo_kernels::batch_quantizer<i8>;
static_assert(quantizer::suits({0.1f, 0}) && quantizer::suits({1e-45f, -128}) &&
              quantizer::suits({3e38f, 127}));
static_assert(!quantizer::suits({0.0f, 0}) && !quantizer::suits({-1.0f, 0}) &&
              !quantizer::suits({0.1f, 1 << 22}));
static_assert(!quantizer::suits({0.1f, std::numeric_limits<std::int32_t>::min()}));
static_assert(!quantizer::suits({std::numeric_limits<float>::infinity(), 0}));
static_assert(!quantizer::suits({std::numeric_limits<float>::quiet_NaN(), 0}));

}  // namespace

TEST_CASE("quantize on kryo equals LiteRT") {
  for_each_case<tenon_golden::quantize::cases>([]<class Case>() {
    constexpr tensor_type input{f32, shape_from(Case::input_shape)};
    CHECK(run_one<kryo, op::quantize_<>, input>(Case::input, {}, Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("a part of a batch is all that is written") {
  std::array<std::int8_t, 2> y{1, 1};
  quantizer({0.5f, 1}).store(kryo_kernels::floats(-2.0f), y.data(), 1);
  CHECK(y == std::array<std::int8_t, 2>{-3, 1});
}

TEST_CASE("quantize to uint8 equals LiteRT") { check_quantize_to_uint8<kryo>(); }
