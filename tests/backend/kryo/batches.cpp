// SPDX-License-Identifier: Apache-2.0
// Walks in SIMD batches: every length, nothing read or written past the end, in place.
#include <tenon/backend/kryo/batches.hpp>

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <utility>

using namespace tenon::kryo_kernels;

namespace {

/// Arrays of exactly `Size` on the heap, so that the address sanitizer sees a step past their end.
template <int Size>
int wrong_after_transform() {
  constexpr auto size = static_cast<std::size_t>(Size);
  const auto x = std::make_unique<float[]>(size);
  const auto y = std::make_unique<float[]>(size + 1);
  for (std::size_t i = 0; i < size; ++i) x[i] = static_cast<float>(i) - 3.5f;
  y[size] = 77.0f;
  transform<Size>(x.get(), y.get(), [](floats values) { return values * 2.0f + 1.0f; });
  transform<Size>(x.get(), x.get(), [](floats values) { return values - 1.0f; });
  int wrong = y[size] != 77.0f;
  for (std::size_t i = 0; i < size; ++i) {
    const float given = static_cast<float>(i) - 3.5f;
    wrong += y[i] != given * 2.0f + 1.0f || x[i] != given - 1.0f;
  }
  return wrong;
}

}  // namespace

TEST_CASE("transform reaches every number of arrays of every length, and no other") {
  const int wrong = []<int... Sizes>(std::integer_sequence<int, Sizes...>) {
    return (wrong_after_transform<Sizes + 1>() + ...);
  }
  (std::make_integer_sequence<int, 40>{});
  CHECK(wrong == 0);
}

TEST_CASE("exact division rounds as that of one number does") {
  int wrong = 0;
  for (int a = 1; a < 400; ++a)
    for (int b = 1; b < 100; ++b) {
      const float divisor = static_cast<float>(b) * 0.013f;
      std::array<float, floats::size> y{};
      divide_exactly(floats(static_cast<float>(a)), floats(divisor)).store_unaligned(y.data());
      wrong += y[0] != static_cast<float>(a) / divisor;
    }
  CHECK(wrong == 0);
}

TEST_CASE("parts are filled up when loaded and cut when stored") {
  const std::array<float, 1> x{5.0f};
  std::array<float, floats::size> all{};
  load_part(x.data(), 1, -2.0f).store_unaligned(all.data());
  CHECK(all[0] == 5.0f);
  for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i] == -2.0f);
  std::array<float, 2> y{1.0f, 1.0f};
  store_part(floats(9.0f), y.data(), 1);
  CHECK(y == std::array<float, 2>{9.0f, 1.0f});
}
