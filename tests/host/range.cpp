// SPDX-License-Identifier: Apache-2.0
// Ranges and their encodings: each method where it differs from the others, and samples without a number.
#include <tenon/host/range.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <limits>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::host;

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();
constexpr float greatest = std::numeric_limits<float>::max();
constexpr encoding of_nothing{1.0f / 255.0f, -128};

constexpr std::initializer_list<range_method> all_methods{range_method::minmax, range_method::percentile,
                                                          range_method::moving_average, range_method::mse,
                                                          range_method::entropy, range_method::sqnr};

void add(range_observer& observer, const std::vector<float>& sample) {
  observer.add_sample(sample.data(), sample.size());
}

range_observer after(range_options options, std::initializer_list<std::vector<float>> samples) {
  range_observer observer{options};
  for (const std::vector<float>& sample : samples) add(observer, sample);
  return observer;
}

/// `count` numbers evenly from 0 to 1, and then 8.
std::vector<float> with_outlier(int count) {
  std::vector<float> numbers;
  for (int i = 0; i < count; ++i) numbers.push_back(static_cast<float>(i) / static_cast<float>(count - 1));
  numbers.push_back(8);
  return numbers;
}

void check_range(real_range found, float low, float high) {
  CHECK(found.low == low);
  CHECK(found.high == high);
}

}  // namespace

TEST_CASE("an encoding spans its range and 0 in 255 steps, with 0 on one of them") {
  CHECK(encoding_of({0, 255}) == encoding{1, -128});
  CHECK(encoding_of({-255, 0}) == encoding{1, 127});
  CHECK(encoding_of({-128, 127}) == encoding{1, 0});
  CHECK(encoding_of({-0.25f, 254.75f}) == encoding{1, -128});
  CHECK(encoding_of({-0.75f, 254.25f}) == encoding{1, -127});
  CHECK(encoding_of({100, 127.5f}) == encoding{0.5f, -128});
  CHECK(encoding_of({-127.5f, -100}) == encoding{0.5f, 127});
}

TEST_CASE("ranges without width, or with too much of it, get an encoding that can be used") {
  CHECK(encoding_of({0, 0}) == of_nothing);
  CHECK(encoding_of({0, 1e-40f}) == of_nothing);
  CHECK(encoding_of({not_a_number, not_a_number}) == of_nothing);
  const encoding widest = encoding_of({-greatest, greatest});
  CHECK(widest.known());
  CHECK(widest.scale == doctest::Approx(double{greatest} * 2 / 255));
  CHECK(std::abs(widest.zero_point) <= 1);
}

TEST_CASE("minmax takes the smallest and the largest of all samples") {
  check_range(after({}, {{-1, 1}, {5, 2}, {-3, 0}}).range(), -3, 5);
  check_range(after({}, {{2, 4}}).range(), 2, 4);
}

TEST_CASE("percentile leaves out half of its rest at each end") {
  const range_options options{.method = range_method::percentile, .percentile = 99.0};
  range_observer observer{options};
  for (int i = -1000; i <= 1000; ++i) {
    const float x = static_cast<float>(i) / 1000;
    observer.add_sample(&x, 1);
  }
  // 0.5% of 2001 numbers are 10, in bins of 1/1024.
  CHECK(observer.range().low == doctest::Approx(-0.99).epsilon(0.002));
  CHECK(observer.range().high == doctest::Approx(0.99).epsilon(0.002));
  CHECK(after(options, {with_outlier(1000)}).range().high < 1.01f);
  const range_options everything{.method = range_method::percentile, .percentile = 100.0};
  check_range(after(everything, {with_outlier(1000)}).range(), 0, 8);
}

TEST_CASE("moving_average weighs later samples more, and begins with the first") {
  const range_options options{.method = range_method::moving_average, .momentum = 0.75};
  check_range(after(options, {{-1, 1}}).range(), -1, 1);
  check_range(after(options, {{-1, 1}, {-5, 9}}).range(), -2, 3);
  check_range(after(options, {{-1, 1}, {-5, 9}, {2, 7}}).range(), -1, 4);
}

// n numbers rounded in steps of 8p / 255 err by n (8p / 255)^2 / 12 in all, and 8 clipped to 8p errs by
// (8 - 8p)^2: the sum is least at p = 1 / (1 + n / (12 * 255^2)), which is 0.796 for n = 200,000 and 0.999
// for n = 1,000.
TEST_CASE("mse gives a rare large number up when rounding the many would err more") {
  const range_options options{.method = range_method::mse};
  const real_range many = after(options, {with_outlier(200'000)}).range();
  CHECK(many.low == 0);
  CHECK(many.high > 0.75f * 8);
  CHECK(many.high < 0.85f * 8);
  CHECK(after(options, {with_outlier(1'000)}).range().high > 0.98f * 8);
  const real_range negative = after(options, {{-4, -2}}).range();
  CHECK(negative.low == doctest::Approx(-4).epsilon(0.01));
  CHECK(negative.high == 0);
}

// The many lie in 0 .. 1 and 8 is one of 20,000: its loss tells less than the steps that it would cost all others.
TEST_CASE("entropy gives a rare large number up") {
  const range_options options{.method = range_method::entropy};
  const real_range many = after(options, {with_outlier(20'000)}).range();
  CHECK(many.low == 0);
  CHECK(many.high >= 0.2f * 8);
  CHECK(many.high < 0.5f * 8);
  const real_range even = after(options, {{-1, -0.5f, 0, 0.5f, 1}}).range();
  CHECK(even.low == doctest::Approx(-1).epsilon(0.1));
  CHECK(even.high == doctest::Approx(1).epsilon(0.1));
}

// 200,000 numbers in 0 .. 1, one 8, and one -1: each end has its own share, and clipping counts three times.
TEST_CASE("sqnr shrinks each end by itself") {
  const range_options options{.method = range_method::sqnr};
  std::vector<float> sample = with_outlier(200'000);
  const real_range high = after(options, {sample}).range();
  CHECK(high.low == 0);
  CHECK(high.high > 0.85f * 8);
  CHECK(high.high < 8);
  for (float& x : sample) x = -x;
  const real_range low = after(options, {sample}).range();
  CHECK(low.low == -high.high);
  CHECK(low.high == 0);
}

TEST_CASE("numbers that are not finite change no range") {
  for (const range_method method : all_methods) {
    CAPTURE(static_cast<int>(method));
    const real_range clean = after({.method = method}, {{-1, 2}, {-0.5f, 4}}).range();
    const range_observer mixed =
        after({.method = method}, {{not_a_number, -1, infinity, 2}, {-infinity, -0.5f, 4, not_a_number}});
    check_range(mixed.range(), clean.low, clean.high);
    CHECK(mixed.numbers().not_finite() == 4);
  }
}

TEST_CASE("samples without a number count for nothing") {
  for (const range_method method : all_methods) {
    CAPTURE(static_cast<int>(method));
    const real_range clean = after({.method = method}, {{1, 2}}).range();
    const range_observer mixed = after({.method = method}, {{}, {not_a_number}, {1, 2}, {}, {infinity}});
    check_range(mixed.range(), clean.low, clean.high);
    const range_observer empty = after({.method = method}, {{}});
    CHECK(empty.numbers().count() == 0);
    CHECK(encoding_of(empty.range()) == of_nothing);
  }
}
