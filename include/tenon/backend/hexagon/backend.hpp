// SPDX-License-Identifier: Apache-2.0
// The Hexagon backend: HVX vectors of 128 bytes, and the architectures that it is written for.
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>

#include <tenon/backend/hexagon/fetch.hpp>

namespace tenon {

/// Hexagon architectures; each has what the ones before it have.
struct v66 {};
struct v68 : v66 {};
struct v73 : v68 {};

/// An architecture with `Bytes` of vector memory (VTCM) for each step: `hexagon<with_vtcm<v68, 256 * 1024>>`. What a
/// step works on, its packed parameters included, is then no larger: steps that would be are made band by band of rows,
/// and one that cannot be cut is a compile error. It limits and plans; where the bytes lie is the linker script's
/// business.
template <class Architecture, std::size_t Bytes>
struct with_vtcm : Architecture {
  static constexpr std::size_t vtcm_bytes = Bytes;
};

/// An architecture, v68 or later, whose DMA engine copies the rows of bands: `hexagon<with_dma<with_vtcm<v68,
/// 65536>>>`. `engine::steps` names such steps "dma". Off Hexagon the processor copies instead; simulators that lack
/// the engine's instructions (dmstart, dmwait), as qemu-hexagon does, cannot run them, so it is asked for by name.
template <class Architecture>
struct with_dma : Architecture {
  static_assert(std::derived_from<Architecture, v68>,
                "tenon: with_dma needs an engine that Hexagon has from v68 on; name v68");
  static constexpr bool has_dma = true;
};

namespace detail {

template <class Architecture>
inline constexpr bool has_dma = requires { requires Architecture::has_dma; };

template <class Architecture>
inline constexpr std::size_t vtcm_of = 0;
template <class Architecture>
inline constexpr std::size_t vtcm_of<with_dma<Architecture>> = vtcm_of<Architecture>;
template <class Architecture, std::size_t Bytes>
inline constexpr std::size_t vtcm_of<with_vtcm<Architecture, Bytes>> = Bytes;

}  // namespace detail

/// Kernels for Hexagon's vector unit, as `hexagon<v68>`. What they compute does not depend on the
/// architecture, and a kernel written for one serves all later ones. Off Hexagon they run on an emulation of
/// its vector instructions.
template <class Architecture>
struct hexagon {
  using architecture = Architecture;
  static constexpr std::string_view name = "hexagon";
  static constexpr std::size_t alignment = 128;
  /// Most bytes that a step works on; 0 without `with_vtcm`.
  static constexpr std::size_t working_set_bytes = detail::vtcm_of<Architecture>;

  /// While a step runs, the packed parameters of the next one come into the cache (l2fetch), where VTCM is planned for.
  [[gnu::always_inline]] static void fetch_ahead(const void* from, std::size_t bytes) noexcept
    requires(working_set_bytes != 0)
  {
    hexagon_kernels::fetch_ahead(from, bytes);
  }
};

/// Variant of a two-input operator: `variant_of<hexagon<v68>, unproved>` computes by the steps of the rule
/// even where a shorter form is proved to give the same.
struct unproved {};

/// An architecture that has what `Oldest` has: kernels say with it from where on they serve.
template <class Architecture, class Oldest>
concept since = std::derived_from<Architecture, Oldest>;

}  // namespace tenon
