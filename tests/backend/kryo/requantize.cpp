// SPDX-License-Identifier: Apache-2.0
// Tiles of accumulators are written as int8 as the rules of core/requantize.hpp say, by the exact and the
// proved form.
#include <tenon/backend/kryo/requantize.hpp>

#include "instruction_sets.hpp"

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

/// Where results go: zero point and bounds of an int8.
struct target {
  std::int32_t zero_point;
  std::int32_t low;
  std::int32_t high;
};

constexpr target targets[]{{0, -128, 127}, {-128, -128, 127}, {127, -128, 127}, {-5, -5, 90},
                           {3, 10, 20},    {9, -7, 4},        {-5, -8, 90},     {0, -128, 10}};

template <class Rule>
std::int8_t by_rule(std::int32_t sum, typename Rule::factor by, const target& to) {
  const std::int32_t y = wrapping_add(Rule::apply(sum, by), to.zero_point);
  return static_cast<std::int8_t>(y < to.low ? to.low : y > to.high ? to.high : y);
}

/// Every kind of factor that networks and their ends give: shifts in both directions, nothing, 2^31.
double any_factor(std::mt19937& random) {
  const auto kind = random() % 8;
  if (kind == 0) return 0.0;
  if (kind == 1) return 0x1p-32;
  if (kind == 2) return 0x1p31;
  if (kind == 3) return 0.5;
  if (kind == 4) return 0x1.8p30;
  const double fraction = 1.0 + static_cast<double>(random()) * 0x1p-32;
  return std::ldexp(fraction, static_cast<int>(random() % 24) - 20);
}

constexpr std::int64_t proved_bound = 30000;

/// A factor that is proved for accumulators up to the bound.
template <class Rule>
double provable_factor(std::mt19937& random, const target& to) {
  for (;;) {
    const double real = 0.001 + static_cast<double>(random()) * 0x1p-38;
    requantization<Rule, 1> one;
    one.set_output(to.zero_point, to.low, to.high);
    one.set(0, Rule::make_from_real(real), proved_bound);
    if (one.proved == 1) return real;
  }
}

/// One tile with its factors; `skipped` columns and a row stand before it in the result.
template <class Isa, class Rule, int Rows, int Vectors, int Valid>
struct one_tile {
  static constexpr int skipped = Isa::lanes;
  static constexpr int columns = skipped + Vectors * Isa::lanes;
  static constexpr std::ptrdiff_t pitch = columns + 3;

  requantization<Rule, std::size_t{columns}> by{};
  typename Rule::factor factors[std::size_t{columns}]{};
  std::vector<std::int32_t> sums{};

  template <class NextFactor, class NextSum>
  one_tile(const target& to, NextFactor factor, NextSum sum, std::int64_t bound, bool try_to_prove) {
    by.set_output(to.zero_point, to.low, to.high, try_to_prove);
    for (int column = 0; column < columns; ++column) {
      factors[column] = Rule::make_from_real(factor());
      by.set(column, factors[column], bound);
    }
    for (int i = 0; i < Rows * Vectors * Isa::lanes; ++i) sums.push_back(sum());
  }

  std::int32_t sum_at(int row, int column) const {
    return sums[static_cast<std::size_t>(row * Vectors * Isa::lanes + column)];
  }

  std::vector<std::int8_t> written() const {
    std::vector<std::int8_t> y(std::size_t{(Rows + 2) * pitch}, 55);
    tile<Isa, Rows, Vectors> loaded;
    for (int i = 0; i < Rows * Vectors; ++i) loaded.at[i] = Isa::load(sums.data() + i * Isa::lanes);
    for (int i = Rows * Vectors; i < tile<Isa, Rows, Vectors>::count; ++i) loaded.at[i] = Isa::fill(0);
    with_store_int8<Isa>(by, y.data(), pitch, [&](const auto& epilogue) {
      auto copy = loaded;
      epilogue.template store<Valid>(copy, 1, skipped);
    });
    return y;
  }

  std::vector<std::int8_t> expected(const target& to) const {
    std::vector<std::int8_t> y(std::size_t{(Rows + 2) * pitch}, 55);
    for (int row = 0; row < Rows; ++row)
      for (int column = 0; column < Valid; ++column)
        y[static_cast<std::size_t>((row + 1) * pitch + skipped + column)] =
            by_rule<Rule>(sum_at(row, column), factors[skipped + column], to);
    return y;
  }
};

template <class Isa, class Rule, int Rows, int Vectors, int Valid>
void check_exact() {
  std::mt19937 random(Rows * 10 + Vectors);
  for (const target& to : targets) {
    const one_tile<Isa, Rule, Rows, Vectors, Valid> tried(
        to, [&] { return any_factor(random); }, [&] { return tenon_test::random_word(random); },
        std::int64_t{1} << 31, true);
    CHECK(tried.by.proved == 0);
    CHECK(tried.written() == tried.expected(to));
  }
}

template <class Isa, class Rule, int Rows, int Vectors, int Valid>
void check_proved() {
  std::mt19937 random(Rows * 10 + Vectors);
  const auto sum = [&] {
    const auto drawn = random();
    if (drawn % 16 == 0) return static_cast<std::int32_t>(drawn % 32 == 0 ? proved_bound : -proved_bound);
    const auto reach = static_cast<std::int32_t>(drawn % 2 == 0 ? proved_bound : 2000);
    return static_cast<std::int32_t>(drawn / 32) % reach - reach / 2;
  };
  for (const target& to : targets)
    for (const bool try_to_prove : {true, false}) {
      const one_tile<Isa, Rule, Rows, Vectors, Valid> tried(
          to, [&] { return provable_factor<Rule>(random, to); }, sum, proved_bound, try_to_prove);
      CHECK(tried.by.proved == (try_to_prove ? 1 : 0));
      CHECK(tried.written() == tried.expected(to));
    }
}

