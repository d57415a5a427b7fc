// SPDX-License-Identifier: Apache-2.0
// The direct convolution of integers: the lines that it stages, the order of its weights, and its results
// against a convolution by definition.
#include <tenon/backend/kryo/direct.hpp>

#include <tenon/core/requantize.hpp>

#include "backend/kryo/by_definition.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;
using namespace tenon_test;

// Padding on all sides; runs are rows of the window.
constexpr window_geometry padded{5, 7, 5, 7, 3, 3, 1, 1, 1, 1, 1, 1, 3, 3};
// Taps apart: each is a run of its own; one of two groups.
constexpr window_geometry spread{5, 9, 3, 4, 2, 3, 2, 2, 3, 2, 1, 2, 5, 10};
// Steps that leave the last row and columns of the image unread.
constexpr window_geometry cut{6, 9, 2, 2, 2, 2, 3, 4, 1, 1, 0, 0, 4, 4};
// A window as large as its image.
constexpr window_geometry whole{3, 2, 1, 1, 3, 2, 1, 1, 1, 1, 0, 0, 16, 16};

template <class Isa, window_geometry Geometry, int Columns = 5>
using on = direct_convolution<Isa, q31_rule, Geometry, Columns>;

static_assert(on<isa::scalar, padded>::runs_are_rows && !on<isa::scalar, spread>::runs_are_rows);
static_assert(on<isa::scalar, padded>::runs == 3 && on<isa::scalar, padded>::run_length == 9);
static_assert(on<isa::scalar, spread>::runs == 6 && on<isa::scalar, spread>::run_length == 5);
// The lines that a window reaches over, in columns no less than the image and its left padding.
static_assert(on<isa::scalar, padded>::scratch == 3 * 9 * 3);
static_assert(on<isa::scalar, spread>::scratch == 4 * 11 * 5);
static_assert(on<isa::scalar, cut>::scratch == 2 * 9 * 4);
static_assert(on<isa::scalar, whole>::scratch == 3 * 2 * 16);

/// True if each weight lies where the layout says that its run and place in it are, with every run in whole groups.
template <class Isa, window_geometry Geometry, int Columns>
bool lies_in_place() {
  using product = on<Isa, Geometry, Columns>;
  const auto w = scattered_integers<q31_rule, Columns, Geometry.depth()>(11, 0);
  typename product::packed packed{};
  product::pack(packed, w.kernel.data(), w.bias.data(), w.factors.data(), {11, 0, -5, -120, 101});
  bool in_place =
      packed.input_zero_point == 11 && packed.kernel_zero_point == 0 && packed.output.zero_point == -5;
  std::int64_t left = 0;
  for (const auto weight : packed.weights) left += weight;
  for (int c = 0; c < Columns; ++c) {
    std::int64_t sum = 0;
    for (int i = 0; i < Geometry.depth(); ++i) {
      const std::int8_t weight = w.kernel[static_cast<std::size_t>(c * Geometry.depth() + i)];
      const int k = i / product::run_values * product::run_length + i % product::run_values;
      in_place = in_place && packed.weights[product::layout::index(c, k)] == weight;
      sum += weight;
    }
    left -= sum;
    const auto at = static_cast<std::size_t>(c);
    in_place = in_place && packed.bias[at] == w.bias[at] - (11 + Isa::stage_offset) * sum;
  }
  return in_place && left == 0;
}

TEST_CASE("Weights lie run by run in whole groups; nothing else is there") {
  CHECK(lies_in_place<isa::native, padded, 5>());
  CHECK(lies_in_place<isa::native, spread, 37>());
  CHECK(lies_in_place<isa::scalar, cut, 6>());
}

template <class Isa, class Rule, window_geometry Geometry, int Columns>
int wrong(std::int32_t input_zero_point, std::int32_t kernel_zero_point, bool try_to_prove) {
  using product = direct_convolution<Isa, Rule, Geometry, Columns>;
  const auto w = scattered_integers<Rule, Columns, Geometry.depth()>(input_zero_point, kernel_zero_point);
  const auto image = scattered_image<std::int8_t>(image_size(Geometry));
  typename product::packed packed{};
  product::pack(packed, w.kernel.data(), w.bias.data(), w.factors.data(),
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
  check<padded, 5>();
  check<spread, 17>();
  check<cut, 33>();
  check<whole, 16>();
}

// Whole groups of channels and neighbouring windows: pixels are loaded once for all of them where registers allow it.
constexpr window_geometry neighbours{3, 9, 3, 9, 3, 3, 1, 1, 1, 1, 1, 1, 8, 8};

TEST_CASE("Windows that share pixels") { CHECK(wrong<isa::native, q31_rule, neighbours, 37>(-3, 0, true) == 0); }

#if defined(__AVX2__) && defined(__FMA__)
TEST_CASE("Words instead of bytes are staged on AVX2") {
  CHECK(wrong<isa::avx2, q31_rule, padded, 17>(-3, 0, true) == 0);
  CHECK(wrong<isa::avx2, q31_rule, spread, 9>(-128, 77, false) == 0);
}
#endif

}  // namespace
