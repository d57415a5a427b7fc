// SPDX-License-Identifier: Apache-2.0
// Convolutions by their definition, tap by tap, and guarded runs of kryo's products to compare with them.
#pragma once

#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/op/linear.hpp>

#include "contract/memory.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace tenon_test {

using tenon::kryo_kernels::window_geometry;

/// Numbers without a pattern, the ends of int8 among them.
constexpr std::int8_t scattered(int i) {
  const auto mixed = (static_cast<std::uint32_t>(i) + 1) * 2654435761u;
  return static_cast<std::int8_t>(static_cast<int>((mixed ^ mixed >> 13) >> 8 & 255u) - 128);
}

template <class Value>
tight_array<Value> scattered_image(std::size_t size) {
  tight_array<Value> image(size);
  for (std::size_t i = 0; i < size; ++i) {
    if constexpr (std::is_same_v<Value, float>)
      image[i] = static_cast<float>(scattered(static_cast<int>(i))) / 16;
    else
      image[i] = scattered(static_cast<int>(i) + 1000);
  }
  return image;
}

/// Elements that a geometry's image holds.
constexpr std::size_t image_size(const window_geometry& g) {
  return static_cast<std::size_t>(g.input_rows * g.input_columns * g.pixel_pitch);
}

/// Integers of a linear operator whose results neither vanish nor always saturate.
template <class Rule, int Outputs, int Taps>
constexpr auto scattered_integers(std::int32_t input_zero_point, std::int32_t kernel_zero_point) {
  tenon::op::linear_parameters<tenon::i8, Rule, Outputs, Taps> made{};
  for (int i = 0; i < Outputs * Taps; ++i) made.kernel[static_cast<std::size_t>(i)] = scattered(i);
  for (int o = 0; o < Outputs; ++o) {
    const auto at = static_cast<std::size_t>(o);
    made.bias[at] = 40 * scattered(o + 500);
    made.factors[at] = Rule::make_from_real(0.01 / (Taps < 10 ? 3 : 12) * (1.0 + 0.03 * (o % 7)));
  }
  made.input_zero_point = input_zero_point;
  made.kernel_zero_point = kernel_zero_point;
  made.output_zero_point = -5;
  made.low = -120;
  made.high = 101;
  return made;
}

template <int Outputs, int Taps>
auto scattered_reals() {
  tenon::op::linear_parameters<tenon::f32, tenon::q31_rule, Outputs, Taps> made{};
  for (int i = 0; i < Outputs * Taps; ++i)
    made.kernel[static_cast<std::size_t>(i)] = static_cast<float>(scattered(i)) / 64;
  for (int o = 0; o < Outputs; ++o) made.bias[static_cast<std::size_t>(o)] = static_cast<float>(scattered(o));
  made.low = -60.0f;
  made.high = 75.0f;
  return made;
}

/// Calls `visit(tap, offset)` for each tap of an output that lies inside the image.
template <class Visit>
void for_each_tap(const window_geometry& g, int output, const Visit& visit) {
  for (int tap = 0; tap < g.kernel_rows * g.kernel_columns; ++tap) {
    const int row = output / g.output_columns * g.row_step + tap / g.kernel_columns * g.row_spread - g.top;
    const int column =
        output % g.output_columns * g.column_step + tap % g.kernel_columns * g.column_spread - g.left;
    const bool inside = row >= 0 && row < g.input_rows && column >= 0 && column < g.input_columns;
    if (inside) visit(tap, static_cast<std::size_t>((row * g.input_columns + column) * g.pixel_pitch));
  }
}

/// One sum of products on its way to a result: in exact integers, or in double.
template <class Parameters>
struct exact_sum {
  static constexpr bool real = Parameters::type == tenon::f32;
  using number = std::conditional_t<real, double, std::int64_t>;
  const Parameters& w;
  std::size_t output;
  number sum = w.bias[output];

