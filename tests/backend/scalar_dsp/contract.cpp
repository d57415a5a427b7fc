// SPDX-License-Identifier: Apache-2.0
// The three kernels of scalar_dsp under the contract: the reference's bits over drawn shapes, numbers and values.
#include "backend/scalar_dsp/scalar_dsp.hpp"

#include <tenon/backend/reference/dense.hpp>
#include <tenon/backend/reference/elementwise.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/sigmoid.hpp>

#include "contract/contract.hpp"
#include "contract/generator.hpp"
#include "contract/movers.hpp"

#include <array>
#include <cstdint>

using namespace tenon_test;
using tenon::shape_of;

namespace {

using under_contract = backend_list<scalar_dsp>;

template <class Operator, tenon::shape Extents>
void check(unsigned seed) {
  check_integers<Operator, Extents, 0, roundings::both, under_contract>(seed);
}

template <class Operator, tenon::shape Extents>
int differences_of_sum(unsigned seed) {
  constexpr tenon::tensor_type x{tenon::i8, Extents};
  return differences_on<scalar_dsp, Operator, tenon::rounding::tflite, agreement::exact, x, x>(seed) +
         differences_on<scalar_dsp, Operator, tenon::rounding::float32, agreement::exact, x, x>(seed);
}

/// A sum of two rows of three with two elements behind each row of the result, which stay as they are.
template <class Backend>
constexpr std::array<std::int8_t, 10> sum_with_gaps() {
  using sum = tenon::op::add_<tenon::encoded{{0.05f, 3}}>;
  constexpr tenon::tensor_type type = tenon::tensor<tenon::i8, 2, 3>::value;
  constexpr tenon::operand plain{type};
  using called = tenon::call<sum, tenon::rounding::tflite, tenon::operand{type, 5}, plain, plain>;
  using chosen = tenon::kernel<Backend, called>;
  const std::array<tenon::edge_type, 2> inputs{{{type, {0.1f, 1}}, {type, {0.02f, -9}}}};
  const std::array<std::int8_t, 6> a{-128, -7, 0, 1, 90, 127};
  const std::array<std::int8_t, 6> b{5, -100, 127, 33, -1, 0};
  std::array<std::int8_t, 10> y{77, 77, 77, 77, 77, 77, 77, 77, 77, 77};
  const auto numbers = chosen::pack(sum::prepare<called>({}, inputs, sum::infer(inputs).edge));
  chosen::run(numbers, nullptr, y.data(), a.data(), b.data());
  return y;
}
static_assert(sum_with_gaps<scalar_dsp>() == sum_with_gaps<tenon::reference>());
static_assert(sum_with_gaps<scalar_dsp>()[3] == 77 && sum_with_gaps<scalar_dsp>()[4] == 77);
static_assert(sum_with_gaps<scalar_dsp>()[5] != 77 && sum_with_gaps<scalar_dsp>()[9] == 77);

}  // namespace

TEST_CASE("dense on scalar_dsp") {
  for_each_seed<0, 8>([]<unsigned Seed>() {
    constexpr dense_case drawn = draw_dense_case(Seed);
    check<tenon::op::dense_<tenon::units{drawn.units}>, drawn.extents>(Seed);
  });
}

TEST_CASE("one-input functions on scalar_dsp") {
  check<tenon::op::relu_<>, shape_of(3, 7, 61)>(1);
  check<tenon::op::sigmoid_<>, shape_of(1)>(2);
}

TEST_CASE("add on scalar_dsp") {
  using plain = tenon::op::add_<tenon::encoded{{0.043f, -7}}>;
  using bounded = tenon::op::add_<tenon::clamp{-0.5f, 3.0f}, tenon::encoded{{0.031f, 90}}>;
  CHECK(differences_of_sum<plain, shape_of(1)>(1) == 0);
  CHECK(differences_of_sum<plain, shape_of(3, 43)>(2) == 0);
  CHECK(differences_of_sum<bounded, shape_of(2, 3, 129)>(3) == 0);
  CHECK(differences_of_sum<bounded, tenon::shape{}>(4) == 0);
}
