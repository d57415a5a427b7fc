// SPDX-License-Identifier: Apache-2.0
// Staged patches hold the pixels that index arithmetic names: padding, steps, spread, groups of channels.
#include <tenon/backend/kryo/im2col.hpp>

#include "instruction_sets.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

constexpr window_geometry padded{.input_rows = 4,
                                 .input_columns = 5,
                                 .output_rows = 4,
                                 .output_columns = 5,
                                 .kernel_rows = 3,
                                 .kernel_columns = 3,
                                 .top = 1,
                                 .left = 1,
                                 .channels = 3,
                                 .pixel_pitch = 3};
constexpr window_geometry strided{.input_rows = 7,
                                  .input_columns = 6,
                                  .output_rows = 3,
                                  .output_columns = 3,
                                  .kernel_rows = 3,
                                  .kernel_columns = 2,
                                  .row_step = 2,
                                  .column_step = 2,
                                  .channels = 8,
                                  .pixel_pitch = 8};
constexpr window_geometry spread{.input_rows = 6,
                                 .input_columns = 5,
                                 .output_rows = 4,
                                 .output_columns = 4,
                                 .kernel_rows = 2,
                                 .kernel_columns = 3,
                                 .row_spread = 3,
                                 .column_spread = 2,
                                 .top = 1,
                                 .left = 1,
                                 .channels = 5,
                                 .pixel_pitch = 5};
constexpr window_geometry grouped{.input_rows = 3,
                                  .input_columns = 4,
                                  .output_rows = 2,
                                  .output_columns = 2,
                                  .kernel_rows = 2,
                                  .kernel_columns = 2,
                                  .column_step = 2,
                                  .channels = 17,
                                  .pixel_pitch = 34};
constexpr window_geometry all_outside{.input_rows = 1,
                                      .input_columns = 1,
                                      .output_rows = 3,
                                      .output_columns = 3,
                                      .kernel_rows = 1,
                                      .kernel_columns = 1,
                                      .top = 1,
                                      .left = 1};
constexpr window_geometry one_pixel_wide{.input_rows = 3,
                                         .input_columns = 4,
                                         .output_rows = 3,
                                         .output_columns = 4,
                                         .channels = 20,
                                         .pixel_pitch = 20};
constexpr window_geometry whole_words{.input_rows = 2,
                                      .input_columns = 3,
                                      .output_rows = 2,
                                      .output_columns = 3,
                                      .channels = 16,
                                      .pixel_pitch = 16};

static_assert(padded.outputs() == 20 && padded.depth() == 27 && padded.row_pitch() == 15);
static_assert(grouped.depth() == 68 && grouped.row_pitch() == 136);
static_assert(!padded.pointwise() && !strided.pointwise() && one_pixel_wide.pointwise());
static_assert(!all_outside.pointwise(), "its pixels are elsewhere");
static_assert(!padded.unpadded() && strided.unpadded() && !spread.unpadded() && grouped.unpadded());
static_assert(one_pixel_wide.unpadded() && !all_outside.unpadded());
static_assert(window_geometry{.input_rows = 4, .output_rows = 2, .kernel_rows = 3}.unpadded());
static_assert(!window_geometry{.input_rows = 4, .output_rows = 3, .kernel_rows = 3}.unpadded(),
              "one row below it");

/// What the window of an output reads, [kernel row][kernel column][channel].
std::vector<int> patch_of(const window_geometry& g, const std::vector<std::int8_t>& image, int output,
                          int zero_point) {
  std::vector<int> patch;
  for (int i = 0; i < g.kernel_rows; ++i)
    for (int j = 0; j < g.kernel_columns; ++j)
      for (int channel = 0; channel < g.channels; ++channel) {
        const int row = output / g.output_columns * g.row_step + i * g.row_spread - g.top;
        const int column = output % g.output_columns * g.column_step + j * g.column_spread - g.left;
        const bool inside = row >= 0 && row < g.input_rows && column >= 0 && column < g.input_columns;
        const int at = (row * g.input_columns + column) * g.pixel_pitch + channel;
        patch.push_back(inside ? image[static_cast<std::size_t>(at)] : zero_point);
      }
  return patch;
}

