// SPDX-License-Identifier: Apache-2.0
// Holds the primitives of an instruction set to what they are defined as, value by value.
#pragma once

#include "../instruction_sets.hpp"

#include <tenon/core/fixed_point.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace tenon_test {

template <class Isa>
using words = std::array<std::int32_t, std::size_t{Isa::lanes}>;

template <class Isa>
words<Isa> random_words(std::mt19937& random) {
  words<Isa> made;
  for (std::int32_t& word : made) word = random_word(random);
  return made;
}

template <class Isa>
words<Isa> words_of(typename Isa::vector x) {
  words<Isa> made;
  Isa::store(made.data(), x);
  return made;
}

template <class Isa>
words<Isa> filled(std::int32_t value) {
  words<Isa> made;
  made.fill(value);
  return made;
}

template <class To>
std::vector<To> widened(const std::vector<std::int8_t>& from, int offset) {
  std::vector<To> made;
  for (const std::int8_t x : from) made.push_back(static_cast<To>(x + offset));
  return made;
}

template <class Isa>
void check_words() {
  std::mt19937 random(1);
  const auto a = random_words<Isa>(random);
  const auto b = random_words<Isa>(random);
  CHECK(words_of<Isa>(Isa::load(a.data())) == a);
  CHECK(words_of<Isa>(Isa::fill(-7)) == filled<Isa>(-7));
  words<Isa> sum;
  words<Isa> difference;
  words<Isa> product;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    sum[i] = tenon::wrapping_add(a[i], b[i]);
    difference[i] = tenon::wrapping_subtract(a[i], b[i]);
    product[i] = static_cast<std::int32_t>(std::int64_t{a[i]} * b[i]);
  }
  CHECK(words_of<Isa>(Isa::add(Isa::load(a.data()), Isa::load(b.data()))) == sum);
  CHECK(words_of<Isa>(Isa::subtract(Isa::load(a.data()), Isa::load(b.data()))) == difference);
  CHECK(words_of<Isa>(Isa::multiply(Isa::load(a.data()), Isa::load(b.data()))) == product);
  // Read from memory of its own, of just the right size.
  const auto bytes = random_bytes(random, Isa::lanes);
  const auto wide = words_of<Isa>(Isa::widen(bytes.data()));
  CHECK(std::equal(wide.begin(), wide.end(), bytes.begin(), bytes.end()));
}

/// `stage` writes Width values and not one more.
template <class Isa, int Width>
void check_stage() {
  std::mt19937 random(2);
  constexpr int untouched = 77;
  const auto from = random_bytes(random, Width);
  std::vector<typename Isa::staged> to(std::size_t{Width} + 1, untouched);
  Isa::template stage<Width>(from.data(), to.data());
  auto expected = widened<typename Isa::staged>(from, Isa::stage_offset);
  expected.push_back(untouched);
  CHECK(to == expected);
}

/// What `dot` adds for lane `i`: the products of one group of depth, wrapped like any sum of accumulators.
template <class Staged, class Weight>
std::int32_t dot_product(std::int32_t sum, const Staged* x, const Weight* w, int count) {
  for (int i = 0; i < count; ++i) sum = tenon::wrapping_add(sum, x[i] * w[i]);
  return sum;
}

template <class Isa, int Group>
void check_dot(const std::vector<typename Isa::staged>& x, const std::vector<typename Isa::weight>& w,
               const words<Isa>& start) {
  constexpr int depth = Isa::depth_group;
  words<Isa> expected = start;
  for (int i = 0; i < Isa::lanes; ++i)
    expected[static_cast<std::size_t>(i)] = dot_product(
        start[static_cast<std::size_t>(i)], x.data() + Group * depth, w.data() + i * depth, depth);
  const auto sum = Isa::load(start.data());
  const auto weights = Isa::load_weights(w.data());
  CHECK(words_of<Isa>(Isa::template dot<Group>(sum, Isa::load_activations(x.data()), weights)) == expected);
  CHECK(words_of<Isa>(Isa::template dot<0>(sum, Isa::broadcast(x.data() + Group * depth), weights)) ==
        expected);
}

