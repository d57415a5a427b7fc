// SPDX-License-Identifier: Apache-2.0
// Kernels that are linked: packed later they are the bytes that the compiler makes, and give the same answers.
#include <tenon/engine/numbers.hpp>

#include <engine/linked_network.hpp>

#include <doctest/doctest.h>

#include <cstring>
#include <type_traits>

using namespace tenon;
using linked_network::layout;
using plain_engine = small_network::integer_engine;
using linked_engine = linked_network::engine;

namespace {

constexpr auto hidden = static_cast<std::size_t>(index_of<linked_engine::graph_type>("hidden.relu"));
constexpr auto logits = static_cast<std::size_t>(index_of<linked_engine::graph_type>("logits"));

// Only what depends on linked arrays lies in the block, each step's part on a cache line of its own.
static_assert(detail::is_packed_later<linked_engine, hidden>() && detail::is_packed_later<linked_engine, logits>());
static_assert(!detail::is_packed_later<linked_engine, 0>() && !detail::is_packed_later<plain_engine, hidden>());
static_assert(detail::block_layout_of<plain_engine>.size == 0);
static_assert(layout.offset[hidden] == 0 && layout.offset[logits] % 64 == 0 && layout.offset[logits] > 0);
static_assert(layout.alignment == 64);
static_assert(linked_engine::weight_bytes == plain_engine::weight_bytes);

// The engine that packs and the one that runs agree; one that computes something else does not.
static_assert(detail::block_layout_of<linked_engine>.fingerprint == layout.fingerprint);
using real_engine = tenon::engine<tenon::model<linked_network::topology, linked_network::trained>, on<reference>>;
static_assert(detail::block_layout_of<real_engine>.fingerprint != layout.fingerprint);

// Steps without linked arrays keep what the compiler made.
constexpr auto scores = static_cast<std::size_t>(index_of<linked_engine::graph_type>("scores.quantized"));
static_assert(!detail::is_packed_later<linked_engine, scores>());

template <std::size_t Node>
bool has_bytes_of_the_compiler() {
  return std::memcmp(&numbers_of<linked_engine, Node>(), &packed<plain_engine, Node>, sizeof(packed<plain_engine, Node>)) == 0;
}

}  // namespace

TEST_CASE("packed later, kernels are the bytes that the compiler makes") {
  CHECK(!has_bytes_of_the_compiler<hidden>());
  linked_network::link_block();
  CHECK(has_bytes_of_the_compiler<hidden>());
  CHECK(has_bytes_of_the_compiler<logits>());
}

TEST_CASE("a network with linked kernels gives the same answers") {
  linked_network::link_block();
  static plain_engine plain;
  static linked_engine linked;
  for (int i = -40; i < 40; ++i) {
    std::array<float, 4> x = small_network::example;
    for (std::size_t k = 0; k < x.size(); ++k) x[k] += 0.1f * static_cast<float>(i) * (k % 2 == 0 ? 1.0f : -1.0f);
    std::array<float, 2> expected{}, made{};
    plain.run(x, expected);
    linked.run(x, made);
    CHECK(made == expected);
  }
}
