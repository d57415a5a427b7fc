// SPDX-License-Identifier: Apache-2.0
// softmax on the kryo backend: its variants, LiteRT's answers, real numbers in rows shorter and longer than a
// batch.
#include <tenon/backend/kryo/softmax.hpp>

#include <golden/softmax.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

template <tensor_type Input>
using on_kryo = kernel<kryo, call_on<op::softmax_<>, Input>>;

static_assert(on_kryo<tensor<i8, 2, 256>::value>::variant == "table");
static_assert(on_kryo<tensor<i8, 2, 257>::value>::variant == "row_table");
static_assert(on_kryo<tensor<f32, 2, 257>::value>::variant == "batches");
static_assert(!has_kernel<kryo, call_on<op::softmax_<>, tensor<f16, 3>::value>>);

/// A row whose largest number stands at `place`: equals elsewhere, `rise` above them there.
template <int Length>
void check_peak(int place, float rise) {
  std::array<float, std::size_t{Length}> x{};
  x.fill(-5.0f);
  x[static_cast<std::size_t>(place)] += rise;
  const auto y = run_one<kryo, op::softmax_<>, tensor<f32, Length>::value>(x);
  const double sum = std::exp(double{rise}) + (Length - 1);
  double total = 0.0;
  for (int i = 0; i < Length; ++i) {
    const float share = y[static_cast<std::size_t>(i)];
    total += share;
    CHECK(share == doctest::Approx((i == place ? std::exp(double{rise}) : 1.0) / sum).epsilon(1e-5));
  }
  CHECK(total == doctest::Approx(1.0).epsilon(1e-5));
}

}  // namespace

TEST_CASE("softmax on kryo equals LiteRT") {
  for_each_case<tenon_golden::softmax::cases>([]<class Case>() {
    constexpr tensor_type input{i8, shape_from(Case::input_shape)};
    CHECK(run_one<kryo, op::softmax_<beta{Case::beta}>, input>(Case::input, Case::input_encoding,
                                                               Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("the largest number counts wherever it stands in its row") {
  for (int place = 0; place < 3; ++place) check_peak<3>(place, 1.5f);
  for (int place = 0; place < 35; ++place) check_peak<35>(place, 80.0f);
}