/// A sum that mixes two rows holds [row][column] of two columns.
template <class Isa>
void check_dot_of_pairs(const std::vector<typename Isa::staged>& x,
                        const std::vector<typename Isa::weight>& w, const words<Isa>& start) {
  constexpr int depth = Isa::depth_group;
  static_assert(Isa::lanes == 4 && Isa::row_group == 2);
  words<Isa> expected = start;
  for (int i = 0; i < 4; ++i)
    expected[static_cast<std::size_t>(i)] = dot_product(
        start[static_cast<std::size_t>(i)], x.data() + i / 2 * depth, w.data() + i % 2 * depth, depth);
  const auto pair = Isa::load_pair(x.data(), x.data() + depth);
  const auto sum = Isa::template dot<0>(Isa::load(start.data()), pair, Isa::load_weights(w.data()));
  CHECK(words_of<Isa>(sum) == expected);
}

template <class Isa>
void check_dots(const std::vector<std::int8_t>& x, const std::vector<std::int8_t>& w,
                const words<Isa>& start) {
  const auto staged = widened<typename Isa::staged>(x, Isa::stage_offset);
  const auto weights = widened<typename Isa::weight>(w, 0);
  if constexpr (Isa::row_group == 2) {
    check_dot_of_pairs<Isa>(staged, weights, start);
  } else {
    [&]<int... Group>(std::integer_sequence<int, Group...>) {
      (check_dot<Isa, Group>(staged, weights, start), ...);
    }
    (std::make_integer_sequence<int, Isa::broadcast_groups>{});
  }
}

template <class Isa>
void check_dots() {
  std::mt19937 random(3);
  constexpr int x_count = Isa::depth_group * Isa::broadcast_groups * Isa::row_group;
  constexpr int w_count = Isa::lanes * Isa::depth_group / Isa::row_group;
  for (int round = 0; round < 50; ++round)
    check_dots<Isa>(random_bytes(random, x_count), random_bytes(random, w_count), random_words<Isa>(random));
  for (const std::int8_t x : {std::int8_t{-128}, std::int8_t{127}})
    for (const std::int8_t w : {std::int8_t{-128}, std::int8_t{127}})
      check_dots<Isa>(std::vector<std::int8_t>(std::size_t{x_count}, x),
                      std::vector<std::int8_t>(std::size_t{w_count}, w), filled<Isa>(5));
}

/// `interleave` and `dot_taps`: each channel by its own weights, the same channels in every row.
template <class Isa>
void check_taps() {
  std::mt19937 random(4);
  constexpr int taps = Isa::tap_group;
  constexpr int channels = Isa::tap_blocks * Isa::lanes;
  for (int round = 0; round < 50; ++round) {
    std::vector<std::vector<std::int8_t>> rows;
    const std::int8_t* at[std::size_t{taps}];
    for (int tap = 0; tap < taps; ++tap) rows.push_back(random_bytes(random, channels));
    for (int tap = 0; tap < taps; ++tap) at[tap] = rows[static_cast<std::size_t>(tap)].data();
    const auto w = widened<typename Isa::weight>(random_bytes(random, channels * taps), 0);
    const auto start = random_words<Isa>(random);
    typename Isa::taps x[Isa::tap_blocks];
    Isa::interleave(at, x);
    for (int block = 0; block < Isa::tap_blocks; ++block) {
      words<Isa> expected = start;
      for (int lane = 0; lane < Isa::lanes; ++lane)
        for (int tap = 0; tap < taps; ++tap) {
          const int channel = block * Isa::lanes + lane;
          const int product =
              (at[tap][channel] + Isa::stage_offset) * w[static_cast<std::size_t>(channel * taps + tap)];
          auto& sum = expected[static_cast<std::size_t>(lane)];
          sum = tenon::wrapping_add(sum, product);
        }
      const auto* const weights = w.data() + block * Isa::lanes * taps;
      CHECK(words_of<Isa>(Isa::dot_taps(Isa::load(start.data()), x[block], weights)) == expected);
    }
  }
}

}  // namespace tenon_test
