// SPDX-License-Identifier: Apache-2.0
// The depthwise convolution of real numbers: its results against a convolution by definition, and its bounds.
#include <tenon/backend/kryo/real_depthwise.hpp>

#include "backend/kryo/by_definition.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <limits>

namespace {

using namespace tenon::kryo_kernels;
using namespace tenon_test;

constexpr window_geometry with_channels(window_geometry g, int channels) {
  g.channels = g.pixel_pitch = channels;
  return g;
}
constexpr window_geometry padded{4, 5, 4, 5, 3, 3, 1, 1, 1, 1, 1, 1};
constexpr window_geometry spread{5, 7, 3, 2, 2, 3, 2, 3, 3, 2, 2, 1};
constexpr window_geometry point{2, 3, 2, 3, 1, 1};

template <window_geometry Geometry, int Multiple>
int wrong() {
  using product = real_depthwise<Geometry, Multiple>;
  constexpr int taps = Geometry.kernel_rows * Geometry.kernel_columns;
  const auto w = scattered_reals<product::channels, taps>();
  const auto image = scattered_image<float>(image_size(Geometry));
  return wrong_in_rows(convolved_by_channel(Geometry, w, image), product::channels,
                       [&](float* y, std::ptrdiff_t pitch) {
                         product::run(w.kernel.data(), w.bias.data(), w.low, w.high, y, pitch, image.data());
                       });
}

TEST_CASE("Every output is what the definition says, in whole and broken vectors of channels") {
  CHECK(wrong<with_channels(padded, 1), 1>() == 0);
  CHECK(wrong<with_channels(padded, float_lanes), 1>() == 0);
  CHECK(wrong<with_channels(padded, 2 * float_lanes + 3), 1>() == 0);
  CHECK(wrong<with_channels(spread, float_lanes + 1), 1>() == 0);
  CHECK(wrong<with_channels(point, 33), 1>() == 0);
}

TEST_CASE("A channel makes several outputs, which stand side by side") {
  CHECK(wrong<with_channels(padded, 3), 2>() == 0);
  CHECK(wrong<with_channels(spread, float_lanes), 2>() == 0);
  CHECK(wrong<with_channels(point, 1), 19>() == 0);
}

TEST_CASE("Taps outside the image are left out, also where a weight is infinite") {
  constexpr int channels = float_lanes + 1;
  constexpr window_geometry lonely{1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 0, 1, channels, channels};
  constexpr float infinite = std::numeric_limits<float>::infinity();
  std::array<float, 3 * std::size_t{channels}> kernel{};
  kernel.fill(infinite);
  std::array<float, std::size_t{channels}> x{};
  std::array<float, std::size_t{channels}> bias{};
  std::array<float, std::size_t{channels}> y{};
  for (std::size_t c = 0; c < x.size(); ++c) {
    kernel[x.size() + c] = 2.0f;
    x[c] = static_cast<float>(c);
    bias[c] = 0.5f;
  }
  real_depthwise<lonely, 1>::run(kernel.data(), bias.data(), 1.0f, infinite, y.data(), channels, x.data());
  CHECK(y[0] == 1.0f);
  for (std::size_t c = 1; c < y.size(); ++c) CHECK(y[c] == 2.0f * static_cast<float>(c) + 0.5f);
}

}  // namespace
