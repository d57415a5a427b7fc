// SPDX-License-Identifier: Apache-2.0
// The depthwise convolution of integers: the order of its weights, and its results against a convolution by
// definition.
#include <tenon/backend/kryo/depthwise.hpp>

#include <tenon/core/requantize.hpp>

#include "backend/kryo/by_definition.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;
using namespace tenon_test;

// Two taps of six channels in vectors of four: [block][tap][channel of the block]; the second block begins with the
// third channel.
constexpr std::array<std::int8_t, 12> kernel{1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, -16};
constexpr std::array<std::int32_t, 6> biases{100, 200, 300, 400, 500, 600};
constexpr auto small = [] {
  packed_depthwise<isa::scalar, float32_rule, 6, 2> made{};
  constexpr std::array<float, 6> factors{0.5f, 0.25f, 1, 2, 4, 0.125f};
  made.pack(kernel.data(), biases.data(), factors.data(), {10, 0, 7, -100, 90});
  return made;
}();
static_assert(small.weights ==
              std::array<std::int8_t, 16>{1, 2, 3, 4, 11, 12, 13, 14, 3, 4, 5, 6, 13, 14, 15, -16});
static_assert(small.bias == std::array<std::int32_t, 8>{-20, 60, 140, 220, 300, 700, 0, 0});
static_assert(small.outside == std::array<std::int8_t, 8>{10, 10, 10, 10, 10, 10, 10, 10});
static_assert(small.output.zero_point == 7 && small.output.low == -100 && small.output.high == 90);
static_assert(small.output.exact.factor[5] == 0.125f && small.output.exact.factor[6] == 0.0f);
static_assert(sizeof small == 8 * 3 * 4 + 6 * 4 + 8 * 4 + 16 + 8 + 2 * 4, "no byte of it is padding");

// One tap of one channel, three times over.
constexpr auto repeated = [] {
  packed_depthwise<isa::scalar, float32_rule, 1, 1, 0, 3> made{};
  constexpr std::array<float, 1> factors{0.5f};
  made.pack(kernel.data() + 2, biases.data(), factors.data(), {});
  return made;
}();
static_assert(repeated.weights == std::array<std::int8_t, 8>{3, 3, 3});
static_assert(repeated.bias == std::array<std::int32_t, 4>{100, 100, 100, 0});
static_assert(repeated.output.exact.factor[2] == 0.5f && repeated.output.exact.factor[3] == 0.0f);

TEST_CASE("Taps of one lane lie side by side, in whole groups") {
  using isa = tenon::isa::native;
  constexpr int channels = isa::lanes * isa::tap_blocks + 3;
  constexpr int taps = isa::tap_group + 1;
  using packed = packed_depthwise<isa, q31_rule, channels, taps>;
  CHECK(packed::tap_groups == 2);
  CHECK(packed::index(0, 0, 1) == (isa::tap_group > 1 ? 1u : static_cast<unsigned>(packed::width)));
  CHECK(packed::index(0, 1, 0) == isa::tap_group);
  CHECK(packed::index(0, 0, isa::tap_group) == packed::width * isa::tap_group);
  CHECK(packed::index(1, 0, 0) == packed::block_weights);
  CHECK(packed::start_of(0) == 0);
  CHECK(packed::start_of(1) == 3);
  CHECK(packed::first_weight(3) == packed::block_weights);
  const auto w = scattered_integers<q31_rule, channels, taps>(0, 0);
  packed made{};
  made.pack(w.kernel.data(), w.bias.data(), w.factors.data(), {});
  for (int block = 0; block < 2; ++block)
    for (int lane = 0; lane < packed::width; ++lane)
      for (int tap = 0; tap < taps; ++tap)
        CHECK(made.weights[packed::index(block, lane, tap)] ==
              w.kernel[static_cast<std::size_t>(tap * channels + 3 * block + lane)]);
}

constexpr window_geometry with_channels(window_geometry g, int channels) {
  g.channels = g.pixel_pitch = channels;
  return g;
}
constexpr window_geometry padded{4, 5, 4, 5, 3, 3, 1, 1, 1, 1, 1, 1};
constexpr window_geometry wide{3, 11, 2, 11, 2, 4, 1, 1, 1, 1, 0, 2};
constexpr window_geometry spread{5, 7, 3, 2, 2, 3, 2, 3, 3, 2, 2, 1};
constexpr window_geometry point{2, 3, 2, 3, 1, 1};

template <class Isa, class Rule, window_geometry Geometry, int Multiple>
int wrong(std::int32_t input_zero_point, std::int32_t kernel_zero_point, bool try_to_prove) {
  using product = depthwise<Isa, Rule, Geometry, Multiple>;
  const auto w =
      scattered_integers<Rule, product::channels, product::taps>(input_zero_point, kernel_zero_point);
  const auto image = scattered_image<std::int8_t>(image_size(Geometry));
  typename product::packed packed{};
  packed.pack(w.kernel.data(), w.bias.data(), w.factors.data(),
              {w.input_zero_point, w.kernel_zero_point, w.output_zero_point, w.low, w.high, try_to_prove});
  return wrong_results<product>(packed, convolved_by_channel(Geometry, w, image), product::channels, image);
}

template <window_geometry Geometry, int Multiple>
void check() {
  CHECK(wrong<isa::native, q31_rule, Geometry, Multiple>(-3, 0, true) == 0);
  CHECK(wrong<isa::native, q31_rule, Geometry, Multiple>(127, 0, false) == 0);
  CHECK(wrong<isa::native, float32_rule, Geometry, Multiple>(-128, -9, true) == 0);
  CHECK(wrong<isa::scalar, q31_rule, Geometry, Multiple>(-128, 5, true) == 0);
#if defined(__AVX2__) && defined(__FMA__)
  CHECK(wrong<isa::avx2, q31_rule, Geometry, Multiple>(-128, 77, false) == 0);
#endif
}

TEST_CASE("Every output is what the definition says, in whole and broken blocks of channels") {
  check<with_channels(padded, 3), 1>();
  check<with_channels(padded, 16), 1>();
  check<with_channels(padded, 37), 1>();
  check<with_channels(wide, 35), 1>();
  check<with_channels(spread, 19), 1>();
  check<with_channels(spread, 3), 1>();
  check<with_channels(point, 9), 1>();
}

TEST_CASE("A channel makes several outputs, which stand side by side") {
  check<with_channels(padded, 3), 2>();
  check<with_channels(spread, 16), 3>();
  check<with_channels(point, 1), 33>();
}

}  // namespace
