// SPDX-License-Identifier: Apache-2.0
// Divergence: nothing where integers tell all, more for coarser steps, much for what is clipped.
#include <tenon/host/divergence.hpp>

#include <tenon/host/range.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace {

using namespace tenon;
using namespace tenon::host;

/// A bell: most numbers near 0, few at -4 and 4.
histogram bell() {
  histogram made;
  for (int i = -400; i <= 400; ++i) {
    const double x = i / 100.0;
    const int count = static_cast<int>(1000 * std::exp(-x * x / 2)) + 1;
    for (int k = 0; k < count; ++k) made.add(static_cast<float>(x));
  }
  return made;
}

double divergence_within(const histogram& numbers, float end) { return divergence(numbers, encoding_of({-end, end})); }

}  // namespace

TEST_CASE("even numbers lose nothing, whatever the steps are") {
  histogram even;
  for (int bin = 0; bin < 2048; ++bin)
    for (int k = 0; k < 3; ++k) even.add((static_cast<float>(bin) + 0.5f) / 2048 * 0x1p-10f);
  CHECK(divergence(even, encoding_of({0, 0x1p-10f})) == doctest::Approx(0).epsilon(1e-9));
}

TEST_CASE("coarser steps tell less") {
  const histogram numbers = bell();
  CHECK(divergence_within(numbers, 8) > divergence_within(numbers, 4));
  CHECK(divergence_within(numbers, 40) > divergence_within(numbers, 8));
}

TEST_CASE("clipping many numbers costs more than coarse steps do") {
  const histogram numbers = bell();
  CHECK(divergence_within(numbers, 0.5f) > divergence_within(numbers, 4));
  CHECK(divergence(numbers, {1e-9f, 0}) > 1);
}

TEST_CASE("zeros count for nothing, as they are always exact") {
  histogram numbers = bell();
  const double before = divergence_within(numbers, 4);
  for (int i = 0; i < 1'000'000; ++i) numbers.add(0.0f);
  CHECK(divergence_within(numbers, 4) == before);
}

TEST_CASE("without numbers there is nothing to tell") {
  CHECK(divergence(histogram{}, {1, 0}) == std::numeric_limits<double>::infinity());
}
