// SPDX-License-Identifier: Apache-2.0
// dequantize on the reference backend: LiteRT's answers bit for bit.
#include <tenon/backend/reference/dequantize.hpp>

#include <golden/dequantize.hpp>
#include <op/one_input.hpp>
#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::dequantize_<>;

static_assert(has_kernel<reference, call_on<word, tensor<i8, 3>::value>> &&
              !has_kernel<reference, call_on<word, tensor<i4, 3>::value>>);
static_assert(run_one<reference, word, tensor<i8, 3>::value>(std::array<std::int8_t, 3>{-128, 3, 127},
                                                             {0.5f, 3}) ==
              std::array<float, 3>{-65.5f, 0.0f, 62.0f});

}  // namespace

TEST_CASE("dequantize equals LiteRT on all 256 integers") {
  for_each_case<tenon_golden::dequantize::cases>([]<class Case>() {
    const auto y = run_one<reference, word, tensor<i8, 256>::value>(Case::input, Case::input_encoding);
    int wrong = 0;
    for (std::size_t i = 0; i < y.size(); ++i)
      wrong += std::bit_cast<std::uint32_t>(y[i]) != std::bit_cast<std::uint32_t>(Case::expected[i]);
    CHECK(wrong == 0);
  });
}

TEST_CASE("dequantize of uint8 equals LiteRT") { check_dequantize_of_uint8<reference>(); }
