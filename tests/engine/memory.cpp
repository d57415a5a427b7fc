// SPDX-License-Identifier: Apache-2.0
// How steps reach their edges: the caller's memory at the border, the arena between.
#include <tenon/engine/memory.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace small_network;

namespace {

using detail::arena_memory;

constexpr std::size_t index(std::string_view name) {
  return static_cast<std::size_t>(index_of<real_engine::graph_type>(name));
}
constexpr std::size_t image = index("x");
constexpr std::size_t hidden = index("hidden.relu");
constexpr std::size_t last = index("scores");

}  // namespace

TEST_CASE("edges of the border are the caller's, the others lie in the arena without touching") {
  alignas(16) std::array<std::byte, real_engine::arena_bytes> arena{};
  std::array<float, 2> scores{};
  const arena_memory<real_engine> memory{arena.data(), {example.data(), nullptr}, {scores.data(), nullptr}};
  CHECK(memory.read<image>() == example.data());
  CHECK(memory.write<last>() == scores.data());
  const auto* const inside = reinterpret_cast<const std::byte*>(memory.write<hidden>());
  CHECK(inside >= arena.data());
  CHECK(inside + 3 * sizeof(float) <= arena.data() + arena.size());
  CHECK(memory.scratch<hidden>() == nullptr);
}

TEST_CASE("inside the compiler every edge has an array of its own") {
  detail::typed_memory<integer_engine> memory;
  constexpr auto quantized = static_cast<std::size_t>(index_of<integer_engine::graph_type>("x.quantized"));
  static_assert(
      std::is_same_v<std::remove_cvref_t<decltype(memory.edge<quantized>())>, std::array<std::int8_t, 4>>);
  memory.write<quantized>()[2] = 9;
  CHECK(memory.read<quantized>()[2] == 9);
  CHECK(memory.edge<quantized>() == std::array<std::int8_t, 4>{0, 0, 9, 0});
}
