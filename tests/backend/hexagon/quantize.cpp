// SPDX-License-Identifier: Apache-2.0
// quantize on Hexagon: against the reference, over shapes, encodings and numbers.
#include <tenon/backend/hexagon/quantize.hpp>

#include "backend/hexagon/calls.hpp"
#include "contract/ugly_numbers.hpp"

#include <tenon/backend/reference/quantize.hpp>

#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("numbers become the reference's integers") {
  CHECK(differences_over_shapes_on_hexagon<op::quantize_<>, f32>() == 0);
}

namespace {

/// Ugly numbers that do not become the reference's integers.
template <element Made>
int wrong_ugly_numbers(std::mt19937& random, encoding code) {
  constexpr tensor_type input = tensor<f32, 1024>::value;
  using word = op::quantize_<Made>;
  const auto x = ugly_numbers(code, random);
  return differences(run_one<hexagon<v68>, word, input>(x, {}, code), run_one<reference, word, input>(x, {}, code),
                     agreement::exact);
}

}  // namespace

TEST_CASE("ugly numbers become the reference's integers") {
  std::mt19937 random(seed_of_round(3));
  for (int draw = 0; draw < 20; ++draw) {
    const encoding code = draw_encoding(random);
    CHECK(wrong_ugly_numbers<i8>(random, code) == 0);
    CHECK(wrong_ugly_numbers<u8>(random, {code.scale, code.zero_point + 128}) == 0);
  }
}

TEST_CASE("scales at the end of what vectors take, beyond it, and none at all") {
  std::mt19937 random(4);
  for (const float scale : {0x1p-100f, 0x1.fffffep99f, 0x1p100f, 0x1.fffffep-101f, 1e-39f, 3e38f, 0.0f})
    for (const int zero_point : {-128, 3, 127}) CHECK(wrong_ugly_numbers<i8>(random, {scale, zero_point}) == 0);
}

TEST_CASE("uint8 is LiteRT's too") { check_quantize_to_uint8<hexagon<v68>>(); }
