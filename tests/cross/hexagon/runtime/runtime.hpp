// SPDX-License-Identifier: Apache-2.0
// What programs for Hexagon have of an operating system: lines on standard output, an end, and counters of packets.
#pragma once

#include <cstdint>
#include <string_view>

namespace hexagon_runtime {

void print(std::string_view text) noexcept;
void print(std::int64_t number) noexcept;

/// What the processor has counted since it started; on a simulator, packets are no measure of time.
struct counters {
  std::uint32_t packets;
  std::uint32_t instructions;
  std::uint32_t hvx_packets;

  /// What was counted from another reading to this one.
  constexpr counters since(const counters& start) const noexcept {
    return {packets - start.packets, instructions - start.instructions, hvx_packets - start.hvx_packets};
  }
};
counters read_counters() noexcept;

/// FNV-1a over bytes: results of two machines compare by one number.
class digest {
 public:
  constexpr void add(std::uint8_t byte) noexcept { value_ = (value_ ^ byte) * 0x100000001b3u; }
  template <class Range>
  constexpr void add_all(const Range& bytes) noexcept {
    for (const auto byte : bytes) add(static_cast<std::uint8_t>(byte));
  }
  constexpr std::uint64_t value() const noexcept { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325u;
};

}  // namespace hexagon_runtime
