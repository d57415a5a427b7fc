// SPDX-License-Identifier: Apache-2.0
// Live channels: which outputs and inputs of a linear operator are left when dead ones have been removed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tenon {

/// Channels of a kernel as it was trained, and a bit for each that is left; 64 in a word, the lowest first. The words are
/// types' arguments of their own, as compilers confuse arrays there.
template <bool Outputs, std::uint64_t... Words>
struct live_channels {
  int total = 0;

  static constexpr bool has(int channel) noexcept {
    constexpr std::array<std::uint64_t, sizeof...(Words)> words{Words...};
    return ((words[static_cast<std::size_t>(channel) / 64] >> (static_cast<unsigned>(channel) % 64)) & 1u) != 0;
  }
};

/// Output channels that are left.
template <std::uint64_t... Words>
using live_outputs = live_channels<true, Words...>;
/// Input channels that are left.
template <std::uint64_t... Words>
using live_inputs = live_channels<false, Words...>;

namespace detail {

/// All channels are left where no attribute says otherwise.
struct all_channels {
  int total = 0;
  static constexpr bool has(int) noexcept { return true; }
};

template <bool Outputs>
constexpr all_channels pick_live() noexcept { return {}; }
template <bool Outputs, std::uint64_t... Words, class... More>
constexpr auto pick_live(const live_channels<Outputs, Words...>& live, const More&...) noexcept { return live; }
template <bool Outputs, class First, class... More>
constexpr auto pick_live(const First&, const More&... more) noexcept { return pick_live<Outputs>(more...); }

/// Channels that are left of `all`.
template <class Live>
constexpr int count_live(const Live& live, int all) noexcept {
  if (live.total == 0) return all;
  int count = 0;
  for (int channel = 0; channel < live.total; ++channel) count += live.has(channel);
  return count;
}

template <class Operator>
struct live_in;
template <template <auto...> class Operator, auto... Attributes>
struct live_in<Operator<Attributes...>> {
  static constexpr auto outputs = pick_live<true>(Attributes...);
  static constexpr auto inputs = pick_live<false>(Attributes...);
};

}  // namespace detail
}  // namespace tenon
