// SPDX-License-Identifier: Apache-2.0
// Bound encodings: found by whole names only; unknown ones have no scale.
#include <tenon/model/encodings.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

using codes = encodings<encode<"stem", scale{0.5f}, zero_point{-128}>, encode<"stem.relu", scale{0.25f}>>;
static_assert(codes::size == 2 && codes::find("stem") == encoding{0.5f, -128});
static_assert(codes::find("stem.relu") == encoding{0.25f, 0});
static_assert(!codes::find("stem.").known() && !codes::find("").known() && !codes::find("STEM").known());
static_assert(encodings<>::size == 0 && !encodings<>::find("stem").known());

}  // namespace

TEST_CASE("of two encodings with one name the first counts") {
  using twice = encodings<encode<"x", scale{1.0f}>, encode<"x", scale{2.0f}>>;
  CHECK(twice::find("x").scale == 1.0f);
}
