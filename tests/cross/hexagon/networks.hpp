// SPDX-License-Identifier: Apache-2.0
// Networks that run on Hexagon and on its host.
#pragma once

#include "cross/hexagon/drawn.hpp"

#include <tenon/tenon.hpp>

namespace hexagon_networks {

using namespace tenon;

inline constexpr auto stem_kernel = drawn<16 * 9 * 3>(1);
inline constexpr auto stem_bias = drawn<16>(2);
inline constexpr auto left_kernel = drawn<9 * 16>(3);
inline constexpr auto right_kernel = drawn<24 * 16>(4);
inline constexpr auto back_kernel = drawn<16 * 24>(5);
inline constexpr auto logits_kernel = drawn<10 * 32>(6);

/// Two branches that meet in a sum, two pools that meet in a concatenation, and scores at the end.
struct branches_topology {
  static consteval auto graph() {
    using namespace tenon::op;
    auto image = input<"image", tensor<f32, 14, 12, 3>>;
    auto stem = image | conv2d<"stem", filters{16}, window{3, 3}, stride{2, 2}, same_padding> | relu<"stem.relu">;
    auto left = stem | depthwise_conv2d<"left", window{3, 3}, same_padding> | relu6<"left.relu6">;
    auto right = stem | conv2d<"right", filters{24}, window{1, 1}> | op::tanh<"right.tanh"> |
                 conv2d<"back", filters{16}, window{1, 1}>;
    auto sum = add<"sum">(left, right);
    auto both = concat<"both">(max_pool<"small", window{2, 2}, stride{2, 2}>(sum),
                               average_pool<"mean", window{2, 2}, stride{2, 2}>(stem));
    return both | global_average_pool<"pool"> | dense<"logits", units{10}> | softmax<"scores">;
  }
};

using weights = tenon::weights<bind<"stem.kernel", stem_kernel>, bind<"stem.bias", stem_bias>,
                               bind<"left.kernel", left_kernel>, bind<"right.kernel", right_kernel>,
                               bind<"back.kernel", back_kernel>, bind<"logits.kernel", logits_kernel>>;
using encodings = tenon::encodings<
    encode<"image", scale{0.0078f}, zero_point{0}>, encode<"stem.relu", scale{0.011f}, zero_point{-128}>,
    encode<"left.relu6", scale{0.009f}, zero_point{-128}>, encode<"right", scale{0.02f}, zero_point{4}>,
    encode<"right.tanh", scale{0.0078f}, zero_point{0}>, encode<"back", scale{0.014f}, zero_point{-9}>,
    encode<"sum", scale{0.016f}, zero_point{-40}>, encode<"both", scale{0.016f}, zero_point{-60}>,
    encode<"pool", scale{0.01f}, zero_point{-60}>, encode<"logits", scale{0.02f}, zero_point{3}>>;

using two_branches = model<branches_topology, weights, encodings>;

inline constexpr auto first_mix = drawn<9 * 6>(7);
inline constexpr auto first_depth = drawn<9 * 6>(8);
inline constexpr auto second_mix = drawn<9 * 9>(9);

/// Depthwise and pointwise convolutions in turn, as mobile networks have them: all of them are stored plane after
/// plane.
struct blocks_topology {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"image", tensor<f32, 14, 14, 6>> | depthwise_conv2d<"mix.1", window{3, 3}, same_padding> |
           relu<"mix.1.relu"> | conv2d<"depth.1", filters{9}, window{1, 1}> | relu6<"depth.1.relu6"> |
           depthwise_conv2d<"mix.2", window{3, 3}, same_padding> | max_pool<"pool", window{2, 2}>;
  }
};
using blocks =
    model<blocks_topology,
          tenon::weights<bind<"mix.1.kernel", first_mix>, bind<"depth.1.kernel", first_depth>,
                         bind<"mix.2.kernel", second_mix>>,
          tenon::encodings<
              encode<"image", scale{0.0078f}, zero_point{-3}>, encode<"mix.1.relu", scale{0.011f}, zero_point{-128}>,
              encode<"depth.1.relu6", scale{0.009f}, zero_point{-128}>, encode<"mix.2", scale{0.012f}, zero_point{5}>>>;

}  // namespace hexagon_networks
