// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d and batch_matmul: kryo against the reference, over drawn shapes, weights, encodings and values.
#include <tenon/backend/kryo/batch_matmul.hpp>
#include <tenon/backend/kryo/transposed_conv2d.hpp>
#include <tenon/backend/reference/batch_matmul.hpp>
#include <tenon/backend/reference/transposed_conv2d.hpp>

#include "contract/contract.hpp"
#include "contract/generator.hpp"
#include "contract/movers.hpp"

using namespace tenon_test;

namespace {

using only_kryo = backend_list<tenon::kryo>;

template <class Operator, tenon::shape Extents>
void check_transposed(unsigned seed) {
  check_integers<Operator, Extents, 0, roundings::both, only_kryo>(seed);
  check_reals<Operator, Extents>(seed);
}

/// An image that is spread by a window, groups and filters; some pixel of the result is left.
struct drawn_spread {
  tenon::shape extents{};
  tenon::window size{1, 1};
  tenon::stride step{1, 1};
  tenon::dilation spread{1, 1};
  tenon::padding around{};
  int filters = 1;
  int groups = 1;
};

constexpr drawn_spread draw_spread(unsigned seed) {
  lottery draw(seed * 1000 + 9000);
  drawn_spread made;
  if (draw.between(0, 2) == 0) made.extents.push_back(2);
  made.groups = draw.between(0, 2) == 0 ? 2 : 1;
  for (const int extent : {draw.between(1, 5), draw.between(1, 6), draw.one_of(awkward_channels) * made.groups})
    made.extents.push_back(extent);
  made.filters = draw.one_of(awkward_channels) * made.groups;
  made.size = {draw.between(1, 4), draw.between(1, 4)};
  made.step = {draw.between(1, 3), draw.between(1, 3)};
  made.spread = {draw.between(1, 2), draw.between(1, 2)};
  const int rows = (made.size.rows - 1) * made.spread.rows / 2;
  const int columns = (made.size.columns - 1) * made.spread.columns / 2;
  made.around = draw.between(0, 1) == 0 ? tenon::same_padding
                                        : tenon::padding{draw.between(0, rows), draw.between(-2, rows),
                                                         draw.between(0, columns), draw.between(-2, columns)};
  return made;
}

template <drawn_spread Drawn>
using spread_operator = tenon::op::transposed_conv2d_<tenon::filters{Drawn.filters}, Drawn.size, Drawn.step,
                                                      Drawn.spread, Drawn.around, tenon::groups{Drawn.groups}>;

/// Two stacks of matrices: some batches repeat, either matrix may be turned.
struct drawn_product {
  tenon::shape first{};
  tenon::shape second{};
  tenon::transposed_inputs turned{};
};

constexpr drawn_product draw_product(unsigned seed) {
  lottery draw(seed * 1000 + 10000);
  drawn_product made;
  const int lacking = draw.between(0, 2);
  for (int axis = draw.between(0, 2); axis > 0; --axis) {
    const int extent = draw.between(1, 3);
    made.first.push_back(draw.between(0, 2) == 0 ? 1 : extent);
    if (axis <= lacking) made.second.push_back(draw.between(0, 2) == 0 ? 1 : extent);
  }
  const int rows = draw.between(1, 7);
  const int depth = draw.one_of(awkward_channels);
  const int columns = draw.one_of(awkward_channels);
  made.turned = {draw.between(0, 1) == 0, draw.between(0, 1) == 0};
  for (const int extent : {made.turned.first ? depth : rows, made.turned.first ? rows : depth})
    made.first.push_back(extent);
  for (const int extent : {made.turned.second ? columns : depth, made.turned.second ? depth : columns})
    made.second.push_back(extent);
  return made;
}

/// Elements of two real products further apart than 1e-5 of the largest sum that can be.
template <class Operator, tenon::tensor_type First, tenon::tensor_type Second>
int far_products(unsigned seed) {
  using namespace tenon;
  constexpr float allowed = 1e-5f * static_cast<float>(Operator::product_of(First.extents, Second.extents).depth);
  std::mt19937 random(seed);
  std::array<float, static_cast<std::size_t>(First.size())> a{};
  std::array<float, static_cast<std::size_t>(Second.size())> b{};
  int far = 0;
  for (int draw = 0; draw < draws_per_call; ++draw) {
    for (float& x : a) x = draw_uniform(random, -1.0f, 1.0f);
    for (float& x : b) x = draw_uniform(random, -1.0f, 1.0f);
    const auto y = one_call<kryo, Operator, rounding::tflite, First, Second>::run({}, a, b);
    const auto wanted = one_call<reference, Operator, rounding::tflite, First, Second>::run({}, a, b);
    for (std::size_t i = 0; i < y.size(); ++i) far += !(std::fabs(y[i] - wanted[i]) <= allowed);
  }
  return far;
}

/// Products of int8 in both roundings, and of real numbers.
template <class Operator, tenon::shape First, tenon::shape Second>
void check_product(unsigned seed) {
  using namespace tenon;
  CHECK(integer_differences<Operator, tensor_type{i8, First}, tensor_type{i8, Second}>(seed) == 0);
  CHECK(far_products<Operator, tensor_type{f32, First}, tensor_type{f32, Second}>(seed) == 0);
}

}  // namespace

TEST_CASE("transposed convolutions of drawn shapes") {
  for_each_seed<0, 10>([]<unsigned Seed>() {
    constexpr drawn_spread drawn = draw_spread(Seed);
    check_transposed<spread_operator<drawn>, drawn.extents>(Seed + 100);
  });
}

TEST_CASE("transposed convolutions chosen by hand") {
  using namespace tenon;
  check_transposed<op::transposed_conv2d_<filters{67}, window{2, 2}, stride{2, 2}>, shape_of(2, 2, 3, 4)>(2);
  check_transposed<op::transposed_conv2d_<filters{6}, window{2, 3}, dilation{2, 1}, groups{2}, padding{0, -2, 1, 0}>,
                   shape_of(4, 5, 4)>(3);
}

TEST_CASE("products of drawn matrices") {
  using namespace tenon;
  for_each_seed<0, 10>([]<unsigned Seed>() {
    constexpr drawn_product drawn = draw_product(Seed);
    check_product<op::batch_matmul_<drawn.turned, encoded{{0.9f, -7}}>, drawn.first, drawn.second>(Seed + 100);
  });
}

TEST_CASE("products of matrices chosen by hand") {
  using namespace tenon;
  using plain = op::batch_matmul_<encoded{{0.9f, -7}}>;
  check_product<plain, shape_of(3, 5), shape_of(5, 70)>(11);
  check_product<plain, shape_of(2, 1, 3, 6), shape_of(3, 6, 2)>(15);
}
