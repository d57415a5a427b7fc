// SPDX-License-Identifier: Apache-2.0
// Packed products: sums over weights, bounds that are reached, biases with zero points folded in, results by
// definition.
#include <tenon/backend/kryo/product.hpp>

#include "matrices.hpp"

#include <tenon/backend/kryo/gemm_loop.hpp>

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

constexpr std::array<std::int8_t, 6> hand_weights{3, 100, -4, 100, 5, 100};
constexpr auto hand_sums = weight_sums::of(hand_weights.data(), 2, 3, 1);
static_assert(hand_sums.weights == 4 && hand_sums.positive == 6 && hand_sums.negative == -5);
static_assert(hand_sums.bound(10, 0) == 10 + 6 * 127 + 5 * 128);
static_assert(hand_sums.bound(-1000, 0) == 1000 + 6 * 128 + 5 * 127);
static_assert(hand_sums.bound(0, -128) == 6 * 255, "no input is below its zero point");
static_assert(hand_sums.folded(10, -3, 128) == 10 - 4 * 125);
static_assert(weight_sums::of(hand_weights.data(), 1, 0, 5).bound(-7, 3) == 7);

/// The largest accumulator in size over all inputs that are an end of the range or left out.
std::int64_t largest_accumulator(const std::vector<std::int8_t>& w, std::int32_t bias,
                                 std::int32_t input_zero_point, std::int32_t kernel_zero_point) {
  std::int64_t largest = 0;
  int combinations = 1;
  for (std::size_t k = 0; k < w.size(); ++k) combinations *= 3;
  for (int combination = 0; combination < combinations; ++combination) {
    std::int64_t sum = bias;
    int rest = combination;
    for (const std::int8_t weight : w) {
      const int x = rest % 3 == 0 ? -128 : rest % 3 == 1 ? 127 : input_zero_point;
      sum += std::int64_t{weight - kernel_zero_point} * (x - input_zero_point);
      rest /= 3;
    }
    if (std::abs(sum) > largest) largest = std::abs(sum);
  }
  return largest;
}

TEST_CASE("bounds are the largest accumulators there are") {
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    const int depth = 1 + round % 6;
    const auto w = tenon_test::random_bytes(random, depth);
    const auto zero_point = static_cast<std::int32_t>(random() % 256) - 128;
    const auto kernel_zero_point = round % 2 == 0 ? 0 : static_cast<std::int32_t>(random() % 256) - 128;
    const std::int32_t bias = tenon_test::random_word(random) / 2;
    const auto sums = weight_sums::of(w.data(), 1, depth, kernel_zero_point);
    CHECK(sums.bound(bias, zero_point) == largest_accumulator(w, bias, zero_point, kernel_zero_point));
  }
}

/// A product of rows x depth by depth x columns, packed and run.
template <class Isa, class Rule, int Rows, int Columns, int Depth>
struct whole_product {
  using packed = packed_product<Isa, Rule, Rows, Columns, Depth>;
  using layout = typename packed::layout;
  static_assert(sizeof(packed) % 8 == 0);
  static_assert(sizeof(packed) == sizeof(packed::output) + sizeof(packed::bias) + sizeof(packed::weights) + 8,
                "no padding");

  packed with{};
  std::vector<typename Isa::staged> x{};

  whole_product(const tenon_test::matrices& given, const typename Rule::factor* factors,
                const int8_terms& terms) {
    pack_product(with, {given.w.data(), Depth, 1}, given.bias.data(), factors, terms);
    x = given.staged<Isa>(layout::depth);
  }

  template <int Count>
  void rows(int row) const {
    std::int32_t offsets[std::size_t{Count}];
    const auto* const from = x.data() + row * layout::depth;
    for (int i = 0; i < Count; ++i)
      offsets[i] =
          row_offset<Isa>(from + i * layout::depth, Depth, with.input_zero_point, with.kernel_zero_point);
    with_store_int8<Isa>(with.output, y, Columns, [&](const auto& epilogue) {
      const from_bias_and_rows start{with.bias.data(), offsets};
      multiply_rows<Isa, layout, Count, Columns, layout::depth>(from, with.weights.data(), start, row,
                                                                epilogue);
    });
  }

