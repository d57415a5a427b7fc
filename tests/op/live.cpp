// SPDX-License-Identifier: Apache-2.0
// Live channels: bits over several words, and how they are found among attributes.
#include <tenon/op/live.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;

constexpr live_outputs<5, 2> marked{70};
constexpr auto parts = collect<detail::live_parts>(1, marked, 2);
constexpr detail::live_set some = parts.outputs;
static_assert(some.has(0) && !some.has(1) && some.has(2) && !some.has(64) && some.has(65));
static_assert(some.count(70) == 3 && !some.is_whole());
static_assert(parts.inputs.is_whole() && parts.inputs.has(9) && parts.inputs.count(9) == 9 && !parts.is_whole());
static_assert(collect<detail::live_parts>().is_whole());
template <auto...>
struct some_ {};
static_assert(detail::live_in<some_<1, live_inputs<1>{2}>>.inputs.total == 2 && detail::live_in<some_<1>>.is_whole());

TEST_CASE("channels at run time") {
  int left = 0;
  for (int channel = 0; channel < 70; ++channel) left += some.has(channel);
  CHECK(left == 3);
}

}  // namespace
