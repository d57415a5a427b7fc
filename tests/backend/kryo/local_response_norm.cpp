// SPDX-License-Identifier: Apache-2.0
// local_response_norm on the kryo backend: every channel of rows around the size of a register, all powers.
#include <tenon/backend/kryo/local_response_norm.hpp>

#include "op/one_input.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>

using namespace tenon;
using namespace tenon_test;

namespace {

template <class Operator, tensor_type Input>
using on_kryo = kernel<kryo, call_on<Operator, Input>>;

static_assert(on_kryo<op::local_response_norm_<>, tensor<f32, 2, 20>::value>::variant == "batches");
static_assert(on_kryo<op::local_response_norm_<>, tensor<f32, 2, 20>::value>::scratch == 0);

/// The definition in double precision.
template <neighbours Given, int Channels>
double wanted(const float* x, int channel) {
  double sum = 0;
  for (int i = channel - (Given.channels - 1) / 2; i <= channel + Given.channels / 2; ++i)
    if (i >= 0 && i < Channels) sum += double{x[i]} * double{x[i]};
  return double{x[channel]} / std::pow(double{Given.bias} + double{Given.alpha} / Given.channels * sum, double{Given.beta});
}

template <neighbours Given, int Channels>
void check_pixels() {
  constexpr int pixels = 3;
  std::array<float, static_cast<std::size_t>(pixels * Channels)> x{};
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(static_cast<int>(i * 37 % 23) - 11) * 0.7f;
  const auto y = run_one<kryo, op::local_response_norm_<Given>, tensor<f32, pixels, Channels>::value>(x);
  CAPTURE(Channels);
  for (int pixel = 0; pixel < pixels; ++pixel)
    for (int c = 0; c < Channels; ++c) {
      CAPTURE(c);
      CHECK(double{y[static_cast<std::size_t>(pixel * Channels + c)]} ==
            doctest::Approx(wanted<Given, Channels>(x.data() + pixel * Channels, c)).epsilon(1e-5));
    }
}

}  // namespace

TEST_CASE("all channels of rows shorter than a register, as long, and longer") {
  check_pixels<neighbours{}, 3>();
  check_pixels<neighbours{}, 16>();
  check_pixels<neighbours{}, 64>();
  check_pixels<neighbours{4, 2.0f, 0.5f, 0.75f}, 37>();
  check_pixels<neighbours{9, 1.0f, 3.0f, 0.5f}, 33>();
  check_pixels<neighbours{40, 1.0f, 3.0f, 1.0f}, 20>();
  check_pixels<neighbours{2, 0.1f, 1.0f, 0.6f}, 35>();
}
