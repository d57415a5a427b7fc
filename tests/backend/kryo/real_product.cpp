// SPDX-License-Identifier: Apache-2.0
// The product of real numbers: where its weights lie, and its results for every number of rows and broken
// columns.
#include <tenon/backend/kryo/real_product.hpp>

#include "backend/kryo/by_definition.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <limits>
#include <utility>

namespace {

using namespace tenon::kryo_kernels;
using namespace tenon_test;

constexpr int lanes = float_lanes;

static_assert(real_layout<1, 9>::columns == lanes && real_layout<1, 9>::vectors == 1);
static_assert(real_layout<lanes + 1, 9>::columns == 2 * lanes && real_layout<lanes + 1, 9>::vectors == 2);
static_assert(real_layout<2 * lanes + 1, 9>::columns == 3 * lanes);
static_assert(real_layout<2 * lanes + 1, 9>::width_at(0) == 2 * lanes &&
              real_layout<2 * lanes + 1, 9>::width_at(2 * lanes) == lanes);
static_assert(real_layout<1, 9>::tile_rows == 2 * real_layout<2 * lanes, 9>::tile_rows);
static_assert(real_layout<2 * lanes + 1, 9>::weight_count == 27 * std::size_t{lanes});

/// Three numbers of depth for one column more than a whole block.
constexpr auto packed = [] {
  constexpr int columns = 2 * lanes + 1;
  std::array<float, std::size_t{columns} * 3> weights{};
  std::array<float, std::size_t{columns}> biases{};
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<float>(i + 1);
  for (std::size_t c = 0; c < biases.size(); ++c) biases[c] = -1.0f - static_cast<float>(c);
  packed_reals<columns, 3> made{};
  made.pack(weights.data(), biases.data(), -5.0f, 9.0f);
  return made;
}();

constexpr bool lies_in_place() {
  for (std::size_t i = 0; i < packed.weights.size(); ++i) {
    const std::size_t block = i < 6 * std::size_t{lanes} ? 0 : 2 * std::size_t{lanes};
    const std::size_t width = block == 0 ? 2 * std::size_t{lanes} : std::size_t{lanes};
    const std::size_t k = (i - 3 * block) / width;
    const std::size_t column = block + (i - 3 * block) % width;
    const float wanted = column <= 2 * std::size_t{lanes} ? static_cast<float>(column * 3 + k + 1) : 0.0f;
    if (packed.weights[i] != wanted) return false;
  }
  return true;
}
static_assert(lies_in_place());
static_assert(packed.bias[0] == -1.0f && packed.bias[2 * lanes] == -1.0f - 2.0f * lanes);
static_assert(packed.bias[2 * lanes + 1] == 0.0f && packed.low == -5.0f && packed.high == 9.0f);

/// `Rows` rows of `Depth` numbers, two more from one to the next, times `Columns` columns.
template <int Rows, int Columns, int Depth>
int wrong_products() {
  const auto w = scattered_reals<Columns, Depth>();
  packed_reals<Columns, Depth> with{};
  with.pack(w.kernel.data(), w.bias.data(), w.low, w.high);
  window_geometry row_of_pixels;
  row_of_pixels.input_columns = row_of_pixels.output_columns = Rows;
  row_of_pixels.channels = Depth;
  row_of_pixels.pixel_pitch = Depth + 2;
  const auto x = scattered_image<float>(image_size(row_of_pixels));
  return wrong_in_rows(convolved(row_of_pixels, w, x), Columns, [&](float* y, std::ptrdiff_t pitch) {
    multiply_reals<Rows>(x.data(), Depth + 2, with, y, pitch);
  });
}

template <int Columns, int Depth>
int wrong_for_any_rows() {
  return []<int... Row>(std::integer_sequence<int, Row...>) {
    return (wrong_products<Row + 1, Columns, Depth>() + ...);
  }
  (std::make_integer_sequence<int, 5>{});
}

TEST_CASE("Any rows of a tile, whole and broken vectors of columns") {
  CHECK(wrong_for_any_rows<1, 1>() == 0);
  CHECK(wrong_for_any_rows<lanes - 1, 7>() == 0);
  CHECK(wrong_for_any_rows<lanes, 3>() == 0);
  CHECK(wrong_for_any_rows<2 * lanes, 5>() == 0);
  CHECK(wrong_for_any_rows<3 * lanes + 2, 4>() == 0);
  CHECK(wrong_products<real_layout<1, 6>::tile_rows, 1, 6>() == 0);
  CHECK(wrong_products<real_layout<33, 6>::tile_rows, 33, 6>() == 0);
}

TEST_CASE("A weight of 0 in a missing column makes nothing of an infinite input") {
  packed_reals<1, 2> with{};
  constexpr float infinite = std::numeric_limits<float>::infinity();
  with.pack(std::array{1.0f, 2.0f}.data(), std::array{0.5f}.data(), -infinite, infinite);
  std::array<float, 3> y{-1.0f, -1.0f, -1.0f};
  multiply_reals<1>(std::array{infinite, 1.0f}.data(), 2, with, y.data(), 3);
  CHECK(y == std::array<float, 3>{infinite, -1.0f, -1.0f});
}

}  // namespace
