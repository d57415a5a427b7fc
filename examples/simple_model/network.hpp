// SPDX-License-Identifier: Apache-2.0
// A plain convolution network over a 224x224 picture, with weights: 3 -> 32 -> 64 channels, mean, 10 logits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/tenon.hpp>

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

/// Weights as good as any for a measurement: a fixed pseudo-random sequence, scaled so that values keep their size.
template <std::size_t Size>
consteval std::array<float, Size> sequence(std::uint32_t seed, float scale) {
  std::array<float, Size> values{};
  for (float& value : values) {
    seed = seed * 1664525u + 1013904223u;
    value = (static_cast<float>(seed >> 8) / 8388608.0f - 1.0f) * scale;
  }
  return values;
}
inline constexpr auto conv1 = sequence<32 * 27>(1, 0.35f);
inline constexpr auto conv2 = sequence<64 * 288>(2, 0.1f);
inline constexpr auto fc = sequence<10 * 64>(3, 0.2f);
struct weights : tenon::weights<tenon::bind<"conv1.kernel", conv1>, tenon::bind<"conv2.kernel", conv2>,
                                tenon::bind<"fc.kernel", fc>> {};

}  // namespace simple_model
