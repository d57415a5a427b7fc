// SPDX-License-Identifier: Apache-2.0
// The histogram: ends, shares to the width of a bin, growth, and numbers that are not finite.
#include <tenon/host/histogram.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <limits>

namespace {

using tenon::host::histogram;

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float greatest = std::numeric_limits<float>::max();

histogram of(std::initializer_list<float> numbers) {
  histogram made;
  for (const float x : numbers) made.add(x);
  return made;
}

double total(const histogram& numbers) {
  return numbers.expected([](float) { return 1.0; });
}

}  // namespace

TEST_CASE("an empty histogram has no numbers") {
  const histogram none;
  CHECK(none.count() == 0);
  CHECK(none.low() == 0);
  CHECK(none.high() == 0);
  CHECK(none.quantile(0.5) == 0);
  CHECK(total(none) == 0);
}

TEST_CASE("ends are those of the numbers, not of the bins nor of 0") {
  CHECK(of({-3, -2}).high() == -2);
  CHECK(of({5, 7}).low() == 5);
  CHECK(of({-0.0f}).high() == 0);
  CHECK(of({1, -4, 2.5f}).low() == -4);
}

// 4 asks for the range -8..8, in bins 1/256 wide that begin at each multiple of it.
TEST_CASE("a share is found to the width of a bin, and lies within the ends") {
  const histogram four = of({4, 1, 3, 2});
  CHECK(four.quantile(0) == 1);
  CHECK(four.quantile(0.25) == 1 + 1.0f / 256);
  CHECK(four.quantile(0.26) == 2 + 1.0f / 256);
  CHECK(four.quantile(0.75) == 3 + 1.0f / 256);
  CHECK(four.quantile(1) == 4);
  CHECK(four.quantile(-1) == 1);
  CHECK(four.quantile(2) == 4);
}

TEST_CASE("each number counts as the middle of its bin") {
  CHECK(of({4}).expected([](float x) { return double{x}; }) == 4 + 1.0 / 512);
  CHECK(of({-4, 0}).expected([](float x) { return double{x}; }) == -4 + 2.0 / 512);
  CHECK(of({4, 4, 4, -1}).expected([](float x) { return x > 0 ? 1.0 : 10.0; }) == 13);
}

TEST_CASE("growth merges bins and loses no number, whichever order they come in") {
  histogram rising, falling;
  for (int i = 0; i < 1000; ++i) {
    rising.add(0.001f * static_cast<float>(i));
    falling.add(0.001f * static_cast<float>(999 - i));
  }
  rising.add(-100), falling.add(-100);
  CHECK(total(rising) == 1001);
  for (const double share : {0.0, 0.1, 0.5, 0.9, 1.0}) {
    CAPTURE(share);
    CHECK(rising.quantile(share) == falling.quantile(share));
  }
  // -100 asks for -128..128, in bins 1/16 wide.
  CHECK(rising.quantile(0.5) >= 0.499f);
  CHECK(rising.quantile(0.5) <= 0.499f + 1.0f / 16);
}

TEST_CASE("numbers that are not finite are counted apart") {
  const histogram mixed = of({std::numeric_limits<float>::quiet_NaN(), infinity, 2, -infinity, 1});
  CHECK(mixed.not_finite() == 3);
  CHECK(mixed.count() == 2);
  CHECK(mixed.low() == 1);
  CHECK(mixed.high() == 2);
  CHECK(total(mixed) == 2);
}

TEST_CASE("the greatest and the least floats have bins") {
  const histogram wide = of({-greatest, -greatest, greatest, 0, std::numeric_limits<float>::denorm_min()});
  CHECK(total(wide) == 5);
  CHECK(wide.quantile(0.2) == doctest::Approx(-greatest).epsilon(0.001));
  CHECK(std::abs(wide.quantile(0.8)) <= greatest / 1000);
  CHECK(wide.quantile(1) == greatest);
  CHECK(wide.expected([](float x) { return std::isfinite(x) ? 0.0 : 1.0; }) == 0);
}
