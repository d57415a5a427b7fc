// SPDX-License-Identifier: Apache-2.0
// From the numbers that an edge carried to the range, and the encoding, that it is given.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <tenon/core/encoding.hpp>
#include <tenon/host/divergence.hpp>
#include <tenon/host/histogram.hpp>

namespace tenon::host {

/// How the range of an edge is chosen from what it carried.
enum class range_method : std::uint8_t {
  minmax,          ///< the smallest and the largest number
  percentile,      ///< all but a share of the numbers at each end
  moving_average,  ///< the smallest and largest of each sample, averaged with more weight on later ones
  mse,             ///< the range whose quantization errs least, as mean of squares; both ends shrink alike
  entropy,         ///< the range whose integers tell most of how the numbers are distributed
  sqnr,            ///< like `mse`, each end by itself; clipped numbers count three times (AIMET's enhanced scheme)
};

/// What calibration can be told.
struct range_options {
  range_method method = range_method::minmax;
  double percentile = 99.99;  ///< for `percentile`: the share inside the range, in percent
  double momentum = 0.9;      ///< for `moving_average`: the weight of the average so far
};

/// A range of real numbers.
struct real_range {
  float low = 0;
  float high = 0;
};

/// The int8 encoding of a range: 0 is always inside and exact.
inline encoding encoding_of(real_range range) noexcept {
  const float low = std::fmin(range.low, 0.0f);
  const float high = std::fmax(range.high, 0.0f);
  const float width = high - low;
  const float scale = std::isfinite(width) ? width / 255.0f : high / 255.0f - low / 255.0f;
  if (!(scale > std::numeric_limits<float>::min()))
    return {1.0f / 255.0f, -128};  // nothing but zeros was seen
  const float zero = std::round(-128.0f - low / scale);
  return {scale, static_cast<std::int32_t>(std::fmin(std::fmax(zero, -128.0f), 127.0f))};
}

/// Collects the numbers of one edge, sample by sample.
class range_observer {
 public:
  explicit range_observer(range_options options = {}) noexcept : options_(options) {}

  /// Takes the elements of one sample. Numbers that are not finite are counted and otherwise left out.
  void add_sample(const float* values, std::size_t count) noexcept {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    real_range sample{infinity, -infinity};
    for (std::size_t i = 0; i < count; ++i) {
      numbers_.add(values[i]);
      if (!std::isfinite(values[i])) continue;
      sample.low = std::fmin(sample.low, values[i]);
      sample.high = std::fmax(sample.high, values[i]);
    }
    if (sample.low <= sample.high) average(sample);
  }

  /// The range that the method chooses.
  real_range range() const {
    switch (options_.method) {
      case range_method::percentile: {
        const double outside = (1 - options_.percentile / 100) / 2;
        return {numbers_.quantile(outside), numbers_.quantile(1 - outside)};
      }
      case range_method::moving_average:
        return average_;
      case range_method::mse:
        return best_of(shrunken_alike(), [&](encoding code) { return squared_error(code, 1); });
      case range_method::entropy:
        return best_of(shrunken_alike(), [&](encoding code) { return divergence(numbers_, code); });
      case range_method::sqnr:
        return best_of(shrunken_apart(), [&](encoding code) { return squared_error(code, 3); });
      case range_method::minmax:
        break;
    }
    return {numbers_.low(), numbers_.high()};
  }

  const histogram& numbers() const noexcept { return numbers_; }

 private:
  void average(real_range sample) noexcept {
    const auto keep = static_cast<float>(samples_ == 0 ? 0.0 : options_.momentum);
    average_.low = keep * average_.low + (1 - keep) * sample.low;
    average_.high = keep * average_.high + (1 - keep) * sample.high;
    ++samples_;
  }

  /// The whole range and 0, both ends at so many percent.
  real_range shrunken(int low, int high) const noexcept {
    const auto end_at = [](float end, int percent) { return end * (static_cast<float>(percent) / 100); };
    return {end_at(std::fmin(numbers_.low(), 0.0f), low), end_at(std::fmax(numbers_.high(), 0.0f), high)};
  }
  std::vector<real_range> shrunken_alike() const {
    std::vector<real_range> ranges;
    for (int percent = 100; percent >= 20; --percent) ranges.push_back(shrunken(percent, percent));
    return ranges;
  }
  std::vector<real_range> shrunken_apart() const {
    std::vector<real_range> ranges;
    for (int low = 100; low >= 20; low -= 5)
      for (int high = 100; high >= 20; high -= 5) ranges.push_back(shrunken(low, high));
    return ranges;
  }

  /// The first of the ranges whose encoding costs least.
  template <class Cost>
  static real_range best_of(const std::vector<real_range>& ranges, const Cost& cost) {
    real_range best = ranges.front();
    double least = std::numeric_limits<double>::infinity();
    for (const real_range& range : ranges)
      if (const double found = cost(encoding_of(range)); found < least) least = found, best = range;
    return best;
  }

  /// The sum of squares of what rounding and clipping change, clipped numbers counted so many times.
  double squared_error(encoding code, double clipped) const {
    const float low = dequantize_value(-128, code), high = dequantize_value(127, code);
    return numbers_.expected([&](float x) {
      const double wrong = double{x} - double{dequantize_value(quantize_value(x, code, -128, 127), code)};
      return wrong * wrong * (x < low || x > high ? clipped : 1);
    });
  }

  range_options options_;
  histogram numbers_;
  real_range average_{};
  std::size_t samples_ = 0;
};

}  // namespace tenon::host
