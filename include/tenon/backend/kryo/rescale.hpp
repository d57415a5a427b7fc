// SPDX-License-Identifier: Apache-2.0
// Blocks of int8 on the way through int32: widened, rescaled by one factor, stored as int8 again. Exact by
// each rule.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/kryo/requantize.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::kryo_kernels {

/// Elements of one block: four vectors.
template <class Isa>
inline constexpr int block_length = 4 * Isa::lanes;

/// A block of int32, the innermost working set of the loops below.
template <class Isa>
struct int_block {
  alignas(64) std::int32_t at[block_length<Isa>];
};

/// One factor for all lanes of a vector.
template <class Isa, class Rule>
struct lane_factors {
  detail::exact_factors<Rule, static_cast<std::size_t>(Isa::lanes)> lanes{};

  static constexpr lane_factors of(typename Rule::factor by) noexcept {
    lane_factors made;
    for (int i = 0; i < Isa::lanes; ++i) made.lanes.set(i, by);
    return made;
  }

  [[gnu::always_inline]] void apply(int_block<Isa>& block) const noexcept {
    for (int i = 0; i < 4; ++i) {
      std::int32_t* const part = block.at + i * Isa::lanes;
      Isa::store(part, lanes.template apply<Isa>(Isa::load(part), 0));
    }
  }
};

/// The integers that a result can take, and its zero point.
struct int8_store {
  std::int32_t zero_point = 0;
  std::int32_t low = 0;
  std::int32_t high = 0;

  /// Moves a block to the zero point, bounds it and writes its first `count` elements.
  template <class Isa>
  [[gnu::always_inline]] void write(const int_block<Isa>& block, std::int8_t* y, int count) const noexcept {
    const auto zero = Isa::fill(zero_point);
    const auto part = [&](int i) __attribute__((always_inline)) {
      return Isa::add(Isa::load(block.at + i * Isa::lanes), zero);
    };
    const auto bytes = Isa::clamp(Isa::narrow(part(0), part(1), part(2), part(3)),
                                  static_cast<std::int8_t>(low), static_cast<std::int8_t>(high));
    if (count == block_length<Isa>) {
      Isa::template store_part<0, 4>(y, bytes);
      return;
    }
    std::int8_t cut[block_length<Isa>];
    Isa::template store_part<0, 4>(cut, bytes);
    for (int i = 0; i < count; ++i) y[i] = cut[i];
  }
};

/// Reads `count` elements, `Step` (0 or 1) apart, as q - zero_point; the rest of the block is 0.
template <class Isa, int Step>
[[gnu::always_inline]] inline void widen(int_block<Isa>& block, const std::int8_t* x, int count,
                                         std::int32_t zero_point) noexcept {
  if (count == block_length<Isa>) {
    for (int i = 0; i < block_length<Isa>; ++i) block.at[i] = x[i * Step] - zero_point;
    return;
  }
  for (int i = 0; i < block_length<Isa>; ++i) block.at[i] = i < count ? x[i * Step] - zero_point : 0;
}

/// Calls `body(first, count)` for the blocks of a row of `Length` elements.
template <class Isa, int Length, class Body>
[[gnu::always_inline]] inline void for_each_block(const Body& body) noexcept {
  constexpr int size = block_length<Isa>;
  constexpr int whole = Length / size * size;
  for (int i = 0; i < whole; i += size) body(i, size);
  if constexpr (whole < Length) body(whole, Length - whole);
}

}  // namespace tenon::kryo_kernels
