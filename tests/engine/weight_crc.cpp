// SPDX-License-Identifier: Apache-2.0
// Packed parameters and their checksum: the compiler's bytes are those in memory, and one wrong bit shows.
#include <tenon/engine/weight_crc.hpp>

#include <engine/linked_network.hpp>
#include <engine/small_network.hpp>

#include <doctest/doctest.h>

#include <cstring>
#include <vector>

using namespace tenon;
using namespace small_network;

namespace {

/// The bytes of an engine's packed parameters, in the order of the nodes.
template <class Engine>
std::vector<std::uint8_t> packed_bytes() {
  std::vector<std::uint8_t> all;
  for_each_index<Engine::graph_type::size>([&]<std::size_t Node>() {
    if constexpr (Engine::plan.has_step[Node]) {
      const auto& numbers = packed<Engine, Node>;
      if constexpr (!std::is_empty_v<std::remove_cvref_t<decltype(numbers)>>) {
        const std::size_t before = all.size();
        all.resize(before + sizeof(numbers));
        std::memcpy(all.data() + before, &numbers, sizeof(numbers));
      }
    }
  });
  return all;
}

template <class Engine>
void check_bytes() {
  std::vector<std::uint8_t> bytes = packed_bytes<Engine>();
  CHECK(bytes.size() == Engine::weight_bytes);
  CHECK(crc32(bytes) == Engine::weight_crc());
  CHECK(Engine::weights_intact());
  for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 37) {
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
    CHECK(crc32(bytes) != Engine::weight_crc());
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
  }
}

struct padded {
  std::int32_t a;
  std::int32_t b;
};
static_assert(detail::crc_of(padded{1, 2}, 0) != detail::crc_of(padded{2, 1}, 0));
static_assert(detail::crc_of(no_parameters{}, 77) == 77);

// Integers differ from real numbers, and so do their sums.
static_assert(real_engine::weight_crc() != integer_engine::weight_crc());

}  // namespace

TEST_CASE("the checksum made by the compiler is that of the bytes in memory") {
  check_bytes<real_engine>();
  check_bytes<integer_engine>();
}

TEST_CASE("an object has the same checksum in the compiler and in memory") {
  const padded object{-7, 123456};
  CHECK(detail::crc_in_memory(object, 5) == detail::crc_of(object, 5));
  CHECK(detail::crc_in_memory(no_parameters{}, 5) == 5);
}

TEST_CASE("the checksum of linked numbers is the compiler's, and one wrong bit of their object shows") {
  using linked_engine = linked_network::engine;
  static_assert(linked_engine::weight_crc() == integer_engine::weight_crc());
  CHECK(!linked_engine::weights_intact());
  linked_network::link_block();
  CHECK(linked_engine::weights_intact());
  linked_network::block[5] ^= 4;
  CHECK(!linked_engine::weights_intact());
  linked_network::block[5] ^= 4;
  CHECK(linked_engine::weights_intact());
}