/// Factors below 1/2, of which some sets take a shorter form for all sums there are.
template <class Isa, int Rows, int Vectors, int Valid>
void check_lowered() {
  std::mt19937 random(Rows * 10 + Vectors);
  const auto factor = [&] {
    const double fraction = 1.0 + static_cast<double>(random()) * 0x1p-32;
    return random() % 16 == 0 ? 0.0 : std::ldexp(fraction, -2 - static_cast<int>(random() % 31));
  };
  const auto sum = [&] {
    const std::int32_t word = tenon_test::random_word(random);
    return random() % 2 == 0 ? word : word >> 20;
  };
  for (const target& to : targets) {
    const one_tile<Isa, q31_rule, Rows, Vectors, Valid> tried(to, factor, sum, std::int64_t{1} << 31, false);
    CHECK(tried.by.lowers == 1);
    CHECK(tried.written() == tried.expected(to));
  }
}

template <class Isa, int Rows, int Vectors, int Valid>
void check_tile() {
  check_exact<Isa, q31_rule, Rows, Vectors, Valid>();
  check_proved<Isa, double_rule, Rows, Vectors, Valid>();
}

TEST_CASE("tiles of every shape are written as the rules say, and nothing beside them") {
  tenon_test::usable_sets::each([]<class Isa>() {
    check_tile<Isa, 1, 1, 1>();
    check_tile<Isa, 3, 2, 2 * Isa::lanes - 1>();
    check_tile<Isa, 2, 4, 3 * Isa::lanes + 1>();
    check_tile<Isa, 1, 8, 8 * Isa::lanes>();
  });
}

TEST_CASE("every rule has its exact form, and its proved form if there is one") {
  tenon_test::usable_sets::each([]<class Isa>() {
    check_exact<Isa, double_rule, 5, 1, Isa::lanes>();
    check_exact<Isa, float32_rule, 5, 1, Isa::lanes>();
    check_proved<Isa, q31_rule, 5, 1, Isa::lanes>();
    check_lowered<Isa, 5, 1, Isa::lanes>();
    check_lowered<Isa, 2, 4, 3 * Isa::lanes + 1>();
  });
}

/// Parameters that the compiler knows, whose clamp or zero point drops steps.
template <class Rule, int Columns>
constexpr auto constant_output(const target& to) {
  requantization<Rule, std::size_t{Columns}> by;
  by.set_output(to.zero_point, to.low, to.high);
  for (int column = 0; column < Columns; ++column)
    by.set(column, Rule::make_from_real(0.0401 + 0.00003 * column), 300);
  return by;
}

template <class Isa, class Rule, target To>
void check_constant() {
  static constexpr auto by = constant_output<Rule, Isa::lanes>(To);
  static_assert(by.proved == 1);
  std::mt19937 random(11);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::int8_t> y(std::size_t{Isa::lanes});
    std::vector<std::int8_t> expected(y.size());
    std::vector<std::int32_t> sums(y.size());
    for (std::size_t i = 0; i < y.size(); ++i) {
      sums[i] = static_cast<std::int32_t>(random() % 601) - 300;
      const auto factor = Rule::make_from_real(0.0401 + 0.00003 * static_cast<int>(i));
      expected[i] = by_rule<Rule>(sums[i], factor, To);
    }
    tile<Isa, 1, 1> loaded;
    for (auto& sum : loaded.at) sum = Isa::load(sums.data());
    with_store_int8<Isa>(
        by, y.data(), 0, [&](const auto& epilogue) __attribute__((always_inline)) {
          epilogue.template store<Isa::lanes>(loaded, 0, 0);
        });
    CHECK(y == expected);
  }
}

TEST_CASE("constant parameters give the same results") {
  check_constant<isa::native, double_rule, targets[0]>();
  check_constant<isa::native, q31_rule, targets[0]>();
  check_constant<isa::native, double_rule, targets[1]>();
  check_constant<isa::native, q31_rule, targets[1]>();
  check_constant<isa::native, double_rule, targets[3]>();
  check_constant<isa::native, q31_rule, targets[3]>();
  check_constant<isa::native, double_rule, targets[6]>();
  check_constant<isa::native, q31_rule, targets[6]>();
  check_constant<isa::native, double_rule, targets[7]>();
  check_constant<isa::native, q31_rule, targets[7]>();
}

TEST_CASE("one channel without a float form sends all to the exact form") {
  requantization<q31_rule, 3> by;
  by.set_output(0, -128, 127);
  by.set(0, q31_rule::make_from_real(0.0123), 1000);
  CHECK(by.proved == 1);
  CHECK(by.lowers == 1);
  by.set(1, q31_rule::make_from_real(0.5), 1000);
  CHECK(by.proved == 0);
  CHECK(by.lowers == 0);
  by.set(2, q31_rule::make_from_real(0.0123), 1000);
  CHECK(by.proved == 0);
  by.set_output(0, 0, 127);
  by.set(1, q31_rule::make_from_real(0.5), 1000);
  CHECK(by.proved == 1);
}

}  // namespace
