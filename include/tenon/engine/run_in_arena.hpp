// SPDX-License-Identifier: Apache-2.0
// Runs an engine on the buffers that a caller gives, once they are known to be its inputs and outputs.
#pragma once

#include <cstddef>
#include <span>

namespace tenon::detail {

/// True if the buffers are the network's inputs and outputs: as many, of their element types and sizes.
template <class Engine, class... Buffers>
inline constexpr bool buffers_fit = requires(std::span<std::byte, Engine::arena_bytes> memory, Buffers&&... buffers) {
  Engine::run_in(memory, static_cast<Buffers&&>(buffers)...);
};

/// Runs an engine in an arena of at least its size; nothing for one that was refused, whose error has been told.
template <class Engine, class... Buffers>
[[gnu::always_inline]] inline void run_in_arena(std::byte* arena, Buffers&&... buffers) noexcept {
  if constexpr (!requires { Engine::refused; }) {
    constexpr bool fit = buffers_fit<Engine, Buffers...>;
    static_assert(fit,
                  "tenon: run() has not the network's inputs and outputs as arguments; give arrays or spans of exactly "
                  "their element types and sizes, inputs first");
    if constexpr (fit)
      Engine::run_in(std::span<std::byte, Engine::arena_bytes>{arena, Engine::arena_bytes},
                     static_cast<Buffers&&>(buffers)...);
  }
}

}  // namespace tenon::detail
