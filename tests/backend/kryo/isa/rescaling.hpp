// SPDX-License-Identifier: Apache-2.0
// Holds an instruction set on the way back to int8 (rescaling, narrowing, stores) to the rules.
#pragma once

#include "primitives.hpp"

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <utility>
#include <vector>

namespace tenon_test {

/// Multipliers of either sign with every shift that an exponent of -31 .. 31 asks for.
template <class Isa>
void check_scale_q31() {
  std::mt19937 random(5);
  for (int round = 0; round < 400; ++round) {
    const auto x = random_words<Isa>(random);
    words<Isa> multiplier;
    words<Isa> left;
    words<Isa> right;
    words<Isa> expected;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const auto size = static_cast<std::int32_t>((std::int64_t{1} << 30) + random() % (1u << 30));
      const auto exponent = static_cast<std::int32_t>(random() % 63) - 31;
      const tenon::q31_factor by{random() % 4 == 0 ? -size : size, exponent};
      multiplier[i] = by.multiplier;
      left[i] = exponent > 0 ? exponent : 0;
      right[i] = exponent < 0 ? -exponent : 0;
      expected[i] = tenon::q31_rule::apply(x[i], by);
    }
    const auto y = Isa::scale_q31(Isa::load(x.data()), Isa::load(multiplier.data()), Isa::load(left.data()),
                                  Isa::load(right.data()));
    CHECK(words_of<Isa>(y) == expected);
  }
}

/// What needs no shift to the left: the same as by the rule; one form only where results are not negative.
template <class Isa>
void check_scale_lowered() {
  std::mt19937 random(9);
  for (int round = 0; round < 400; ++round) {
    const auto x = random_words<Isa>(random);
    words<Isa> multiplier;
    words<Isa> right;
    words<Isa> expected;
    for (std::size_t i = 0; i < x.size(); ++i) {
      multiplier[i] = random() % 8 == 0 ? 0 : static_cast<std::int32_t>((1u << 30) + random() % (1u << 30));
      right[i] = static_cast<std::int32_t>(random() % 32);
      expected[i] = tenon::q31_rule::apply(x[i], {multiplier[i], -right[i]});
    }
    const auto sums = Isa::load(x.data());
    const auto by = Isa::load(multiplier.data());
    const auto all = words_of<Isa>(Isa::scale_lowered(sums, by, Isa::load(right.data())));
    const auto positive = words_of<Isa>(Isa::scale_lowered_positive(sums, by, Isa::load(right.data())));
    CHECK(all == expected);
    for (std::size_t i = 0; i < x.size(); ++i)
      CHECK((positive[i] > 0 ? positive[i] : 0) == (expected[i] > 0 ? expected[i] : 0));
  }
}

/// A factor that makes ties, or overflows, or leaves nothing; or any.
inline double random_factor(std::mt19937& random) {
  constexpr std::array<double, 9> special{
      0.0, 0.5, 1.0, 0.25, 1.5, 0x1p31, 1e-30, -0.5, 0x1.fffffffffffffp-2};
  const auto drawn = random();
  if (drawn % 3 == 0) return special[drawn / 3 % special.size()];
  const double fraction = 1.0 + static_cast<double>(random()) * 0x1p-32;
  return std::ldexp(fraction, static_cast<int>(drawn / 3 % 48) - 32);
}

template <class Isa>
void check_scale_double() {
  std::mt19937 random(6);
  for (int round = 0; round < 400; ++round) {
    const auto x = random_words<Isa>(random);
    std::array<double, std::size_t{Isa::lanes}> factor;
    words<Isa> expected;
    for (std::size_t i = 0; i < x.size(); ++i) {
      factor[i] = random_factor(random);
      expected[i] = tenon::double_rule::apply(x[i], tenon::double_rule::make_from_real(factor[i]));
    }
    CHECK(words_of<Isa>(Isa::scale_double(Isa::load(x.data()), factor.data())) == expected);
  }
}

template <class Isa>
void check_scale_float32() {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const auto x = random_words<Isa>(random);
    std::array<float, std::size_t{Isa::lanes}> factor;
    words<Isa> expected;
    for (std::size_t i = 0; i < x.size(); ++i) {
      factor[i] = tenon::float32_rule::make_from_real(random_factor(random));
      expected[i] = tenon::float32_rule::apply(x[i], factor[i]);
    }
    CHECK(words_of<Isa>(Isa::scale_float32(Isa::load(x.data()), Isa::load(factor.data()))) == expected);
  }
}

/// One rounding: the product is not rounded before the offset is added.
template <class Isa>
void check_scale_proved() {
  std::mt19937 random(8);
  for (int round = 0; round < 400; ++round) {
    words<Isa> x;
    std::array<float, std::size_t{Isa::lanes}> factor;
    std::array<float, std::size_t{Isa::lanes}> offset;
    words<Isa> around_zero;
    words<Isa> above_zero;
    for (std::size_t i = 0; i < x.size(); ++i) {
      x[i] = static_cast<std::int32_t>(random() % (1u << 25)) - (1 << 24);
      if (random() % 8 == 0) x[i] = static_cast<std::int32_t>(random() % 9) - 4;
      const float fraction = 1.0f + static_cast<float>(random() >> 9) * 0x1p-23f;
      factor[i] = std::ldexp(fraction, -static_cast<int>(random() % 24));
      // Offsets just below what lifts the product to a whole number, where a second rounding would show.
      const double product = std::abs(static_cast<double>(x[i]) * static_cast<double>(factor[i]));
      offset[i] = static_cast<float>(std::floor(product) + 1.0 - product);
      const auto real = static_cast<float>(x[i]);
      around_zero[i] = static_cast<std::int32_t>(std::fma(real, factor[i], std::copysign(offset[i], real)));
      above_zero[i] = static_cast<std::int32_t>(std::fma(real, factor[i], offset[i]));
    }
    const auto sums = Isa::load(x.data());
    const auto by = Isa::load(factor.data());
    CHECK(words_of<Isa>(Isa::scale_proved(sums, by, Isa::load(offset.data()))) == around_zero);
    CHECK(words_of<Isa>(Isa::scale_proved_positive(sums, by, Isa::load(offset.data()))) == above_zero);
  }
}

