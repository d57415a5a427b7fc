// SPDX-License-Identifier: Apache-2.0
// Patches of a convolution: what is copied and what is walked, inside the image and beyond its edge.
#include <tenon/backend/kryo/patch.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

using namespace tenon::kryo_kernels;

// Two channels of three; taps two apart in columns.
constexpr window_geometry corner{2, 3, 1, 1, 2, 2, 1, 1, 1, 2, 1, 1, 2, 3};

TEST_CASE("A patch is copied tap by tap, with 0 outside the image") {
  std::array<float, 18> image{};
  for (std::size_t i = 0; i < image.size(); ++i) image[i] = static_cast<float>(i + 1);
  std::array<float, 9> patch{};
  patch[8] = 77.0f;
  stage_patch<corner>(image.data(), 0, 0, 0.0f, patch.data());
  CHECK(patch == std::array<float, 9>{0, 0, 0, 0, 0, 0, 4, 5, 77});
  stage_patch<corner>(image.data(), 1, 1, 0.0f, patch.data());
  CHECK(patch == std::array<float, 9>{1, 2, 7, 8, 10, 11, 16, 17, 77});
}

// Rows of the window are runs of 18 numbers, more than one piece.
constexpr window_geometry long_runs{3, 10, 2, 2, 2, 9, 1, 1, 1, 1, 0, 0, 2, 2};

TEST_CASE("A patch inside the image is copied row by row") {
  std::array<float, 60> image{};
  for (std::size_t i = 0; i < image.size(); ++i) image[i] = static_cast<float>(i + 1);
  std::array<float, 37> patch{};
  patch[36] = 77.0f;
  stage_patch<long_runs>(image.data(), 1, 1, 0.0f, patch.data());
  for (std::size_t i = 0; i < 18; ++i) {
    CHECK(patch[i] == image[22 + i]);
    CHECK(patch[18 + i] == image[42 + i]);
  }
  CHECK(patch[36] == 77.0f);
}

TEST_CASE("A patch of integers holds the given one outside the image") {
  const std::array<std::int16_t, 18> image{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18};
  std::array<std::int16_t, 8> patch{};
  stage_patch<corner>(image.data(), 0, 0, std::int16_t{-5}, patch.data());
  CHECK(patch == std::array<std::int16_t, 8>{-5, -5, -5, -5, -5, -5, 4, 5});
}

TEST_CASE("Only taps inside the image are walked") {
  const std::array<float, 18> image{};
  std::vector<int> taps;
  std::vector<std::ptrdiff_t> pixels;
  for_each_tap_inside<corner>(image.data(), 0, 0, [&](int tap, const float* x) {
    taps.push_back(tap);
    pixels.push_back(x - image.data());
  });
  CHECK(taps == std::vector<int>{3});
  CHECK(pixels == std::vector<std::ptrdiff_t>{3});
}

}  // namespace
