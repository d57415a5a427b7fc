// SPDX-License-Identifier: Apache-2.0
// A plain convolution network over a 224x224 picture, with weights: 3 -> 32 -> 64 channels, mean, 10 logits.
#pragma once

#include <tenon/tenon.hpp>

#include "../sequence.hpp"

namespace simple_model {

struct network {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    return input<"image", tensor<f32, 224, 224, 3>>
         | conv2d<"conv1", filters{32}, window{3, 3}, same_padding> | relu<"conv1.relu">
         | conv2d<"conv2", filters{64}, window{3, 3}, same_padding> | relu<"conv2.relu">
         | global_average_pool<"pool">
         | dense<"fc", units{10}>;
  }
};

inline constexpr auto conv1 = sequence<32 * 27>(1, 0.35f);
inline constexpr auto conv2 = sequence<64 * 288>(2, 0.1f);
inline constexpr auto fc = sequence<10 * 64>(3, 0.2f);
struct weights : tenon::weights<tenon::bind<"conv1.kernel", conv1>, tenon::bind<"conv2.kernel", conv2>,
                                tenon::bind<"fc.kernel", fc>> {};

}  // namespace simple_model
