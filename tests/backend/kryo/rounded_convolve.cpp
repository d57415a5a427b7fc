// SPDX-License-Identifier: Apache-2.0
// The convolution of a rounded input: its packed numbers, and its results against a convolution by definition.
#include <tenon/backend/kryo/rounded_convolve.hpp>

#include "backend/kryo/by_definition.hpp"

#include <doctest/doctest.h>

#include <memory>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;
using namespace tenon_test;

template <int Outputs, int Taps>
using numbers_of = op::dynamic_range_parameters<dynamic_range::asymmetric, Outputs, Taps>;

template <int Outputs, int Taps>
numbers_of<Outputs, Taps> scattered_numbers() {
  numbers_of<Outputs, Taps> made;
  for (int i = 0; i < Outputs * Taps; ++i) made.kernel[static_cast<std::size_t>(i)] = scattered(i);
  for (int o = 0; o < Outputs; ++o) {
    made.scales[static_cast<std::size_t>(o)] = 0.001f * static_cast<float>(1 + o % 7);
    made.bias[static_cast<std::size_t>(o)] = static_cast<float>(scattered(o));
  }
  made.low = -150.0f;
  made.high = 160.0f;
  return made;
}

/// Results that differ from those of the definition, or stand where none belong.
template <class Isa, window_geometry Geometry, int Columns>
int wrong(std::int32_t zero_point) {
  constexpr window_geometry g = Geometry;
  constexpr int pitch = Columns + 2;
  using product = rounded_convolution<Isa, Geometry, Columns>;
  const auto w = scattered_numbers<Columns, Geometry.depth()>();
  const auto image = scattered_image<std::int8_t>(image_size(Geometry));
  const op::input_rounding by{0.0625f, 16.0f, zero_point, -128};
  const auto packed = std::make_unique<typename product::packed>();
  packed->pack(w, 0);
  scratch_memory borrowed(product::scratch);
  guarded_array<float> y(static_cast<std::size_t>(g.outputs() * pitch));
  product::run(*packed, by, borrowed.data(), y.data(), pitch, image.data());
  int differing = !y.guards_hold() || !borrowed.guard_holds();
  for (int output = 0; output < g.outputs(); ++output)
    for (int column = 0; column < Columns; ++column) {
      std::int32_t sum = 0;
      for_each_tap(g, output, [&](int tap, std::size_t offset) {
        for (int c = 0; c < g.channels; ++c)
          sum += w.kernel[static_cast<std::size_t>(column * g.depth() + tap * g.channels + c)] *
                 (image[offset + static_cast<std::size_t>(c)] - zero_point);
      });
      differing += y[static_cast<std::size_t>(output * pitch + column)] != w.finish(sum, by.scale, column);
    }
  return differing;
}

constexpr window_geometry pixels_of(int channels, int pitch, int outputs) {
  window_geometry g;
  g.input_columns = g.output_columns = outputs;
  g.channels = channels;
  g.pixel_pitch = pitch;
  return g;
}

// Two rows of padding above and one column of it on the left; steps and spreads that differ; one of two groups.
constexpr window_geometry sparse{5, 7, 3, 3, 3, 2, 2, 2, 1, 3, 2, 1, 3, 6};

TEST_CASE("Every output is what the definition says, with and without a zero point") {
  CHECK(wrong<isa::native, pixels_of(9, 9, 31), 5>(0) == 0);
  CHECK(wrong<isa::native, pixels_of(8, 12, 7), 33>(-128) == 0);
  CHECK(wrong<isa::native, sparse, 17>(127) == 0);
  CHECK(wrong<isa::scalar, sparse, 17>(-3) == 0);
}

TEST_CASE("Packed numbers have no padding") {
  using packed = packed_rounded_product<isa::native, 4, 5, 9>;
  static_assert(sizeof(packed) % packed::alignment == 0);
  static_assert(sizeof(packed) ==
                packed::weight_room * sizeof(isa::native::weight) + 3 * sizeof(float) * packed::columns + 8);
}

}  // namespace
