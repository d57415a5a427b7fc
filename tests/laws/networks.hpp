// SPDX-License-Identifier: Apache-2.0
// The networks over which the laws of passes are tested.
#pragma once

#include <tenon/tenon.hpp>

namespace tenon_laws {

using namespace tenon;
using namespace tenon::op;

struct chain {
  static consteval auto graph() {
    return input<"x", tensor<f32, 6, 6, 2>> | conv2d<"a", filters{4}, window{3, 3}, stride{2, 2}, same_padding> |
           batch_norm<"a.bn"> | relu6<"a.relu"> | depthwise_conv2d<"b", window{3, 3}, same_padding> | relu<"b.relu"> |
           conv2d<"c", filters{3}> | softmax<"y">;
  }
};

struct residual_blocks {
  static consteval auto graph() {
    auto x = input<"x", tensor<f32, 5, 5, 4>>;
    auto a = x | conv2d<"a", filters{4}, window{3, 3}, same_padding> | batch_norm<"a.bn"> | relu<"a.relu">;
    auto b = a | conv2d<"b", filters{4}, window{3, 3}, same_padding> | batch_norm<"b.bn">;
    auto first = add<"first">(b, x) | relu6<"first.relu">;
    auto shortcut = first | conv2d<"shortcut", filters{6}, stride{2, 2}>;
    auto c = first | depthwise_conv2d<"c", window{3, 3}, stride{2, 2}, same_padding> | conv2d<"d", filters{6}>;
    return add<"second">(shortcut, c);
  }
};

struct branches {
  static consteval auto graph() {
    auto x = input<"x", tensor<f32, 6, 6, 3>>;
    auto left = x | conv2d<"left", filters{2}> | relu<"left.relu">;
    auto right = x | conv2d<"right", filters{5}, window{3, 3}, same_padding>;
    auto pooled = x | max_pool<"pool", window{3, 3}, same_padding>;
    return concat<"joined">(left, right, pooled) | conv2d<"mixed", filters{2}>;
  }
};

struct digits_like {
  static consteval auto graph() {
    return input<"x", tensor<f32, 8, 8, 1>> | conv2d<"a", filters{4}, window{3, 3}, same_padding> | relu<"a.relu"> |
           max_pool<"a.pool", window{2, 2}, stride{2, 2}> | conv2d<"b", filters{6}, window{3, 3}> | relu<"b.relu"> |
           flatten<"flat"> | dense<"hidden", units{8}> | relu<"hidden.relu"> | dense<"logits", units{5}>;
  }
};

struct several_ports {
  static consteval auto graph() {
    auto x = input<"x", tensor<f32, 4, 4, 2>>;
    auto z = input<"z", tensor<f32, 4, 4, 2>>;
    auto sum = add<"sum">(x, z) | relu<"sum.relu">;
    auto a = sum | conv2d<"a", filters{3}> | relu6<"a.relu">;
    auto b = sum | average_pool<"b", window{2, 2}, stride{2, 2}>;
    return outputs(output<"seen">(sum), a, b);
  }
};

struct pads_and_identities {
  static consteval auto graph() {
    auto x = input<"x", tensor<f32, 5, 5, 2>>;
    auto a = x | pad<"a.pad", padding{1, 1, 1, 1}> | conv2d<"a", filters{3}, window{3, 3}> | relu<"a.relu">;
    auto b = a | reshape<"same", extents{5, 5, 3}> | pad<"b.pad", padding{2, 0, 0, 2}> |
             pad<"b.more", padding{0, 1, 1, 0}> | depthwise_conv2d<"b", window{3, 3}, padding{1, 0, 0, 1}>;
    auto c = b | pad<"none", padding{0, 0, 0, 0}> | conv2d<"c", filters{3}>;
    return outputs(c | reshape<"y", extents{7, 7, 3}>, a | pad<"framed", padding{1, 1, 1, 1}>);
  }
};

struct dead_channels {
  static consteval auto graph() {
    auto a = input<"x", tensor<f32, 6, 6, 2>> | conv2d<"sparse.a", filters{9}, window{3, 3}> | relu<"a.relu"> |
             depthwise_conv2d<"b", window{3, 3}, same_padding> | max_pool<"pool", window{2, 2}>;
    return a | conv2d<"sparse.c", filters{4}> | flatten<"flat"> | dense<"sparse.hidden", units{7}> | relu<"hidden.relu"> |
           dense<"logits", units{3}>;
  }
};

struct constants {
  static consteval auto graph() {
    auto x = input<"x", tensor<f32, 4, 4, 3>>;
    auto scale = mul<"scale">(constant<"offset", tensor<f32, 3>>, constant<"factor", tensor<f32, 1>>) | relu<"scale.relu">;
    return add<"y">(mul<"scaled">(x, scale) | conv2d<"a", filters{3}>, constant<"offset", tensor<f32, 3>>);
  }
};

/// Functions of real numbers, which are tables in int8.
struct functions {
  static consteval auto graph() {
    auto x = input<"x", tensor<f32, 4, 6, 2>>;
    return outputs(x | sigmoid<"a">, x | op::tanh<"b">, x | hard_swish<"c"> | leaky_relu<"d">, x | softmax<"e">,
                   x | resize<"f", image_size{7, 3}, bilinear, half_pixel>, x | mean<"g", axes{0, 1}> | hard_sigmoid<"h">,
                   x | op::exp<"i"> | op::log<"j"> | op::sqrt<"k">, x | elu<"l"> | gelu<"m"> | op::erf<"n">,
                   x | softplus<"o"> | mish<"p">, x | clip<"q", clamp{-0.5f, 0.25f}> | global_max_pool<"r">);
  }
};

}  // namespace tenon_laws
