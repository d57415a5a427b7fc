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

/// A block of int32 in registers.
template <class Isa>
struct int_block {
  typename Isa::vector at[4];

  /// Calls `body(vector)` for each vector and keeps what it returns.
  template <class Body>
  [[gnu::always_inline]] void change(const Body& body) noexcept {
    at[0] = body(at[0]), at[1] = body(at[1]), at[2] = body(at[2]), at[3] = body(at[3]);
  }
  /// The same with the vectors of another block beside them.
  template <class Body>
  [[gnu::always_inline]] void change(const int_block& other, const Body& body) noexcept {
    at[0] = body(at[0], other.at[0]), at[1] = body(at[1], other.at[1]);
    at[2] = body(at[2], other.at[2]), at[3] = body(at[3], other.at[3]);
  }
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
    block.change([&](auto x) __attribute__((always_inline)) { return lanes.template apply<Isa>(x, 0); });
  }
};

/// The integers that a result can take, and its zero point.
struct int8_store {
  std::int32_t zero_point = 0;
  std::int32_t low = 0;
  std::int32_t high = 0;

  /// Moves a block to the zero point, bounds it and writes its first `count` elements.
  template <class Isa>
  [[gnu::always_inline]] void write(int_block<Isa> block, std::int8_t* y, int count) const noexcept {
    const auto zero = Isa::fill(zero_point);
    block.change([&](auto x) __attribute__((always_inline)) { return Isa::add(x, zero); });
    const auto bytes = Isa::clamp(Isa::narrow(block.at[0], block.at[1], block.at[2], block.at[3]),
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

/// Reads `count` elements, `Step` (0 or 1) apart, as q - zero_point; of a part of a block, the rest has no meaning.
template <class Isa, int Step>
[[gnu::always_inline]] inline int_block<Isa> widen(const std::int8_t* x, int count, std::int32_t zero_point) noexcept {
  std::int8_t whole[block_length<Isa>];
  if constexpr (Step == 0) {
    const auto same = Isa::fill(*x - zero_point);
    return {{same, same, same, same}};
  } else if (count != block_length<Isa>) {
    for (int i = 0; i < block_length<Isa>; ++i) whole[i] = i < count ? x[i] : std::int8_t{};
    x = whole;
  }
  const auto zero = Isa::fill(zero_point);
  constexpr int lanes = Isa::lanes;
  return {{Isa::subtract(Isa::widen(x), zero), Isa::subtract(Isa::widen(x + lanes), zero),
           Isa::subtract(Isa::widen(x + 2 * lanes), zero), Isa::subtract(Isa::widen(x + 3 * lanes), zero)}};
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
