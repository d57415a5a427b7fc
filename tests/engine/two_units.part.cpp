// SPDX-License-Identifier: Apache-2.0
// The second translation unit.
#include <engine/two_units.hpp>

std::span<const std::byte> packed_of_hidden_in_other_unit() { return packed_of_hidden(); }

std::array<float, 2> scores_in_other_unit() {
  static small_network::integer_engine machine;
  std::array<float, 2> scores{};
  machine.run(small_network::example, scores);
  return scores;
}