template <class Integer>
std::int32_t saturated(std::int32_t x) {
  using limits = std::numeric_limits<Integer>;
  return x < limits::min() ? limits::min() : x > limits::max() ? limits::max() : x;
}

template <class Isa>
std::vector<std::int8_t> bytes_of(typename Isa::bytes x) {
  std::vector<std::int8_t> made(std::size_t{4 * Isa::lanes});
  Isa::template store_part<0, 4>(made.data(), x);
  return made;
}

/// Four vectors, most of whose values are near the ends of int8.
template <class Isa>
std::vector<std::int32_t> values_to_narrow(std::mt19937& random) {
  std::vector<std::int32_t> made;
  for (int i = 0; i < 4 * Isa::lanes; ++i)
    made.push_back(random() % 4 == 0 ? random_word(random) : static_cast<std::int32_t>(random() % 600) - 300);
  return made;
}

template <class Isa>
void check_narrow() {
  std::mt19937 random(9);
  for (int round = 0; round < 200; ++round) {
    const auto x = values_to_narrow<Isa>(random);
    const auto zero_point = static_cast<std::int32_t>(random() % 256) - 128;
    std::vector<std::int8_t> expected;
    std::vector<std::int8_t> expected_around;
    for (const std::int32_t value : x) {
      expected.push_back(static_cast<std::int8_t>(saturated<std::int8_t>(value)));
      const std::int32_t around = saturated<std::int16_t>(saturated<std::int16_t>(value) + zero_point);
      expected_around.push_back(static_cast<std::int8_t>(saturated<std::int8_t>(around)));
    }
    const auto part = [&](int i) { return Isa::load(x.data() + i * Isa::lanes); };
    CHECK(bytes_of<Isa>(Isa::narrow(part(0), part(1), part(2), part(3))) == expected);
    if constexpr (Isa::fused_multiply_add)
      CHECK(bytes_of<Isa>(Isa::narrow_around(part(0), part(1), part(2), part(3), zero_point)) ==
            expected_around);
  }
}

template <class Isa>
void check_clamp() {
  std::mt19937 random(10);
  const auto x = values_to_narrow<Isa>(random);
  const auto part = [&](int i) { return Isa::load(x.data() + i * Isa::lanes); };
  const auto narrowed = Isa::narrow(part(0), part(1), part(2), part(3));
  for (const auto& [low, high] : {std::pair{-128, 127}, {-100, 3}, {0, 127}, {5, 5}, {-128, -127}}) {
    auto expected = bytes_of<Isa>(narrowed);
    for (std::int8_t& value : expected)
      value = static_cast<std::int8_t>(value < low ? low : value > high ? high : value);
    CHECK(bytes_of<Isa>(Isa::clamp(narrowed, static_cast<std::int8_t>(low),
                                   static_cast<std::int8_t>(high))) == expected);
  }
}

/// `store_part` writes the quarters it names and not one byte more.
template <class Isa, int First, int Count>
void check_store_part() {
  std::vector<std::int32_t> x;
  for (int i = 0; i < 4 * Isa::lanes; ++i) x.push_back(i + 1);
  const auto part = [&](int i) { return Isa::load(x.data() + i * Isa::lanes); };
  std::vector<std::int8_t> expected;
  for (int i = 0; i < Count * Isa::lanes; ++i)
    expected.push_back(static_cast<std::int8_t>(First * Isa::lanes + i + 1));
  expected.push_back(-77);
  std::vector<std::int8_t> to(expected.size(), -77);
  Isa::template store_part<First, Count>(to.data(), Isa::narrow(part(0), part(1), part(2), part(3)));
  CHECK(to == expected);
}

/// All that an instruction set promises.
template <class Isa>
void check_instruction_set() {
  static_assert(tenon::instruction_set<Isa>);
  check_words<Isa>();
  check_stage<Isa, 8>();
  check_stage<Isa, 16>();
  check_stage<Isa, Isa::stage_width>();
  check_dots<Isa>();
  check_taps<Isa>();
  check_scale_q31<Isa>();
  if constexpr (requires { requires Isa::lowers_integers; }) check_scale_lowered<Isa>();
  check_scale_double<Isa>();
  check_scale_float32<Isa>();
  if constexpr (Isa::fused_multiply_add) check_scale_proved<Isa>();
  check_narrow<Isa>();
  check_clamp<Isa>();
  check_store_part<Isa, 0, 4>();
  check_store_part<Isa, 0, 2>();
  check_store_part<Isa, 2, 2>();
  check_store_part<Isa, 0, 1>();
  check_store_part<Isa, 1, 1>();
  check_store_part<Isa, 2, 1>();
  check_store_part<Isa, 3, 1>();
}

}  // namespace tenon_test
