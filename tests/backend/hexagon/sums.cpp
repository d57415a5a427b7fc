// SPDX-License-Identifier: Apache-2.0
// Sums of the bytes of each pixel: by vectors and number by number, against a plain loop.
#include <tenon/backend/hexagon/sums.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace tenon::hexagon_kernels;

namespace {

template <int Channels, int Factor = 1>
bool sums_are_right(int pixels) {
  std::vector<std::int8_t> x(static_cast<std::size_t>(pixels * Channels));
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = i % 3 == 0 ? std::int8_t{-128} : static_cast<std::int8_t>(i * 37);
  std::vector<std::int32_t> sums(static_cast<std::size_t>(pixels + vector_words));
  sum_pixels<Channels>(x.data(), pixels, sums.data(), Factor);
  for (int p = 0; p < pixels; ++p) {
    std::int32_t wanted = 0;
    for (int c = 0; c < Channels; ++c) wanted += x[static_cast<std::size_t>(p * Channels + c)];
    if (sums[static_cast<std::size_t>(p)] != Factor * wanted) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("sums of pixels of powers of two channels, in whole vectors and not") {
  CHECK((sums_are_right<4>(70) && sums_are_right<8>(32) && sums_are_right<16>(33) && sums_are_right<64>(64) &&
         sums_are_right<128>(35)));
}

TEST_CASE("sums of pixels of any number of channels") {
  CHECK((sums_are_right<12>(40) && sums_are_right<24>(3) && sums_are_right<256>(2) && sums_are_right<5>(9)));
  CHECK((sums_are_right<576>(1) && sums_are_right<96>(7) && sums_are_right<200>(13) && sums_are_right<384>(32)));
  CHECK((sums_are_right<40>(1) && sums_are_right<96>(1) && sums_are_right<120>(2)));
}

TEST_CASE("sums times a factor") {
  CHECK((sums_are_right<8, -128>(70) && sums_are_right<64, -255>(32) && sums_are_right<5, -1>(9)));
}
