// SPDX-License-Identifier: Apache-2.0
// A residual block with weights and encodings: a C++ variable is an edge that can be used twice.
#pragma once

#include <tenon/tenon.hpp>

#include "../sequence.hpp"

namespace residual {

struct network {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    auto image = input<"image", tensor<f32, 32, 32, 3>>;
    auto stem  = image | conv2d<"stem", filters{16}, window{3, 3}, same_padding> | relu<"stem.relu">;
    auto body  = stem  | conv2d<"b1.a", filters{16}, window{3, 3}, same_padding> | relu<"b1.a.relu">
                       | conv2d<"b1.b", filters{16}, window{3, 3}, same_padding>;
    return add<"b1.add">(body, stem) | relu<"b1.out"> | global_average_pool<"pool"> | dense<"logits", units{10}>;
  }
};

inline constexpr auto stem = sequence<16 * 27>(1, 0.35f);
inline constexpr auto b1_a = sequence<16 * 144>(2, 0.14f);
inline constexpr auto b1_b = sequence<16 * 144>(3, 0.14f);
inline constexpr auto logits = sequence<10 * 16>(4, 0.4f);
struct weights : tenon::weights<tenon::bind<"stem.kernel", stem>, tenon::bind<"b1.a.kernel", b1_a>,
                                tenon::bind<"b1.b.kernel", b1_b>, tenon::bind<"logits.kernel", logits>> {};

struct encodings : tenon::encodings<tenon::encode<"image", tenon::scale{1.0f / 255.0f}, tenon::zero_point{-128}>,
                                    tenon::encode<"stem.relu", tenon::scale{0.008f}, tenon::zero_point{-128}>,
                                    tenon::encode<"b1.a.relu", tenon::scale{0.006f}, tenon::zero_point{-128}>,
                                    tenon::encode<"b1.b", tenon::scale{0.008f}, tenon::zero_point{3}>,
                                    tenon::encode<"b1.out", tenon::scale{0.01f}, tenon::zero_point{-128}>,
                                    tenon::encode<"pool", tenon::scale{0.004f}, tenon::zero_point{-128}>,
                                    tenon::encode<"logits", tenon::scale{0.01f}, tenon::zero_point{0}>> {};

}  // namespace residual