  std::vector<std::int8_t> result() {
    std::vector<std::int8_t> made(std::size_t{Rows * Columns});
    y = made.data();
    for_row_tiles<layout, Rows>(*this);
    return made;
  }

  std::int8_t* y{};
};

template <class Isa, class Rule, int Rows, int Columns, int Depth>
void check_product(const int8_terms& terms) {
  std::mt19937 random(Columns);
  tenon_test::matrices given(random, Rows, Columns, Depth);
  for (std::int32_t& bias : given.bias) bias = static_cast<std::int32_t>(random() % 20001) - 10000;
  std::vector<typename Rule::factor> factors;
  for (int column = 0; column < Columns; ++column) {
    const double fraction = static_cast<double>(random()) * 0x1p-32;
    factors.push_back(Rule::make_from_real((0.3 + fraction) / (40.0 * Depth)));
  }
  std::vector<std::int8_t> expected;
  for (int row = 0; row < Rows; ++row)
    for (int column = 0; column < Columns; ++column) {
      const auto sum = given.product(row, column, terms.input_zero_point, terms.kernel_zero_point);
      const auto scaled = Rule::apply(sum, factors[static_cast<std::size_t>(column)]);
      const std::int32_t y = wrapping_add(scaled, terms.output_zero_point);
      expected.push_back(static_cast<std::int8_t>(y < terms.low    ? terms.low
                                                  : y > terms.high ? terms.high
                                                                   : y));
    }
  whole_product<Isa, Rule, Rows, Columns, Depth> product(given, factors.data(), terms);
  CHECK((terms.try_to_prove || product.with.output.proved == 0));
  CHECK(product.result() == expected);
}

TEST_CASE("results are those of the definition, with and without zero points") {
  tenon_test::usable_sets::each([]<class Isa>() {
    check_product<Isa, q31_rule, 5, 19, 11>({0, 0, 0, -128, 127});
    check_product<Isa, q31_rule, 5, 19, 11>({-128, 7, 3, -100, 99});
    check_product<Isa, q31_rule, 5, 19, 11>({127, -128, -128, -128, 127, false});
    check_product<Isa, double_rule, 3, 8, 40>({-1, 0, 127, 0, 127});
    check_product<Isa, double_rule, 3, 8, 40>({-1, 127, -3, -3, 50, false});
    check_product<Isa, float32_rule, 1, 33, 3>({5, 5, 5, -128, 127});
  });
}

TEST_CASE("the offset of a row is what a kernel zero point takes off") {
  tenon_test::usable_sets::each([]<class Isa>() {
    std::mt19937 random(4);
    const tenon_test::matrices given(random, 1, 1, 23);
    const auto x = given.staged<Isa>(23);
    std::int32_t sum = 0;
    for (int k = 0; k < 23; ++k) sum += given.x_at(0, k) + 9;
    CHECK(row_offset<Isa>(x.data(), 23, -9, -128) == 128 * sum);
    CHECK(row_offset<Isa>(x.data(), 23, -9, 5) == -5 * sum);
    CHECK(row_offset<Isa>(x.data(), 23, -9, 0) == 0);
  });
}

/// The same numbers packed in the compiler and when the program runs, byte for byte.
template <class Isa>
constexpr auto packed_by_hand() {
  constexpr std::array<std::int32_t, 2> bias{100, -100};
  const std::array<double_rule::factor, 2> factors{double_rule::make_from_real(0.0123),
                                                   double_rule::make_from_real(0.0456)};
  packed_product<Isa, double_rule, 3, 2, 3> to{};
  pack_product(to, {hand_weights.data(), 1, 2}, bias.data(), factors.data(), {-7, 2, 1, -128, 127});
  return to;
}

TEST_CASE("the compiler packs what the program packs") {
  tenon_test::usable_sets::each([]<class Isa>() {
    using packed = packed_product<Isa, double_rule, 3, 2, 3>;
    using raw = std::array<std::uint8_t, sizeof(packed)>;
    constexpr auto compiled = std::bit_cast<raw>(packed_by_hand<Isa>());
    CHECK(std::bit_cast<raw>(packed_by_hand<Isa>()) == compiled);
    CHECK(packed_by_hand<Isa>().weights[packed::layout::index(1, 2)] == 100);
    CHECK(packed_by_hand<Isa>().weights[packed::layout::index(0, 1)] == -4);
  });
}

}  // namespace
