// SPDX-License-Identifier: Apache-2.0
// The convolution of integers: its scratch memory, and its results against a convolution by definition.
#include <tenon/backend/kryo/convolve.hpp>

#include <tenon/core/requantize.hpp>

#include "backend/kryo/by_definition.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;
using namespace tenon_test;

constexpr window_geometry pixels_of(int channels, int pitch, int outputs) {
  window_geometry g;
  g.input_columns = g.output_columns = outputs;
  g.channels = channels;
  g.pixel_pitch = pitch;
  return g;
}

// Two rows of padding above and one column of it on the left; steps and spreads that differ; one of two
// groups.
constexpr window_geometry sparse{5, 7, 3, 3, 3, 2, 2, 2, 1, 3, 2, 1, 3, 6};
// A window as large as its image.
constexpr window_geometry whole{3, 2, 1, 1, 3, 2, 1, 1, 1, 1, 0, 0, 5, 5};
// Rows of a window that lie in one piece, more outputs than a tile has rows.
constexpr window_geometry dense{6, 7, 6, 7, 3, 3, 1, 1, 1, 1, 1, 1, 8, 8};

template <class Isa, class Rule, window_geometry Geometry, int Columns>
int wrong(std::int32_t input_zero_point, std::int32_t kernel_zero_point, bool try_to_prove) {
  using product = convolution<Isa, Rule, Geometry, Columns>;
  const auto w = scattered_integers<Rule, Columns, Geometry.depth()>(input_zero_point, kernel_zero_point);
  const auto image = scattered_image<std::int8_t>(image_size(Geometry));
  typename product::packed packed{};
  pack_product(packed, {w.kernel.data(), Geometry.depth(), 1}, w.bias.data(), w.factors.data(),
               {w.input_zero_point, w.kernel_zero_point, w.output_zero_point, w.low, w.high, try_to_prove});
  return wrong_results<product>(packed, convolved(Geometry, w, image), Columns, image);
}

template <window_geometry Geometry, int Columns>
void check() {
  CHECK(wrong<isa::native, q31_rule, Geometry, Columns>(-3, 0, true) == 0);
  CHECK(wrong<isa::native, q31_rule, Geometry, Columns>(127, 0, false) == 0);
  CHECK(wrong<isa::native, float32_rule, Geometry, Columns>(-128, -9, true) == 0);
  CHECK(wrong<isa::scalar, q31_rule, Geometry, Columns>(-128, 5, true) == 0);
}

TEST_CASE("Every output is what the definition says: both forms of requantization, both kinds of kernel") {
  check<pixels_of(9, 9, 31), 5>();
  check<sparse, 17>();
  CHECK(wrong<isa::native, q31_rule, dense, 16>(-3, 0, true) == 0);
  CHECK(wrong<isa::scalar, q31_rule, dense, 16>(-3, 0, true) == 0);
}

TEST_CASE("One product, and a window as large as its image") {
  CHECK(wrong<isa::native, q31_rule, pixels_of(1, 1, 1), 1>(7, 0, true) == 0);
  CHECK(wrong<isa::native, q31_rule, whole, 33>(7, 0, true) == 0);
}

TEST_CASE("Pixels of a group are read past those of the others") {
  CHECK(wrong<isa::native, q31_rule, pixels_of(4, 12, 7), 6>(-128, 0, true) == 0);
  CHECK(wrong<isa::native, q31_rule, pixels_of(3, 5, 29), 2>(-128, 3, true) == 0);
  CHECK(wrong<isa::scalar, q31_rule, pixels_of(3, 5, 9), 2>(-128, 3, true) == 0);
}

template <class Isa, window_geometry Geometry, int Columns>
using scratch_of =
    std::integral_constant<std::size_t, convolution<Isa, q31_rule, Geometry, Columns>::scratch>;

// One staged tile: three rows (nine outputs in three tiles), one, and four (the registers' most) of a window
// each.
static_assert(scratch_of<isa::scalar, sparse, 5>::value == 3 * 18);
static_assert(scratch_of<isa::scalar, whole, 5>::value == 30);
static_assert(scratch_of<isa::scalar, dense, 8>::value == 4 * 72);
// No copy of pixels that are rows already, gaps between them or not.
static_assert(scratch_of<isa::scalar, pixels_of(7, 7, 9), 5>::value == 0);
static_assert(scratch_of<isa::scalar, pixels_of(7, 21, 9), 5>::value == 0);

#if defined(__AVX2__) && defined(__FMA__)
// Words instead of bytes, and an odd depth rounded up to pairs.
static_assert(scratch_of<isa::avx2, whole, 5>::value == 30 * 2);
static_assert(scratch_of<isa::avx2, pixels_of(7, 7, 1), 5>::value == 8 * 2);

TEST_CASE("Words instead of bytes are staged on AVX2") {
  CHECK(wrong<isa::avx2, q31_rule, sparse, 17>(-3, 0, true) == 0);
  CHECK(wrong<isa::avx2, q31_rule, dense, 9>(-128, 77, false) == 0);
  CHECK(wrong<isa::avx2, double_rule, pixels_of(9, 9, 7), 8>(55, 0, true) == 0);
}
#endif

}  // namespace