/// Staged rows of Count outputs from `first` on, against index arithmetic; and nothing written behind them.
template <class Isa, window_geometry Geometry, int Count>
void check_outputs(const std::vector<std::int8_t>& image, int first, int zero_point) {
  constexpr int pitch = staged_pitch<Isa, Geometry>;
  static_assert(pitch % Isa::depth_group == 0 && pitch >= Geometry.depth());
  constexpr int untouched = 99;
  std::vector<typename Isa::staged> staged(std::size_t{Count * pitch + 1}, untouched);
  stage_outputs<Isa, Geometry, Count>(image.data(), first, zero_point, staged.data());
  std::vector<typename Isa::staged> expected;
  for (int output = first; output < first + Count; ++output) {
    std::vector<int> row = patch_of(Geometry, image, output, zero_point);
    row.resize(std::size_t{pitch}, zero_point);
    for (const int x : row) expected.push_back(static_cast<typename Isa::staged>(x + Isa::stage_offset));
  }
  expected.push_back(untouched);
  CHECK(staged == expected);
}

template <window_geometry Geometry>
void check_geometry() {
  std::mt19937 random(1);
  constexpr int size =
      (Geometry.input_rows * Geometry.input_columns - 1) * Geometry.pixel_pitch + Geometry.channels;
  const auto image = tenon_test::random_bytes(random, size);
  tenon_test::usable_sets::each([&]<class Isa>() {
    check_outputs<Isa, Geometry, Geometry.outputs()>(image, 0, -128);
    for (int first = 0; first + 2 <= Geometry.outputs(); ++first)
      check_outputs<Isa, Geometry, 2>(image, first, 127);
    check_outputs<Isa, Geometry, 1>(image, Geometry.outputs() - 1, 5);
  });
}

TEST_CASE("patches are staged as index arithmetic says") {
  check_geometry<padded>();
  check_geometry<strided>();
  check_geometry<spread>();
  check_geometry<grouped>();
  check_geometry<all_outside>();
  check_geometry<one_pixel_wide>();
  check_geometry<whole_words>();
}

/// Values of a run of Count that are not staged, or filled, as they should be, and whether one behind them is
/// touched.
template <class Isa, int Count>
int wrong_in_run(const std::vector<std::int8_t>& from) {
  constexpr int untouched = 42;
  std::vector<typename Isa::staged> to(std::size_t{Count} + 1, untouched);
  stage_run<Isa, Count>(from.data(), to.data());
  int wrong = to.back() != untouched;
  for (std::size_t i = 0; i < std::size_t{Count}; ++i) wrong += to[i] != from[i] + Isa::stage_offset;
  fill_run<Isa, Count>(-128, to.data());
  wrong += to.back() != untouched;
  for (std::size_t i = 0; i < std::size_t{Count}; ++i) wrong += to[i] != -128 + Isa::stage_offset;
  return wrong;
}

template <class Isa, int... Count>
void check_runs(std::integer_sequence<int, Count...>) {
  std::mt19937 random(3);
  CHECK((wrong_in_run<Isa, Count>(tenon_test::random_bytes(random, Count)) + ...) == 0);
}

TEST_CASE("runs of every length are staged, and not one value more") {
  tenon_test::usable_sets::each([]<class Isa>() {
    check_runs<Isa>(std::make_integer_sequence<int, 20>{});
    check_runs<Isa>(std::integer_sequence<int, 24, 31, 32, 33, 48, 64, 65, 127, 143>{});
  });
}

TEST_CASE("rows are read in place only where they are what staging would write") {
  std::mt19937 random(2);
  const auto image = tenon_test::random_bytes(random, 96);
  tenon_test::usable_sets::each([&]<class Isa>() {
    CHECK_FALSE(reads_in_place<Isa, padded>);
    CHECK_FALSE(reads_in_place<Isa, grouped>);
    if constexpr (reads_in_place<Isa, whole_words>) {
      std::vector<typename Isa::staged> staged(96);
      stage_outputs<Isa, whole_words, 6>(image.data(), 0, 0, staged.data());
      for (std::size_t i = 0; i < staged.size(); ++i) CHECK(staged[i] == image[i]);
    }
  });
  CHECK(reads_in_place<isa::scalar, whole_words>);
}

}  // namespace
