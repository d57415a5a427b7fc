// SPDX-License-Identifier: Apache-2.0
// Packed parameters: what the kernel makes of the node's arrays, on a cache line of their own.
#include <tenon/engine/constants.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

#include <cstdint>

using namespace tenon;
using namespace small_network;

namespace {

constexpr auto hidden = static_cast<std::size_t>(index_of<integer_engine::graph_type>("hidden.relu"));
constexpr auto logits = static_cast<std::size_t>(index_of<integer_engine::graph_type>("logits"));

// Steps of other operators do not share, and inputs have nothing.
static_assert(detail::holder_of<integer_engine, hidden> == hidden);
static_assert(detail::holder_of<integer_engine, logits> == logits);
static_assert(!detail::is_stored<integer_engine, 0>);
static_assert(packed<integer_engine, hidden>.bias[0] != packed<integer_engine, hidden>.bias[1]);

}  // namespace

TEST_CASE("packed parameters are those of the kernel, on a cache line of their own") {
  const auto numbers = detail::placed_node<integer_engine, hidden>::pack();
  CHECK(numbers.kernel == packed<integer_engine, hidden>.kernel);
  CHECK(reinterpret_cast<std::uintptr_t>(&packed<integer_engine, hidden>) % 64 == 0);
}
