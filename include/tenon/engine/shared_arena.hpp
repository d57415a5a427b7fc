// SPDX-License-Identifier: Apache-2.0
// One piece of memory for several networks.
#pragma once

#include <cstddef>
#include <type_traits>

#include <tenon/engine/run_in_arena.hpp>

namespace tenon {

/// One arena for networks that run one after the other: as large as the largest needs. Networks with state keep their
/// own, as another one's run would overwrite it.
template <class... Engines>
class shared_arena {
  static_assert(((Engines::state_bytes == 0) && ...),
                "tenon: a network with state shares its arena, where others overwrite it; give its engine one of its "
                "own");

 public:
  static constexpr std::size_t arena_bytes = [] {
    std::size_t most = 0;
    for (const std::size_t bytes : {Engines::arena_bytes...}) most = bytes > most ? bytes : most;
    return most;
  }();

  /// Runs one of the networks in the shared memory.
  template <class Engine, class... Buffers>
    requires(std::is_same_v<Engine, Engines> || ...)
  void run(Buffers&&... buffers) noexcept {
    detail::run_in_arena<Engine>(arena_, static_cast<Buffers&&>(buffers)...);
  }

 private:
  alignas(64) alignas(Engines::alignment...) std::byte arena_[arena_bytes == 0 ? 1 : arena_bytes];
};

}  // namespace tenon
