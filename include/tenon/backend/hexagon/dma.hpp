// SPDX-License-Identifier: Apache-2.0
// Copies that Hexagon's DMA engine makes beside the vector unit, from v68 on.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>

namespace tenon::hexagon_kernels {

/// What the engine reads of a copy of one piece (Qualcomm, Hexagon User DMA Specification: linear descriptor): the next
/// descriptor, none here; the length in the lower 24 bits of a word whose other bits say that source and destination
/// are reached through the cache, uncompressed, and last whether the copy is done; two addresses.
struct alignas(16) dma_copy {
  std::uint32_t next = 0;
  std::uint32_t length = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

/// The longest copy of one descriptor, in bytes.
inline constexpr std::size_t most_bytes_of_dma = 0xffffff;

/// Copies `Bytes` by the engine and waits for it. Elsewhere, where no engine is, by the processor.
template <int Bytes>
[[gnu::always_inline]] inline void copy_by_dma(void* to, const void* from) noexcept {
  static_assert(std::size_t{Bytes} <= most_bytes_of_dma);
#if defined(__hexagon__) && __HEXAGON_ARCH__ >= 68
  const auto address = [](const void* at) noexcept {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at));
  };
  dma_copy copy{0, Bytes, address(from), address(to)};
  end_packet();
  __builtin_HEXAGON_Y6_dmstart(&copy);
  __builtin_HEXAGON_Y6_dmwait();
  end_packet();
#else
  copy_bytes<Bytes>(to, from);
#endif
}

}  // namespace tenon::hexagon_kernels
