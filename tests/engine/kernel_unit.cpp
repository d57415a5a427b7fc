// SPDX-License-Identifier: Apache-2.0
// Kernels in another translation unit: an engine that has them there gives the answers of one that has its own.
#include <tenon/engine/kernel_unit.hpp>

#include <engine/two_parts.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

struct here : linked_network::weights {
  static constexpr bool kernels_are_linked = false;
};
static_assert(!links_kernels<here> && !links_kernels<linked_network::weights>);

}  // namespace

TEST_CASE("an engine calls the kernels of another unit") {
  linked_network::link_block();
  static linked_network::engine whole;
  for (int i = -9; i < 9; ++i) {
    std::array<float, 4> x = small_network::example;
    for (float& value : x) value += 0.2f * static_cast<float>(i);
    std::array<float, 2> expected{};
    whole.run(x, expected);
    CHECK(run_with_kernels_elsewhere(x) == expected);
  }
}
