// SPDX-License-Identifier: Apache-2.0
// Operators that round their input as they run: all backends against the reference, equal bit for bit.
#include <tenon/backend/kryo/conv2d.hpp>
#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/kryo/depthwise_conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>
#include <tenon/backend/reference/dense.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "contract/contract.hpp"

#include <tenon/op/attribute.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

/// Sums of integers and one way to scale them leave nothing to tolerate.
template <class Operator, shape Extents, int Gap = 0>
void check_rounded(unsigned seed) {
  using called = contract_call<Operator, rounding::tflite, tensor_type{f32, Extents}, Gap>;
  static_assert(has_kernel<kryo, typename called::type>);
  random_source random(seed_of_round(seed));
  for (int draw = 0; draw < draws_per_call; ++draw) {
    tenon_test::detail::drawn_call<Operator, called> drawn(random);
    if (draw == 0) std::fill(drawn.x.begin(), drawn.x.end(), 0.0f);
    using tenon_test::detail::run_guarded;
    const bool sound = run_guarded<kernel<reference, typename called::type>>(*drawn.numbers, drawn.x, drawn.wanted);
    guarded_array<float> got(called::y_size);
    REQUIRE((run_guarded<kernel<kryo, typename called::type>>(*drawn.numbers, drawn.x, got) && sound));
    tenon_test::detail::verdict told;
    tenon_test::detail::compare(told, drawn.wanted, got);
    count_case_of<Operator, kryo, float>();
    INFO("seed ", seed, ", draw ", draw, ", the first at ", told.first, ": ", told.got, " instead of ", told.wanted);
    REQUIRE(told.differences == 0);
  }
}

constexpr auto symmetric = dynamic_range::symmetric;
constexpr auto asymmetric = dynamic_range::asymmetric;

}  // namespace

TEST_CASE("convolutions that round their input") {
  check_rounded<op::conv2d_<filters{5}, window{3, 3}, same_padding, symmetric>, shape_of(5, 6, 3)>(1);
  check_rounded<op::conv2d_<filters{35}, window{1, 1}, symmetric>, shape_of(2, 5, 3, 8), 3>(2);
  check_rounded<op::conv2d_<filters{4}, window{2, 3}, stride{2, 1}, dilation{1, 2}, groups{2}, asymmetric>,
                shape_of(2, 6, 9, 10), 1>(3);
  check_rounded<op::conv2d_<filters{3}, window{3, 3}, padding{1, 0, 2, 1}, asymmetric>, shape_of(4, 4, 57)>(4);
}

TEST_CASE("depthwise convolutions that round their input") {
  check_rounded<op::depthwise_conv2d_<window{3, 3}, same_padding, asymmetric>, shape_of(2, 4, 5, 17), 2>(5);
  check_rounded<op::depthwise_conv2d_<window{2, 1}, stride{2, 2}, multiplier{3}, asymmetric>, shape_of(6, 5, 2)>(6);
}

TEST_CASE("dense layers that round their input, row by row") {
  check_rounded<op::dense_<units{7}, symmetric>, shape_of(3, 64), 1>(7);
  check_rounded<op::dense_<units{33}, asymmetric>, shape_of(1027)>(8);
}
