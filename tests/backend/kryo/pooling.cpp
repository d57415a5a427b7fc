// SPDX-License-Identifier: Apache-2.0
// Windows over images: the taps that lie inside, the pixels they meet, and division by a count as a product.
#include <tenon/backend/kryo/pooling.hpp>

#include <tenon/op/average_pool.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

/// True if the range holds exactly those taps that lie inside.
constexpr bool is_exact(int from, int size, int spread, int extent) {
  const tap_range range = taps_inside(from, size, spread, extent);
  if (range.first < 0 || range.last < range.first) return false;
  for (int tap = 0; tap < size; ++tap) {
    const int at = from + tap * spread;
    if ((at >= 0 && at < extent) != (tap >= range.first && tap < range.last)) return false;
  }
  return true;
}

constexpr bool all_are_exact() {
  for (int from = -9; from < 9; ++from)
    for (int size = 1; size < 5; ++size)
      for (int spread = 1; spread < 4; ++spread)
        for (int extent = 1; extent < 7; ++extent)
          if (!is_exact(from, size, spread, extent)) return false;
  return true;
}
static_assert(all_are_exact());
static_assert(taps_inside(-3, 3, 2, 4).first == 2 && taps_inside(-3, 3, 2, 4).count() == 1);
static_assert(taps_inside(-8, 3, 1, 4).count() == 0 && taps_inside(4, 3, 1, 4).count() == 0);

// A window that steps over the whole image has no mean, so that no kernel meets a count of 0.
template <auto... Attributes>
constexpr bool is_refused =
    tenon_test::refusal<op::average_pool_<Attributes...>, tensor<i8, 1, 2, 1>::value>() ==
    "tenon: some windows of a pool have all their taps in the padding, so some results would be of nothing; "
    "pad or dilate less";
static_assert(is_refused<window{1, 2}, dilation{1, 4}, padding{0, 0, 1, 2}>);
static_assert(is_refused<window{2, 1}, dilation{2, 1}, padding{1, 1, 0, 0}>);
static_assert(!is_refused<window{1, 2}, dilation{1, 2}, padding{0, 0, 1, 1}>);

template <int Pitch, auto... Attributes>
struct pool_on_image {
  static constexpr tensor_type image = tensor<i8, 2, 3, 4, 2>::value;
  using op = tenon::op::average_pool_<Attributes...>;
  static constexpr tensor_type result = tenon_test::one_call<void, op, rounding::tflite, image>::result;
  using type = call<op, rounding::tflite, operand{result, Pitch}, operand{image}>;
};

/// For each result in order: where it stands, how many pixels are under its window, and which.
struct visit {
  std::ptrdiff_t at;
  int count;
  std::vector<int> pixels;
  friend bool operator==(const visit&, const visit&) = default;
};

template <class Call>
std::vector<visit> visits_of() {
  std::array<std::int8_t, 256> y{};
  std::array<std::int8_t, 48> x{};
  std::vector<visit> met;
  for_each_window<Call>(y.data(), [&](const auto& window, std::int8_t* to) {
    met.push_back({to - y.data(), window.count(), {}});
    window.for_each_pixel(x.data(), [&](const std::int8_t* pixel) {
      met.back().pixels.push_back(static_cast<int>(pixel - x.data()));
    });
  });
  return met;
}

TEST_CASE("Windows meet the pixels inside, image by image; results stand a pitch apart") {
  using wide = pool_on_image<5, window{3, 3}, stride{2, 3}, padding{0, 0, 1, 0}>::type;
  CHECK(visits_of<wide>() ==
        std::vector<visit>{{0, 6, {0, 2, 8, 10, 16, 18}}, {5, 6, {24, 26, 32, 34, 40, 42}}});
  using spread = pool_on_image<0, window{2, 2}, stride{2, 2}, dilation{2, 3}, padding{1, 1, 0, 0}>::type;
  CHECK(visits_of<spread>() ==
        std::vector<visit>{{0, 2, {8, 14}}, {2, 2, {8, 14}}, {4, 2, {32, 38}}, {6, 2, {32, 38}}});
}

int wrong_quotients(int count) {
  const divide_by_count divided(count);
  int wrong = 0;
  for (int sum = -128 * count; sum <= 128 * count; ++sum)
    wrong += divided(sum) != op::divide_rounded(sum, count);
  return wrong;
}

TEST_CASE("The product is the rounded quotient for all sums of up to the most taps") {
  int wrong = 0;
  for (int count = 1; count <= divide_by_count::most; ++count) wrong += wrong_quotients(count);
  CHECK(wrong == 0);
  CHECK(divide_by_count(4)(-10) == -3);
  CHECK(divide_by_count(4)(10) == 3);
  CHECK(divide_by_count(4)(-9) == -2);
}

}  // namespace
