// SPDX-License-Identifier: Apache-2.0
// Blocks of int8 through int32: widened, rescaled by each rule, stored; equal to the rules element by
// element.
#include <tenon/backend/kryo/rescale.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <random>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;
using native = isa::native;
constexpr int length = block_length<native>;

using words = std::array<std::int32_t, std::size_t{length}>;

int_block<native> block_of(const words& from) {
  const auto part = [&](int i) { return native::load(from.data() + i * native::lanes); };
  return {{part(0), part(1), part(2), part(3)}};
}
words words_of(const int_block<native>& block) {
  words made;
  for (int i = 0; i < 4; ++i) native::store(made.data() + i * native::lanes, block.at[i]);
  return made;
}

template <class Rule>
void check_rule() {
  std::mt19937 random(5);
  for (const double real : {0.5, 0.3, 1e-6, 1.0, 1.7, 300.0, 0x1p-31, 1e-12, 0.0}) {
    words before{};
    for (std::int32_t& x : before) x = static_cast<std::int32_t>(random());
    int_block<native> block = block_of(before);
    const auto by = Rule::make_from_real(real);
    lane_factors<native, Rule>::of(by).apply(block);
    const words after = words_of(block);
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(after[i] == Rule::apply(before[i], by));
  }
}

TEST_CASE("Every lane is rescaled as the rule says") {
  check_rule<q31_rule>();
  check_rule<float32_rule>();
}

TEST_CASE("A part of a block is read and written without what lies behind it") {
  std::array<std::int8_t, length> x{};
  for (int i = 0; i < length; ++i) x[static_cast<std::size_t>(i)] = static_cast<std::int8_t>(i - 9);
  const int_block<native> block = widen<native, 1>(x.data(), 3, -100);
  CHECK(words_of(block)[0] == 91);
  CHECK(words_of(block)[2] == 93);
  std::array<std::int8_t, length> y;
  y.fill(55);
  int8_store{10, -5, 102}.write(block, y.data(), 3);
  CHECK(y[0] == 101);
  CHECK(y[1] == 102);
  CHECK(y[2] == 102);
  CHECK(y[3] == 55);
}

TEST_CASE("A whole block is read, repeated if its step is 0, and written") {
  std::array<std::int8_t, length> x{};
  x.fill(-128);
  x[0] = 4;
  int_block<native> block = widen<native, 0>(x.data(), length, 1);
  CHECK(words_of(block)[length - 1] == 3);
  block = widen<native, 1>(x.data(), length, 127);
  CHECK(words_of(block)[length - 1] == -255);
  std::array<std::int8_t, length> y{};
  int8_store{-3, -128, 127}.write(block, y.data(), length);
  CHECK(y[0] == -126);
  CHECK(y[length - 1] == -128);
}

TEST_CASE("Blocks cover a row") {
  int next = 0;
  for_each_block<native, 2 * length + 1>([&](int first, int count) {
    CHECK(first == next);
    next += count;
  });
  CHECK(next == 2 * length + 1);
}

}  // namespace
