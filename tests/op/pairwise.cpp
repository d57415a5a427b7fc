// SPDX-License-Identifier: Apache-2.0
// Numbers of two-input functions: factors of a sum, bounds of a result.
#include <tenon/op/pairwise.hpp>

#include <tenon/core/crc32.hpp>
#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace {

using namespace tenon;

constexpr edge_type edge(float scale, std::int32_t zero_point) {
  return {{i8, shape_of(2)}, {scale, zero_point}};
}

TEST_CASE("The term with the larger scale is halved, the other one relates to it") {
  const std::array inputs{edge(0.25f, -3), edge(0.125f, 7)};
  const auto w = op::prepare_sum<q31_rule>({}, inputs, edge(0.5f, 1));
  CHECK(w.first == to_q31(0.5));
  CHECK(w.second == to_q31(0.25));
  CHECK(w.sum == to_q31(0.5 / (1048576.0 * 0.5)));
  CHECK(w.first_term(-3) == 0);
  CHECK(w.second_term(8) == 1 << 18);
  CHECK(w.finish(0) == 1);
}

// Made by ai-edge-litert 2.3.0 with its default runtime: the CRC-32 (zlib) of the results of ADD and SUB on all pairs of
// int8, the first operand outermost.
struct golden_sums {
  encoding first;
  encoding second;
  encoding result;
  std::uint32_t sums;
  std::uint32_t differences;
};
constexpr std::array golden{
    golden_sums{{0.043f, -7}, {0.019f, 20}, {0.05f, 3}, 0x68fba04b, 0x457e9276},
    golden_sums{{0.25f, 0}, {0.5f, -128}, {0.5f, 9}, 0x7d550f25, 0x94f67d0e},
    golden_sums{{0.003f, 127}, {0.9f, -5}, {0.7f, -100}, 0xc489f44c, 0x1bae6f09},
};

template <class Combine>
std::uint32_t crc_of_all_pairs(const golden_sums& one, const Combine& combine) {
  const std::array inputs{edge(one.first.scale, one.first.zero_point), edge(one.second.scale, one.second.zero_point)};
  const auto w = op::prepare_sum<float32_rule>({}, inputs, edge(one.result.scale, one.result.zero_point));
  std::vector<std::uint8_t> bytes;
  for (int a = -128; a < 128; ++a)
    for (int b = -128; b < 128; ++b)
      bytes.push_back(static_cast<std::uint8_t>(w.finish(combine(w.first_term(a), w.second_term(b)))));
  return crc32(bytes);
}

TEST_CASE("Sums under float32 rounding are those of XNNPACK on all pairs") {
  for (const golden_sums& one : golden) {
    CHECK(crc_of_all_pairs(one, wrapping_add) == one.sums);
    CHECK(crc_of_all_pairs(one, wrapping_subtract) == one.differences);
  }
}

TEST_CASE("Scales that XNNPACK refuses overflow nothing") {
  const auto far = [](float first, float result) {
    return op::prepare_sum<float32_rule>({}, std::array{edge(first, -128), edge(first, -128)}, edge(result, 0));
  };
  const auto large = far(1e6f, 1e-6f);
  CHECK(large.finish(large.first_term(127) + large.second_term(127)) == 127);
  const auto small = far(1e-6f, 1e6f);
  CHECK(small.finish(small.first_term(127) + small.second_term(127)) == 0);
}

TEST_CASE("Results move to their zero point and stay within int8") {
  const op::integer_store store =
      op::store_for({0.0f, std::numeric_limits<float>::infinity()}, edge(0.5f, -100));
  CHECK(store.cut(-5) == -100);
  CHECK(store.cut(5) == -95);
  CHECK(store.cut(2147483647) == 127);
  CHECK(store.cut(1000) == 127);
}

TEST_CASE("Real results are bounded") {
  constexpr op::real_bounds six{0.0f, 6.0f};
  CHECK(six.cut(-1.0f) == 0.0f);
  CHECK(six.cut(2.5f) == 2.5f);
  CHECK(six.cut(7.0f) == 6.0f);
}

// Packed numbers are checked byte by byte, so they have no padding.
static_assert(sizeof(std::bit_cast<std::array<std::byte, sizeof(op::sum_parameters<q31_rule>)>>(
                  op::sum_parameters<q31_rule>{})) == 2 * 4 * 3 + 4 * 5);

}  // namespace
