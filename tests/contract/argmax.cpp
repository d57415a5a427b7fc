// SPDX-License-Identifier: Apache-2.0
// argmax: kryo against the reference, along every axis, with many ties and with what is not a number.
#include <tenon/op/argmax.hpp>

#include <tenon/backend/kryo/argmax.hpp>
#include <tenon/backend/reference/argmax.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

/// Few different values, so that ties are common; of real numbers, some that are not.
template <class Type, std::size_t Size>
std::array<Type, Size> draw_ties(std::mt19937& random) {
  std::array<Type, Size> x{};
  for (auto& value : x) {
    value = static_cast<Type>(static_cast<int>(random() % 4) - 2);
    if constexpr (std::is_same_v<Type, float>)
      if (random() % 5 == 0) value = std::numeric_limits<float>::quiet_NaN();
  }
  return x;
}

template <int Axis, tensor_type Input>
int differences_with_ties() {
  std::mt19937 random(static_cast<unsigned>(Axis));
  using word = op::argmax_<axis{Axis}>;
  int count = 0;
  for (int draw = 0; draw < 50; ++draw) {
    const auto x = draw_ties<storage_t<Input.type>, static_cast<std::size_t>(Input.size())>(random);
    count += differences(run_one<kryo, word, Input>(x), run_one<reference, word, Input>(x), agreement::exact);
  }
  return count;
}

template <element Type>
void check_every_axis() {
  CHECK(differences_with_ties<0, tensor<Type, 4, 5, 6>::value>() == 0);
  CHECK(differences_with_ties<1, tensor<Type, 4, 5, 6>::value>() == 0);
  CHECK(differences_with_ties<2, tensor<Type, 4, 5, 6>::value>() == 0);
  CHECK(differences_with_ties<0, tensor<Type, 70>::value>() == 0);
  CHECK(differences_with_ties<1, tensor<Type, 3, 1, 2, 2>::value>() == 0);
}

}  // namespace

TEST_CASE("argmax is equal on kryo and the reference") {
  CHECK(differences_over_shapes<op::argmax_<>, i8, agreement::exact>() == 0);
  CHECK(differences_over_shapes<op::argmax_<>, f32, agreement::exact>() == 0);
  CHECK(differences_over_shapes<op::argmax_<axis{0}>, i8, agreement::exact>() == 0);
}

TEST_CASE("argmax takes the first of equals along every axis") {
  check_every_axis<i8>();
  check_every_axis<f32>();
}
