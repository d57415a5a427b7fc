// SPDX-License-Identifier: Apache-2.0
// Live channels: which outputs and inputs of a linear operator are left when dead ones have been removed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/op/attribute.hpp>

namespace tenon {

/// Channels of a kernel as it was trained, and a bit for each that is left; 64 in a word, the lowest first. The words are
/// types' arguments of their own, as compilers confuse arrays there.
template <bool Outputs, std::uint64_t... Words>
struct live_channels {
  int total = 0;
  static constexpr std::array<std::uint64_t, sizeof...(Words)> words{Words...};
};

/// Output channels that are left.
template <std::uint64_t... Words>
using live_outputs = live_channels<true, Words...>;
/// Input channels that are left.
template <std::uint64_t... Words>
using live_inputs = live_channels<false, Words...>;

namespace detail {

/// The channels of one attribute; all, where there is none.
struct live_set {
  const std::uint64_t* words = nullptr;
  int total = 0;

  constexpr bool is_whole() const noexcept { return total == 0; }
  constexpr bool has(int channel) const noexcept {
    return is_whole() || ((words[channel / 64] >> (static_cast<unsigned>(channel) % 64)) & 1u) != 0;
  }
  /// Channels that are left of `all`.
  constexpr int count(int all) const noexcept {
    if (is_whole()) return all;
    int left = 0;
    for (int channel = 0; channel < total; ++channel) left += has(channel);
    return left;
  }
};

/// What is left of an operator, out of its attributes.
struct live_parts {
  live_set outputs{};
  live_set inputs{};

  constexpr bool is_whole() const noexcept { return outputs.is_whole() && inputs.is_whole(); }
  template <std::uint64_t... Words>
  constexpr void take(const live_outputs<Words...>& live) noexcept {
    outputs = {live_outputs<Words...>::words.data(), live.total};
  }
  template <std::uint64_t... Words>
  constexpr void take(const live_inputs<Words...>& live) noexcept {
    inputs = {live_inputs<Words...>::words.data(), live.total};
  }
  constexpr void take(const any_attribute&) noexcept {}
};

template <class Operator>
inline constexpr live_parts live_in{};
template <template <auto...> class Operator, auto... Attributes>
inline constexpr live_parts live_in<Operator<Attributes...>> = collect<live_parts>(Attributes...);

}  // namespace detail
}  // namespace tenon
