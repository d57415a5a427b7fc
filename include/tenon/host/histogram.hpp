// SPDX-License-Identifier: Apache-2.0
// A histogram of real numbers whose range grows as larger numbers come.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace tenon::host {

/// Counts numbers in equal bins over -range..range; the range doubles, and bins merge, when a number lies
/// outside. Numbers that are not finite are counted apart.
class histogram {
 public:
  static constexpr std::size_t bins = 4096;

  void add(float x) noexcept {
    if (!std::isfinite(x)) {
      ++not_finite_;
      return;
    }
    if (count_ == 0 || x < low_) low_ = x;
    if (count_ == 0 || x > high_) high_ = x;
    ++count_;
    while (std::abs(double{x}) >= range_) grow();
    ++counts_[bin_of(x)];
  }

  float low() const noexcept { return low_; }
  float high() const noexcept { return high_; }
  std::uint64_t count() const noexcept { return count_; }
  std::uint64_t not_finite() const noexcept { return not_finite_; }

  /// The number below which a share (0..1) of all numbers lies, to the width of a bin.
  float quantile(double share) const noexcept {
    const double wanted = share * static_cast<double>(count_);
    double below = 0;
    for (std::size_t bin = 0; bin < bins; ++bin) {
      below += static_cast<double>(counts_[bin]);
      if (below >= wanted)
        return static_cast<float>(std::fmin(std::fmax(upper_edge(bin), double{low_}), double{high_}));
    }
    return high_;
  }

  /// Calls take(middle, count) for every bin between the smallest and the largest number, in order.
  template <class Take>
  void for_each_bin(const Take& take) const {
    if (count_ == 0) return;
    for (std::size_t bin = bin_of(low_); bin <= bin_of(high_); ++bin)
      take(static_cast<float>(upper_edge(bin) - width() / 2), counts_[bin]);
  }

  /// The sum over all numbers of error(x), each taken at the middle of its bin.
  template <class Error>
  double expected(const Error& error) const noexcept {
    double sum = 0;
    for (std::size_t bin = 0; bin < bins; ++bin)
      if (counts_[bin] != 0)
        sum += static_cast<double>(counts_[bin]) * error(static_cast<float>(upper_edge(bin) - width() / 2));
    return sum;
  }

 private:
  double width() const noexcept { return 2 * range_ / static_cast<double>(bins); }
  double upper_edge(std::size_t bin) const noexcept {
    return -range_ + static_cast<double>(bin + 1) * width();
  }
  std::size_t bin_of(float x) const noexcept {
    const auto bin = static_cast<std::size_t>((double{x} + range_) / width());
    return bin < bins ? bin : bins - 1;
  }

  /// Doubles the range: two old bins make one new, in the middle half.
  void grow() noexcept {
    std::array<std::uint64_t, bins> merged{};
    for (std::size_t bin = 0; bin < bins; ++bin) merged[bins / 4 + bin / 2] += counts_[bin];
    counts_ = merged;
    range_ *= 2;
  }

  std::array<std::uint64_t, bins> counts_{};
  double range_ = 0x1p-10;  // in double, as the range of the largest floats is none
  float low_ = 0;
  float high_ = 0;
  std::uint64_t count_ = 0;
  std::uint64_t not_finite_ = 0;
};

}  // namespace tenon::host
