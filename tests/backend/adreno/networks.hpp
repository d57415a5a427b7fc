// SPDX-License-Identifier: Apache-2.0
// Small networks that reach what whole programs are made of: sums after convolutions, shared memory,
// constants, views.
#pragma once

#include <tenon/tenon.hpp>

#include <array>
#include <cstdint>

#include "../../../examples/sequence.hpp"

namespace device_networks {

inline constexpr auto first = sequence<8 * 18>(1, 0.4f);
inline constexpr auto second = sequence<8 * 72>(2, 0.2f);
inline constexpr auto third = sequence<8 * 72>(3, 0.2f);
inline constexpr auto last = sequence<4 * 16>(4, 0.4f);
inline constexpr auto offset = sequence<8>(5, 1.0f);
struct weights : tenon::weights<tenon::bind<"first.kernel", first>, tenon::bind<"second.kernel", second>,
                                tenon::bind<"third.kernel", third>, tenon::bind<"last.kernel", last>,
                                tenon::bind<"offset.value", offset>> {};

using tenon::encode;
using tenon::scale;
using tenon::zero_point;

/// Two equal convolutions, the second with a sum; a constant; parts that are written straight into their
/// concatenation.
struct branched {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    auto image = input<"image", tensor<f32, 5, 6, 2>>;
    auto stem = image | conv2d<"first", filters{8}, window{3, 3}, same_padding> | relu<"first.relu">;
    auto body = stem | conv2d<"second", filters{8}, window{3, 3}, same_padding> | relu<"second.relu"> |
                conv2d<"third", filters{8}, window{3, 3}, same_padding>;
    auto sum = add<"sum">(body, stem);
    auto moved = add<"moved">(sum, constant<"offset", tensor<f32, 8>>);
    auto pooled = moved | global_average_pool<"average">;
    auto peaks = moved | global_max_pool<"peaks">;
    return concat<"both">(pooled, peaks) | dense<"last", units{4}> | softmax<"scores">;
  }
};
struct encodings
    : tenon::encodings<
          encode<"image", scale{1.0f / 64.0f}, zero_point{3}>,
          encode<"first.relu", scale{0.02f}, zero_point{-128}>,
          encode<"second.relu", scale{0.02f}, zero_point{-128}>, encode<"third", scale{0.03f}, zero_point{4}>,
          encode<"sum", scale{0.04f}, zero_point{-7}>, encode<"offset", scale{0.01f}, zero_point{0}>,
          encode<"moved", scale{0.05f}, zero_point{-10}>, encode<"average", scale{0.02f}, zero_point{-20}>,
          encode<"both", scale{0.05f}, zero_point{-10}>, encode<"last", scale{0.05f}, zero_point{0}>> {};

using real_model = tenon::model<branched, weights>;
using integer_model = tenon::model<branched, weights, encodings>;

/// An image with values around 0.
inline std::array<float, 60> image_of(std::uint32_t seed) {
  std::array<float, 60> image{};
  for (float& value : image) {
    seed = seed * 1664525u + 1013904223u;
    value = static_cast<float>(seed >> 8) / 8388608.0f - 1.0f;
  }
  return image;
}

}  // namespace device_networks
