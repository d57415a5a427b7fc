// SPDX-License-Identifier: Apache-2.0
// What the two translation units of the test of that name ask of each other.
#pragma once

#include <engine/small_network.hpp>

#include <span>

namespace {

/// The packed weights of the first dense step as the translation unit sees them that includes this: one
/// function a unit.
[[maybe_unused]] std::span<const std::byte> packed_of_hidden() {
  using namespace small_network;
  constexpr auto index = static_cast<std::size_t>(tenon::index_of<integer_engine::graph_type>("hidden.relu"));
  return std::as_bytes(std::span{&tenon::packed<integer_engine, index>, 1});
}

}  // namespace

std::span<const std::byte> packed_of_hidden_in_other_unit();
std::array<float, 2> scores_in_other_unit();
