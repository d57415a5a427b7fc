// SPDX-License-Identifier: Apache-2.0
// How much a distribution of numbers changes when they become integers (Kullback-Leibler divergence).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <tenon/core/encoding.hpp>
#include <tenon/host/histogram.hpp>

namespace tenon::host {

namespace detail {

/// The bins that an encoding does not clip, and what it clips at each end.
struct kept_bins {
  std::vector<double> counts{};
  std::vector<std::int32_t> integers{};  ///< into which each bin's numbers go
  double below = 0;
  double above = 0;
};

/// Zeros are exact in every encoding, and would outweigh all else behind a relu: their bin counts as much as the next.
inline std::vector<std::pair<float, double>> bins_without_zeros(const histogram& numbers) {
  std::vector<std::pair<float, double>> bins;
  numbers.for_each_bin(
      [&](float middle, std::uint64_t count) { bins.emplace_back(middle, static_cast<double>(count)); });
  const auto zero = std::find_if(bins.begin(), bins.end(), [](const auto& bin) { return bin.first > 0; });
  if (numbers.low() <= 0 && zero != bins.end() && zero + 1 != bins.end()) zero->second = (zero + 1)->second;
  return bins;
}

inline kept_bins bins_kept_by(const histogram& numbers, encoding code) {
  kept_bins kept;
  const float low = dequantize_value(-128, code) - code.scale / 2, high = dequantize_value(127, code) + code.scale / 2;
  for (const auto& [middle, count] : bins_without_zeros(numbers)) {
    if (middle < low) {
      kept.below += count;
    } else if (middle > high) {
      kept.above += count;
    } else {
      kept.counts.push_back(count);
      kept.integers.push_back(quantize_value(middle, code, -128, 127));
    }
  }
  return kept;
}

/// The same mass spread evenly, integer by integer, over those of its bins that hold any: all that integers tell.
inline std::vector<double> told_by_integers(const kept_bins& kept) {
  std::vector<double> told(kept.counts.size());
  for (std::size_t first = 0, end = 0; first < told.size(); first = end) {
    double mass = 0, filled = 0;
    for (end = first; end < told.size() && kept.integers[end] == kept.integers[first]; ++end) {
      mass += kept.counts[end];
      filled += kept.counts[end] > 0 ? 1 : 0;
    }
    for (std::size_t bin = first; bin < end; ++bin)
      if (kept.counts[bin] > 0) told[bin] = mass / filled;
  }
  return told;
}

}  // namespace detail

/// The divergence of what int8 numbers of an encoding tell from the numbers themselves, in nats; clipped numbers are
/// where they are clipped to. Smaller is better. Infinite if all are clipped. Rule: the entropy calibration of
/// TensorRT.
inline double divergence(const histogram& numbers, encoding code) {
  detail::kept_bins kept = detail::bins_kept_by(numbers, code);
  const std::vector<double> told = detail::told_by_integers(kept);
  double inside = 0;
  for (const double count : kept.counts) inside += count;
  if (!(inside > 0)) return std::numeric_limits<double>::infinity();
  kept.counts.front() += kept.below;
  kept.counts.back() += kept.above;
  const double all = inside + kept.below + kept.above;
  constexpr double least = 1e-6;  // what is told of a bin that holds clipped numbers only
  double sum = 0;
  for (std::size_t bin = 0; bin < told.size(); ++bin)
    if (kept.counts[bin] > 0)
      sum += kept.counts[bin] / all * std::log(kept.counts[bin] / all / std::max(told[bin] / inside, least));
  return sum;
}

}  // namespace tenon::host
