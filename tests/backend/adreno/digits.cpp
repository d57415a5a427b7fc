// SPDX-License-Identifier: Apache-2.0
// The digits network on this machine's OpenCL device: on 200 images the reference's bytes in int8, and its
// scores nearly in real numbers.
#include <tenon/backend/adreno.hpp>
#include <tenon/host/opencl_runner.hpp>

#include "../../../examples/digits/models.hpp"
#include "backend/adreno/test_device.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace tenon;

namespace {

using image = std::array<float, 28 * 28>;
using scores = std::array<float, 10>;

/// Strokes of ink with noise, some images of noise only: whatever the network makes of them, all must make
/// the same.
std::vector<image> draw_images(std::size_t count) {
  std::mt19937 random(28);
  std::vector<image> drawn(count);
  for (image& pixels : drawn) {
    const float noise = random() % 4 == 0 ? 1.0f : 0.1f;
    for (float& pixel : pixels) pixel = noise * static_cast<float>(random() % 256) / 255.0f;
    for (int stroke = 0; stroke < 3; ++stroke) {
      int at = static_cast<int>(random() % 784);
      const int step = std::array{1, 28, 29, 27}[random() % 4];
      for (int length = 0; length < 14 && at < 784; ++length, at += step)
        pixels[static_cast<std::size_t>(at)] = 1.0f;
    }
  }
  return drawn;
}

template <class Engine>
std::vector<scores> on_device(const std::vector<image>& images) {
  host::opencl_runner<Engine> runner(tenon_test::test_device());
  std::vector<scores> all(images.size());
  for (std::size_t i = 0; i < images.size(); ++i) runner.run(images[i], all[i]);
  return all;
}

template <class Model>
std::vector<scores> on_reference(const std::vector<image>& images) {
  static engine<Model, on<reference>> machine;
  std::vector<scores> all(images.size());
  for (std::size_t i = 0; i < images.size(); ++i) machine.run(images[i], all[i]);
  return all;
}

double largest_distance(const std::vector<scores>& a, const std::vector<scores>& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t k = 0; k < 10; ++k)
      largest = std::fmax(largest, std::fabs(double{a[i][k]} - double{b[i][k]}));
  return largest;
}

}  // namespace

TEST_CASE("int8: the reference's bytes on 200 images") {
  const auto images = draw_images(200);
  const auto wanted = on_reference<digits::int8_model>(images);
  CHECK(on_device<engine<digits::int8_model, on<adreno<a740>>>>(images) == wanted);
}

TEST_CASE("real numbers: near the reference, as float32 and as halves") {
  const auto images = draw_images(20);
  const auto wanted = on_reference<digits::float_model>(images);
  CHECK(largest_distance(on_device<engine<digits::float_model, on<adreno<a740>>>>(images), wanted) <= 1e-5);
  CHECK(largest_distance(on_device<engine<digits::float_model, on<adreno<a740, real_storage::f16>>>>(images),
                         wanted) <= 1e-2);
}
