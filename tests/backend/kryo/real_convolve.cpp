// SPDX-License-Identifier: Apache-2.0
// The convolution of real numbers: its scratch memory, and its results against a convolution by definition.
#include <tenon/backend/kryo/real_convolve.hpp>

#include "backend/kryo/by_definition.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>

namespace {

using namespace tenon::kryo_kernels;
using namespace tenon_test;

constexpr window_geometry pixels_of(int channels, int pitch, int outputs) {
  window_geometry g;
  g.input_columns = g.output_columns = outputs;
  g.channels = channels;
  g.pixel_pitch = pitch;
  return g;
}
// Two channels of three; taps two apart in columns.
constexpr window_geometry corner{2, 3, 1, 1, 2, 2, 1, 1, 1, 2, 1, 1, 2, 3};
constexpr window_geometry padded{5, 7, 5, 7, 3, 3, 1, 1, 1, 1, 1, 1, 4, 4};
constexpr window_geometry sparse{5, 7, 3, 3, 3, 2, 2, 2, 1, 3, 2, 1, 3, 6};

// A tile of patches, or nothing where pixels are patches already.
template <window_geometry Geometry>
using to_five = real_convolution<Geometry, 5>;
static_assert(!to_five<padded>::in_place);
static_assert(to_five<padded>::scratch == std::size_t{real_layout<5, 36>::tile_rows} * 36 * 4);
static_assert(to_five<sparse>::scratch == std::size_t{real_layout<5, 18>::tile_rows} * 18 * 4);
static_assert(to_five<pixels_of(7, 21, 9)>::in_place && to_five<pixels_of(7, 21, 9)>::scratch == 0);

template <window_geometry Geometry, int Columns>
int wrong() {
  using product = real_convolution<Geometry, Columns>;
  const auto w = scattered_reals<Columns, Geometry.depth()>();
  const auto image = scattered_image<float>(image_size(Geometry));
  typename product::packed packed{};
  packed.pack(w.kernel.data(), w.bias.data(), w.low, w.high);
  return wrong_results<product>(packed, convolved(Geometry, w, image), Columns, image);
}

TEST_CASE("Every output is what the definition says, in whole and broken tiles") {
  CHECK(wrong<padded, 1>() == 0);
  CHECK(wrong<padded, 19>() == 0);
  CHECK(wrong<sparse, 5>() == 0);
  CHECK(wrong<corner, 32>() == 0);
}

TEST_CASE("Pixels are read in place, past those of other groups") {
  CHECK(wrong<pixels_of(1, 1, 1), 1>() == 0);
  CHECK(wrong<pixels_of(16, 16, 31), 9>() == 0);
  CHECK(wrong<pixels_of(3, 7, 15), 6>() == 0);
}

}  // namespace
