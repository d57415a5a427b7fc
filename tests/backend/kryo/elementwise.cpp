// SPDX-License-Identifier: Apache-2.0
// elementwise on the kryo backend: its variants, LiteRT's answers, unaligned arrays and arrays in place.
#include <tenon/backend/kryo/elementwise.hpp>

#include <tenon/op/relu6.hpp>

#include <golden/relu6.hpp>
#include <golden/sigmoid.hpp>
#include <op/one_input.hpp>
#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

template <class Operator, tensor_type Input>
using on_kryo = kernel<kryo, call_on<Operator, Input>>;

static_assert(on_kryo<op::relu6_<>, tensor<f32, 3>::value>::variant == "batches");
static_assert(on_kryo<op::relu6_<>, tensor<i8, 3>::value>::variant == "table");
static_assert(!has_kernel<kryo, call_on<op::relu6_<>, tensor<i32, 3>::value>>);
static_assert(!has_kernel<kryo, call_on<op::relu6_<>, tensor<f16, 3>::value>>);

}  // namespace

TEST_CASE("kryo equals LiteRT on all 256 integers") {
  for_each_case<tenon_golden::relu6::cases>([]<class Case>() {
    CHECK(run_all<kryo, op::relu6_<>>(Case::input_encoding, Case::output_encoding) == Case::expected);
  });
  for_each_case<tenon_golden::sigmoid::cases>([]<class Case>() {
    CHECK(run_all<kryo, op::sigmoid_<>>(Case::input_encoding, Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("arrays may be unaligned and written over") {
  alignas(64) std::array<float, 40> memory{};
  float* const odd = memory.data() + 1;
  for (int i = 0; i < 37; ++i) odd[i] = static_cast<float>(i) - 18.0f;
  on_kryo<op::relu6_<>, tensor<f32, 37>::value>::run({}, nullptr, odd, odd);
  for (int i = 0; i < 37; ++i) CHECK(odd[i] == op::relu6_<>::real(static_cast<float>(i) - 18.0f));
  CHECK(memory[0] == 0.0f);
  CHECK(memory[38] == 0.0f);
}

TEST_CASE("requantize between int8 and uint8 equals LiteRT") { check_requantize_uint8<kryo>(); }
