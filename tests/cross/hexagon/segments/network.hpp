// SPDX-License-Identifier: Apache-2.0
// A network that starts on Hexagon and ends on its host, as each side's program sees it.
#pragma once

#include "cross/hexagon/drawn.hpp"

#include <tenon/backend/hexagon.hpp>
#include <tenon/tenon.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace segments {

using namespace tenon;
using hexagon_networks::drawn;

inline constexpr auto stem_kernel = drawn<8 * 9 * 3>(1);
inline constexpr auto deep_kernel = drawn<9 * 8>(2);
inline constexpr auto logits_kernel = drawn<10 * 8>(3);

/// The host takes the mean of two maps, of which Hexagon goes on reading one, and does the rest.
struct topology {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto stem = input<"image", tensor<f32, 8, 8, 3>> | conv2d<"stem", filters{8}, window{3, 3}, same_padding> |
                      relu<"stem.relu">;
    const auto deep = stem | depthwise_conv2d<"deep", window{3, 3}, stride{2, 2}, same_padding>;
    return add<"sum">(stem | global_average_pool<"wide">, deep | global_average_pool<"narrow">) |
           dense<"logits", units{10}>;
  }
};
struct weights : tenon::weights<bind<"stem.kernel", stem_kernel>, bind<"deep.kernel", deep_kernel>,
                                bind<"logits.kernel", logits_kernel>> {};
struct encodings
    : tenon::encodings<encode<"image", scale{0.0078f}>, encode<"stem.relu", scale{0.011f}, zero_point{-128}>,
                       encode<"deep", scale{0.009f}, zero_point{-7}>, encode<"wide", scale{0.01f}, zero_point{-128}>,
                       encode<"narrow", scale{0.01f}, zero_point{-3}>, encode<"sum", scale{0.016f}, zero_point{-40}>,
                       encode<"logits", scale{0.02f}, zero_point{3}>> {};

using trained = model<topology, weights, encodings, border<i8>>;

#if defined(__HEXAGON_ARCH__) && __HEXAGON_ARCH__ >= 73
using signal_processor = hexagon<v73>;
#else
using signal_processor = hexagon<v68>;
#endif

/// The whole network; `Host` is the backend of the steps that are not Hexagon's, or where to find them.
template <class Host>
using whole = engine<trained, on<signal_processor, Host>, pinned<"wide", Host>, pinned<"narrow", Host>,
                     pinned<"sum", Host>, pinned<"logits", Host>>;

inline constexpr int inputs = 4;
using image = std::array<std::int8_t, 8 * 8 * 3>;
using wide_map = std::array<std::int8_t, 8 * 8 * 8>;
using narrow_map = std::array<std::int8_t, 4 * 4 * 8>;
using logits = std::array<std::int8_t, 10>;

/// Input number `index`, which both programs draw.
inline image draw_image(int index) noexcept {
  image drawn_image{};
  std::uint32_t state = 77 + static_cast<std::uint32_t>(index);
  for (std::int8_t& value : drawn_image) {
    state = state * 1664525u + 1013904223u;
    value = static_cast<std::int8_t>(state >> 24);
  }
  return drawn_image;
}

}  // namespace segments
