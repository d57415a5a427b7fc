// SPDX-License-Identifier: Apache-2.0
// Trained weights become integers: ranges, scales, zero points and rounding, one channel at a time.
#include <tenon/op/weight_scheme.hpp>

#include <tenon/op/linear_parameters.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace tenon;
using namespace tenon::op::detail;

namespace {

using rows = channel_walk<2, 4, op::kernel_order::output_first>;
using columns = channel_walk<2, 4, op::kernel_order::output_last>;

constexpr std::array<float, 8> weights{0.5f, -1.0f, 0.25f, 0.0f, 3.0f, 2.0f, 1.0f, 4.0f};

static_assert(weight_scheme{}.per_channel && !weight_scheme{}.affine);

constexpr bool is_range(const weight_range& range, float low, float high) { return range.low == low && range.high == high; }
static_assert(is_range(range_of_channel<rows, 4>(weights, 1.0f, 0), -1.0f, 0.5f));
static_assert(is_range(range_of_channel<rows, 4>(weights, 1.0f, 1), 0.0f, 4.0f), "0 is always within");
static_assert(is_range(range_of_channel<rows, 4>(weights, -2.0f, 0), -1.0f, 2.0f), "a negative scale turns it around");
static_assert(is_range(range_of_channel<columns, 4>(weights, 1.0f, 1), -1.0f, 4.0f));

static_assert(encoding_of_weights({-1.0f, 0.5f}, false) == encoding{1.0f / 127.0f, 0});
static_assert(encoding_of_weights({0.0f, 0.0f}, false) == encoding{1.0f, 0});
static_assert(encoding_of_weights({0.0f, 0.0f}, true) == encoding{1.0f, 0});
static_assert(encoding_of_weights({0.0f, 255.0f}, true) == encoding{1.0f, -128});
static_assert(encoding_of_weights({-100.0f, 155.0f}, true) == encoding{1.0f, -28});

// 0.5 / 0.2 is 2.5 in float32, and halves go away from zero.
static_assert([] {
  constexpr std::array<float, 4> halves{0.5f, -0.5f, 100.0f, -100.0f};
  std::array<std::int8_t, 4> made{};
  quantize_channel<channel_walk<1, 4, op::kernel_order::output_first>, 4>(halves, 1.0f, {0.2f, 0}, -127, 0, made.data());
  return made == std::array<std::int8_t, 4>{3, -3, 127, -127};
}());

struct normalized {
  std::array<float, 2> bias{0.5f, -0.5f}, mean{1.0f, 2.0f}, variance{4.0f, 9.0f}, gamma{2.0f, 3.0f}, beta{0.25f, 0.75f};
};

}  // namespace

TEST_CASE("weights of a channel are those that quantize_value gives, and others stay as they were") {
  std::mt19937 random(1);
  std::normal_distribution<float> number(0.0f, 1.5f);
  for (int turn = 0; turn < 200; ++turn) {
    std::array<float, 8> kernel{};
    for (float& weight : kernel) weight = number(random);
    const float scale = number(random);
    const weight_range range = range_of_channel<columns, 4>(kernel, scale, 1);
    for (const bool affine : {false, true}) {
      const encoding code = encoding_of_weights(range, affine);
      std::array<std::int8_t, 8> made{};
      quantize_channel<columns, 4>(kernel, scale, code, affine ? -128 : -127, 1, made.data());
      for (std::size_t tap = 0; tap < 4; ++tap) {
        CHECK(made[2 * tap] == 0);
        const long wanted = std::lround(kernel[2 * tap + 1] * scale / code.scale) + code.zero_point;
        CHECK(made[2 * tap + 1] == std::clamp(wanted, affine ? -128L : -127L, 127L));
      }
    }
  }
}

TEST_CASE("a batch normalization becomes a factor and a bias of each channel") {
  const normalized numbers;
  parameter_source source;
  source.add("kernel", weights);
  source.add("bias", numbers.bias);
  const auto plain = fold<2>(source);
  CHECK(plain.scale == std::array<float, 2>{1.0f, 1.0f});
  CHECK(plain.bias == numbers.bias);
  source.add("affine.mean", numbers.mean);
  source.add("affine.variance", numbers.variance);
  const auto centred = fold<2>(source);
  CHECK(centred.scale[0] == doctest::Approx(0.5));
  CHECK(centred.bias[1] == doctest::Approx(-2.5 / 3.0));
  source.add("affine.gamma", numbers.gamma);
  source.add("affine.beta", numbers.beta);
  const auto whole = fold<2>(source);
  CHECK(whole.scale[1] == doctest::Approx(1.0));
  CHECK(whole.bias[0] == doctest::Approx(-0.5 + 0.25));
}
