// SPDX-License-Identifier: Apache-2.0
// All one-input functions, whose int8 are tables on every backend.
#pragma once

#include <tenon/op/abs.hpp>
#include <tenon/op/ceil.hpp>
#include <tenon/op/celu.hpp>
#include <tenon/op/clip.hpp>
#include <tenon/op/elu.hpp>
#include <tenon/op/erf.hpp>
#include <tenon/op/exp.hpp>
#include <tenon/op/floor.hpp>
#include <tenon/op/gelu.hpp>
#include <tenon/op/hard_sigmoid.hpp>
#include <tenon/op/hard_swish.hpp>
#include <tenon/op/leaky_relu.hpp>
#include <tenon/op/log.hpp>
#include <tenon/op/mish.hpp>
#include <tenon/op/neg.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/relu6.hpp>
#include <tenon/op/requantize.hpp>
#include <tenon/op/round.hpp>
#include <tenon/op/rsqrt.hpp>
#include <tenon/op/selu.hpp>
#include <tenon/op/sigmoid.hpp>
#include <tenon/op/sign.hpp>
#include <tenon/op/softplus.hpp>
#include <tenon/op/sqrt.hpp>
#include <tenon/op/square.hpp>
#include <tenon/op/tanh.hpp>
#include <tenon/op/thresholded_relu.hpp>

namespace tenon_test {

template <class... Functions>
struct function_list {
  /// Calls `check.template operator()<Function>()` for every function.
  template <class Check>
  static void for_each(const Check& check) {
    (check.template operator()<Functions>(), ...);
  }
};

using all_functions =
    function_list<tenon::op::abs_<>, tenon::op::ceil_<>, tenon::op::celu_<tenon::alpha{0.7f}>,
                  tenon::op::clip_<tenon::clamp{-1.25f, 0.1f}>, tenon::op::elu_<tenon::alpha{0.3f}>, tenon::op::erf_<>,
                  tenon::op::exp_<>, tenon::op::floor_<>, tenon::op::gelu_<>, tenon::op::hard_sigmoid_<>,
                  tenon::op::hard_swish_<>, tenon::op::leaky_relu_<tenon::slope{0.3f}>, tenon::op::log_<>,
                  tenon::op::mish_<>, tenon::op::neg_<>, tenon::op::relu_<>, tenon::op::relu6_<>,
                  tenon::op::requantize_<>, tenon::op::round_<>, tenon::op::rsqrt_<>, tenon::op::selu_<>,
                  tenon::op::sigmoid_<>, tenon::op::sign_<>, tenon::op::softplus_<>, tenon::op::sqrt_<>,
                  tenon::op::square_<>, tenon::op::tanh_<>, tenon::op::thresholded_relu_<>>;

}  // namespace tenon_test
