// SPDX-License-Identifier: Apache-2.0
// concat: kryo against the reference, over shapes and values.
#include <tenon/op/concat.hpp>

#include <tenon/backend/kryo/concat.hpp>
#include <tenon/backend/reference/concat.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>

using namespace tenon;
using namespace tenon_test;

namespace {
inline constexpr encoded wanted{{0.05f, -3}};

template <axis Along, tensor_type... Inputs>
int differences_of_concat(unsigned seed) {
  using moved = op::concat_<Along>;
  return integer_differences<op::concat_<Along, wanted>, tensor_type{i8, Inputs.extents}...>(seed) +
         differences_of_call<moved, rounding::tflite, agreement::exact, tensor_type{f32, Inputs.extents}...>(seed) +
         differences_of_call<moved, rounding::tflite, agreement::exact, tensor_type{i32, Inputs.extents}...>(seed);
}
template <int... Extents>
inline constexpr tensor_type of = tensor<f32, Extents...>::value;

/// One to four tensors that differ along one axis.
struct drawn_join {
  axis along{0};
  std::size_t count = 1;
  std::array<shape, 4> inputs{};
};

constexpr drawn_join draw_join(unsigned seed) {
  lottery draw(seed * 1000 + 7000);
  const shape first = draw_shape(draw);
  const int along = draw.between(0, first.rank - 1);
  drawn_join made{axis{draw.between(0, 1) == 0 ? along : along - first.rank},
                  static_cast<std::size_t>(draw.between(1, 4)),
                  {first, first, first, first}};
  for (std::size_t i = 1; i < made.count; ++i) made.inputs[i][along] = draw.between(1, 2 * first[along] + 1);
  return made;
}

template <drawn_join Drawn>
int differences_of_drawn(unsigned seed) {
  return [seed]<std::size_t... Index>(std::index_sequence<Index...>) {
    return differences_of_concat<Drawn.along, tensor_type{f32, Drawn.inputs[Index]}...>(seed);
  }(std::make_index_sequence<Drawn.count>{});
}
}  // namespace

TEST_CASE("concat joins the same elements of drawn shapes") {
  CHECK(differences_over_seeds([]<unsigned Seed>() { return differences_of_drawn<draw_join(Seed)>(Seed + 100); }) == 0);
}

TEST_CASE("concat joins the same elements on kryo and the reference") {
  CHECK(differences_of_concat<axis{0}, of<1>>(1) == 0);
  CHECK(differences_of_concat<axis{-1}, of<4, 4, 33>, of<4, 4, 64>>(5) == 0);
  CHECK(differences_of_concat<axis{3}, of<1, 2, 1, 3, 1, 2>, of<1, 2, 1, 4, 1, 2>>(9) == 0);
  CHECK(differences_of_concat<axis{0}, of<32>, of<32>, of<32>, of<31>, of<1>>(10) == 0);
}

TEST_CASE("concat moves int8 that have the result's encoding as they are") {
  std::mt19937 random(11);
  const auto x = draw_values<std::int8_t, 99>(random);
  using called =
      one_call<kryo, op::concat_<wanted>, rounding::tflite, tensor<i8, 99>::value, tensor<i8, 99>::value>;
  const auto y = called::run({wanted.code, wanted.code}, x, x);
  for (std::size_t i = 0; i < y.size(); ++i) CHECK(y[i] == x[i % 99]);
}