  template <class Value>
  void add(std::size_t weight, Value x) {
    if constexpr (real)
      sum += double{w.kernel[weight]} * double{x};
    else
      sum += (w.kernel[weight] - w.kernel_zero_point) * (x - w.input_zero_point);
  }

  auto result() const {
    if constexpr (real) {
      return static_cast<float>(sum < double{w.low}    ? double{w.low}
                                : sum > double{w.high} ? double{w.high}
                                                       : sum);
    } else {
      using rule = typename Parameters::rule;
      const auto y = tenon::wrapping_add(rule::apply(static_cast<std::int32_t>(sum), w.factors[output]),
                                         w.output_zero_point);
      return static_cast<std::int8_t>(y < w.low ? w.low : y > w.high ? w.high : y);
    }
  }
};

/// Output by output the results of a convolution, whose weights stand as [output][tap][channel].
template <class Parameters, class Value>
std::vector<Value> convolved(const window_geometry& g, const Parameters& w, const tight_array<Value>& image) {
  std::vector<Value> results;
  for (int output = 0; output < g.outputs(); ++output)
    for (int o = 0; o < Parameters::outputs; ++o) {
      exact_sum<Parameters> sum{w, static_cast<std::size_t>(o)};
      for_each_tap(g, output, [&](int tap, std::size_t pixel) {
        for (int k = 0; k < g.channels; ++k)
          sum.add(static_cast<std::size_t>(o * Parameters::taps + tap * g.channels + k),
                  image[pixel + static_cast<std::size_t>(k)]);
      });
      results.push_back(sum.result());
    }
  return results;
}

/// The same of a depthwise convolution, whose weights stand as [tap][output].
template <class Parameters, class Value>
std::vector<Value> convolved_by_channel(const window_geometry& g, const Parameters& w,
                                        const tight_array<Value>& image) {
  std::vector<Value> results;
  for (int output = 0; output < g.outputs(); ++output)
    for (int o = 0; o < Parameters::outputs; ++o) {
      exact_sum<Parameters> sum{w, static_cast<std::size_t>(o)};
      for_each_tap(g, output, [&](int tap, std::size_t pixel) {
        sum.add(static_cast<std::size_t>(tap * Parameters::outputs + o),
                image[pixel + static_cast<std::size_t>(o / (Parameters::outputs / g.channels))]);
      });
      results.push_back(sum.result());
    }
  return results;
}

inline bool agrees(std::int8_t got, std::int8_t wanted) { return got == wanted; }
inline bool agrees(float got, float wanted) { return std::fabs(got - wanted) <= 2e-4f; }

/// Runs `run(y, pitch)` on rows with gaps between them; the number of wrong results, gaps and guards.
template <class Value, class Run>
int wrong_in_rows(const std::vector<Value>& wanted, int row, const Run& run) {
  constexpr int gap = 3;
  const int rows = static_cast<int>(wanted.size()) / row;
  guarded_array<Value> y(static_cast<std::size_t>(rows * (row + gap)));
  run(y.data(), static_cast<std::ptrdiff_t>(row + gap));
  int wrong = y.guards_hold() ? 0 : 1;
  for (int i = 0; i < rows * (row + gap); ++i) {
    const int c = i % (row + gap);
    const auto from = static_cast<std::size_t>(i / (row + gap) * row + c);
    const Value got = y[static_cast<std::size_t>(i)];
    wrong += c < row ? !agrees(got, wanted[from]) : got != guarded_array<Value>::pattern;
  }
  return wrong;
}

/// Runs a convolution on rows with gaps and on scratch memory with a guard; the number of wrong results.
template <class Convolution, class Value>
int wrong_results(const typename Convolution::packed& packed, const std::vector<Value>& wanted, int row,
                  const tight_array<Value>& image) {
  scratch_memory borrowed(Convolution::scratch);
  const int wrong = wrong_in_rows(wanted, row, [&](Value* y, std::ptrdiff_t pitch) {
    Convolution::run(packed, borrowed.data(), y, pitch, image.data());
  });
  return wrong + (borrowed.guard_holds() ? 0 : 1);
}

}  // namespace tenon_test
