// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d and batch_matmul: kryo against the reference, over drawn weights, encodings, bounds and values.
#include <tenon/backend/kryo/batch_matmul.hpp>
#include <tenon/backend/kryo/transposed_conv2d.hpp>
#include <tenon/backend/reference/batch_matmul.hpp>
#include <tenon/backend/reference/transposed_conv2d.hpp>

#include "contract/contract.hpp"
#include "contract/movers.hpp"

using namespace tenon_test;

namespace {

using only_kryo = backend_list<tenon::kryo>;

template <class Operator, tenon::shape Extents>
void check_transposed(unsigned seed) {
  check_integers<Operator, Extents, 0, roundings::both, only_kryo>(seed);
  check_reals<Operator, Extents>(seed);
}

/// Products of int8 in both roundings; products of real numbers within 1e-5 of the largest sums that can be.
template <class Operator, tenon::shape First, tenon::shape Second>
void check_product(unsigned seed) {
  using namespace tenon;
  CHECK(integer_differences<Operator, tensor_type{i8, First}, tensor_type{i8, Second}>(seed) == 0);
  std::mt19937 random(seed);
  std::array<float, static_cast<std::size_t>(First.size())> a{};
  std::array<float, static_cast<std::size_t>(Second.size())> b{};
  for (float& x : a) x = draw_uniform(random, -1.0f, 1.0f);
  for (float& x : b) x = draw_uniform(random, -1.0f, 1.0f);
  const auto product_on = [&]<class Backend>() {
    return one_call<Backend, Operator, rounding::tflite, tensor_type{f32, First}, tensor_type{f32, Second}>::run({}, a,
                                                                                                                 b);
  };
  const auto y = product_on.template operator()<kryo>();
  const auto wanted = product_on.template operator()<reference>();
  int far = 0;
  for (std::size_t i = 0; i < y.size(); ++i) far += !(std::fabs(y[i] - wanted[i]) <= 1e-4f);
  CHECK(far == 0);
}

}  // namespace

TEST_CASE("transposed convolutions") {
  using namespace tenon;
  check_transposed<op::transposed_conv2d_<filters{5}, window{3, 3}, stride{2, 2}, same_padding>, shape_of(3, 4, 7)>(1);
  check_transposed<op::transposed_conv2d_<filters{67}, window{2, 2}, stride{2, 2}>, shape_of(2, 2, 3, 4)>(2);
  check_transposed<op::transposed_conv2d_<filters{6}, window{2, 3}, dilation{2, 1}, groups{2}, padding{0, -2, 1, 0}>,
                   shape_of(4, 5, 4)>(3);
}

TEST_CASE("products of matrices") {
  using namespace tenon;
  using plain = op::batch_matmul_<encoded{{0.9f, -7}}>;
  check_product<plain, shape_of(3, 5), shape_of(5, 70)>(11);
  check_product<op::batch_matmul_<transposed_inputs{true, true}, encoded{{0.9f, -7}}>, shape_of(2, 9, 4),
                shape_of(3, 9)>(13);
  check_product<plain, shape_of(2, 1, 3, 6), shape_of(3, 6, 2)>(15);
}
