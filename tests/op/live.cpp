// SPDX-License-Identifier: Apache-2.0
// Live channels: bits over several words, and how they are found among attributes.
#include <tenon/op/live.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;

constexpr live_outputs<5, 2> some{70};
static_assert(some.has(0) && !some.has(1) && some.has(2) && !some.has(64) && some.has(65));
static_assert(detail::count_live(some, 70) == 3);
static_assert(detail::count_live(detail::all_channels{}, 9) == 9);
static_assert(detail::pick_live<true>(1, some, 2).total == 70);
static_assert(detail::pick_live<false>(1, some, 2).total == 0);
static_assert(detail::pick_live<true>().total == 0);

TEST_CASE("channels at run time") {
  int left = 0;
  for (int channel = 0; channel < 70; ++channel) left += some.has(channel);
  CHECK(left == 3);
}

}  // namespace
