// SPDX-License-Identifier: Apache-2.0
// Checks the elementary functions against long double, and constant expressions against run time.
#include <tenon/core/math.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>

namespace math = tenon::math;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

static_assert(math::exp(0.0) == 1.0 && math::exp(1e9) == infinity && math::exp(-infinity) == 0.0);
static_assert(math::log(1.0) == 0.0 && math::log(0.0) == -infinity && math::is_nan(math::log(-1.0)));
static_assert(math::tanh(0.0) == 0.0 && math::tanh(-infinity) == -1.0);
static_assert(math::sqrt(2.25) == 1.5 && math::sqrt(infinity) == infinity && math::is_nan(math::sqrt(-1.0f)));
static_assert(math::erfc(0.0) == 1.0 && math::erfc(infinity) == 0.0 && math::erfc(-infinity) == 2.0);

/// The distance of `got` from `want` in units in the last place of `want`.
double error_in_ulps(double got, long double want) {
  const double nearest = static_cast<double>(want);
  if (got == nearest) return 0.0;
  const double unit = std::nextafter(std::fabs(nearest), infinity) - std::fabs(nearest);
  return static_cast<double>(std::fabs(static_cast<long double>(got) - want) /
                             static_cast<long double>(unit));
}

template <class Function, class Reference>
double worst_error(Function function, Reference reference, double low, double high) {
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> uniform(low, high);
  double worst = 0.0;
  for (int i = 0; i < 400'000; ++i) {
    const double x = uniform(random);
    worst = std::max(worst, error_in_ulps(function(x), reference(static_cast<long double>(x))));
  }
  return worst;
}

constexpr std::size_t sample_count = 400;

/// A number between about -40 and 40 that depends on i, dense near zero.
constexpr double sample(std::size_t i) {
  const double centred = (static_cast<double>(i) - 200.0) / 200.0;
  return 40.0 * centred * centred * centred + 0.01 * centred;
}

// Made once: a target with fused multiply-add may compute `sample` differently at run time.
constexpr auto samples = [] {
  std::array<double, sample_count> list{};
  for (std::size_t i = 0; i < sample_count; ++i) list[i] = sample(i);
  return list;
}();

template <class Function>
constexpr std::array<std::uint64_t, sample_count> bits_of_table(Function function) {
  std::array<std::uint64_t, sample_count> table{};
  for (std::size_t i = 0; i < sample_count; ++i) table[i] = std::bit_cast<std::uint64_t>(function(samples[i]));
  return table;
}

constexpr auto our_exp = [](double x) { return math::exp(x); };
constexpr auto our_log = [](double x) { return math::log(x); };
constexpr auto log_of_size = [](double x) { return math::log(math::abs(x)); };
constexpr auto our_tanh = [](double x) { return math::tanh(x); };
constexpr auto our_erfc = [](double x) { return math::erfc(x); };
constexpr auto sqrt_of_size = [](double x) { return math::sqrt(math::abs(x)); };

constexpr auto exp_table = bits_of_table(our_exp);
constexpr auto log_table = bits_of_table(log_of_size);
constexpr auto tanh_table = bits_of_table(our_tanh);
constexpr auto erfc_table = bits_of_table(our_erfc);
constexpr auto sqrt_table = bits_of_table(sqrt_of_size);

}  // namespace

TEST_CASE("constant expressions and run time give the same bits") {
  CHECK(bits_of_table(our_exp) == exp_table);
  CHECK(bits_of_table(log_of_size) == log_table);
  CHECK(bits_of_table(our_tanh) == tanh_table);
  CHECK(bits_of_table(our_erfc) == erfc_table);
  CHECK(bits_of_table(sqrt_of_size) == sqrt_table);
}

TEST_CASE("exp, log and tanh are accurate to the last place") {
  const auto exact_exp = [](long double x) { return std::exp(x); };
  const auto exact_log = [](long double x) { return std::log(x); };
  const auto exact_tanh = [](long double x) { return std::tanh(x); };
  for (const double reach : {1e-8, 1e-3, 0.35, 1.0, 10.0, 700.0}) {
    CAPTURE(reach);
    CHECK(worst_error(our_exp, exact_exp, -reach, reach) < 1.0);
    CHECK(worst_error(our_tanh, exact_tanh, -reach, reach) < 2.0);
    CHECK(worst_error(our_log, exact_log, 1.0 - std::min(reach, 0.999), 1.0 + reach) < 1.0);
  }
  CHECK(worst_error(our_exp, exact_exp, -745.0, -700.0) < 1.0);
  CHECK(worst_error(our_tanh, exact_tanh, 0.5, 0.6) < 2.0);
  CHECK(worst_error(our_log, exact_log, 1e-310, 1e-306) < 1.0);
  CHECK(worst_error(our_log, exact_log, 1e300, 1e308) < 1.0);
}

TEST_CASE("erfc is accurate to eight units in the last place") {
  const auto exact = [](long double x) { return std::erfc(x); };
  CHECK(worst_error(our_erfc, exact, -7.0, -0.5) < 8.0);
  CHECK(worst_error(our_erfc, exact, -0.5, 0.5) < 8.0);
  CHECK(worst_error(our_erfc, exact, 0.5, 2.0) < 8.0);
  CHECK(worst_error(our_erfc, exact, 2.0, 26.0) < 8.0);
  CHECK(worst_error(our_erfc, exact, 5.9, 6.1) < 8.0);
}

TEST_CASE("sqrt is correctly rounded") {
  std::mt19937_64 random(5);
  int wrong = 0;
  for (int i = 0; i < 300'000; ++i) {
    const double x = std::fabs(std::bit_cast<double>(random()));
    const float y = std::fabs(std::bit_cast<float>(static_cast<std::uint32_t>(random())));
    if (!std::isnan(x)) wrong += math::sqrt(x) == std::sqrt(x) ? 0 : 1;
    if (!std::isnan(y)) wrong += math::sqrt(y) == std::sqrt(y) ? 0 : 1;
    const double square =
        static_cast<double>((random() >> 38) + 1) * static_cast<double>((random() >> 38) + 1);
    const double near = std::nextafter(square, (i & 1) != 0 ? infinity : 0.0);
    wrong += math::sqrt(near) == std::sqrt(near) ? 0 : 1;
  }
  wrong += math::sqrt(std::numeric_limits<double>::denorm_min()) == std::sqrt(0x1p-1074) ? 0 : 1;
  CHECK(wrong == 0);
}

TEST_CASE("not a number stays so, and the ends of the range are exact") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(std::isnan(math::exp(nan)));
  CHECK(std::isnan(math::log(nan)));
  CHECK(std::isnan(math::tanh(nan)));
  CHECK(std::isnan(math::erfc(nan)));
  CHECK(std::isnan(math::sqrt(nan)));
  CHECK(math::exp(709.782712893384) < infinity);
  CHECK(math::exp(709.7827128933841) == infinity);
  CHECK(math::exp(-745.1332191019411) == std::numeric_limits<double>::denorm_min());
  CHECK(math::exp(-745.1332191019412) == 0.0);
  CHECK(math::log(infinity) == infinity);
  CHECK(math::tanh(1e300) == 1.0);
  CHECK(math::erfc(40.0) == 0.0);
  CHECK(std::signbit(math::sqrt(-0.0)));
  CHECK(std::signbit(math::tanh(-0.0)));
}
