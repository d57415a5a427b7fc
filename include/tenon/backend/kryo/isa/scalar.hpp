// SPDX-License-Identifier: Apache-2.0
// The instruction set of any machine: plain C++ that also runs in the compiler.
#pragma once

#include <tenon/core/fixed_point.hpp>
#include <tenon/core/requantize.hpp>

#include <cstdint>
#include <string_view>

namespace tenon::isa {

/// Portable C++. Defines what every other instruction set must return; `isa.hpp` says what each member means.
struct scalar {
  static constexpr std::string_view name = "scalar";
  static constexpr int lanes = 4;
  static constexpr int depth_group = 1;
  static constexpr int broadcast_groups = 1;
  static constexpr int row_group = 1;
  static constexpr int tile_rows = 4;
  static constexpr int tile_vectors = 1;
  static constexpr int macs_per_cycle = 1;
  static constexpr int stage_offset = 0;
  static constexpr int stage_width = 16;
  static constexpr bool fused_multiply_add = false;
  static constexpr int tap_group = 1;
  static constexpr int tap_blocks = 1;

  using staged = std::int8_t;
  using weight = std::int8_t;
  struct vector {
    std::int32_t lane[lanes];
  };
  struct reals {
    float lane[lanes];
  };
  struct bytes {
    std::int8_t lane[4 * lanes];
  };
  struct weights {
    std::int8_t lane[lanes];
  };
  using activations = std::int8_t;
  using taps = weights;

  [[gnu::always_inline]] static constexpr vector load(const std::int32_t* from) noexcept {
    return {{from[0], from[1], from[2], from[3]}};
  }
  [[gnu::always_inline]] static constexpr void store(std::int32_t* to, vector x) noexcept {
    for (int i = 0; i < lanes; ++i) to[i] = x.lane[i];
  }
  [[gnu::always_inline]] static constexpr reals load(const float* from) noexcept {
    return {{from[0], from[1], from[2], from[3]}};
  }
  [[gnu::always_inline]] static constexpr vector fill(std::int32_t x) noexcept { return {{x, x, x, x}}; }
  [[gnu::always_inline]] static constexpr weights load_weights(const weight* from) noexcept {
    return {{from[0], from[1], from[2], from[3]}};
  }
  [[gnu::always_inline]] static constexpr activations broadcast(const staged* from) noexcept { return *from; }
  [[gnu::always_inline]] static constexpr activations load_activations(const staged* from) noexcept {
    return *from;
  }

  template <int Group>
  [[gnu::always_inline]] static constexpr vector dot(vector sum, activations x, weights w) noexcept {
    for (int i = 0; i < lanes; ++i) sum.lane[i] = wrapping_add(sum.lane[i], x * w.lane[i]);
    return sum;
  }

  [[gnu::always_inline]] static constexpr vector add(vector a, vector b) noexcept {
    for (int i = 0; i < lanes; ++i) a.lane[i] = wrapping_add(a.lane[i], b.lane[i]);
    return a;
  }
  [[gnu::always_inline]] static constexpr vector subtract(vector a, vector b) noexcept {
    for (int i = 0; i < lanes; ++i) a.lane[i] = wrapping_subtract(a.lane[i], b.lane[i]);
    return a;
  }
  [[gnu::always_inline]] static constexpr vector multiply(vector a, vector b) noexcept {
    for (int i = 0; i < lanes; ++i)
      a.lane[i] = static_cast<std::int32_t>(static_cast<std::uint32_t>(a.lane[i]) * static_cast<std::uint32_t>(b.lane[i]));
    return a;
  }
  [[gnu::always_inline]] static constexpr vector widen(const std::int8_t* from) noexcept {
    return {{from[0], from[1], from[2], from[3]}};
  }

  [[gnu::always_inline]] static constexpr void interleave(const std::int8_t* const (&rows)[tap_group],
                                                          taps (&to)[tap_blocks]) noexcept {
    for (int i = 0; i < lanes; ++i) to[0].lane[i] = rows[0][i];
  }
  [[gnu::always_inline]] static constexpr vector dot_taps(vector sum, taps x, const weight* w) noexcept {
    for (int i = 0; i < lanes; ++i) sum.lane[i] = wrapping_add(sum.lane[i], x.lane[i] * w[i]);
    return sum;
  }

  template <int Width>
  [[gnu::always_inline]] static constexpr void stage(const std::int8_t* from, staged* to) noexcept {
    for (int i = 0; i < Width; ++i) to[i] = from[i];
  }

  [[gnu::always_inline]] static constexpr vector scale_q31(vector x, vector multiplier, vector left,
                                                           vector right) noexcept {
    for (int i = 0; i < lanes; ++i) {
      const std::int32_t raised = wrapping_shift_left(x.lane[i], left.lane[i]);
      x.lane[i] = rounding_shift_right(high_multiply(raised, multiplier.lane[i]), right.lane[i]);
    }
    return x;
  }
  [[gnu::always_inline]] static constexpr vector scale_double(vector x, const double* factor) noexcept {
    for (int i = 0; i < lanes; ++i) {
      const double product = math::round_away(static_cast<double>(x.lane[i]) * factor[i]);
      constexpr double lowest = -0x1p31;
      constexpr double highest = 0x1p31 - 1.0;
      const double cut = product < lowest ? lowest : product > highest ? highest : product;
      x.lane[i] = static_cast<std::int32_t>(cut);
    }
    return x;
  }
  [[gnu::always_inline]] static constexpr vector scale_float32(vector x, reals factor) noexcept {
    for (int i = 0; i < lanes; ++i) x.lane[i] = float32_rule::apply(x.lane[i], factor.lane[i]);
    return x;
  }

  [[gnu::always_inline]] static constexpr bytes narrow(vector a, vector b, vector c, vector d) noexcept {
    bytes y{};
    const vector* const parts[]{&a, &b, &c, &d};
    for (int i = 0; i < 4 * lanes; ++i) {
      const std::int32_t x = parts[i / lanes]->lane[i % lanes];
      y.lane[i] = static_cast<std::int8_t>(x < -128 ? -128 : x > 127 ? 127 : x);
    }
    return y;
  }
  [[gnu::always_inline]] static constexpr bytes clamp(bytes x, std::int8_t low, std::int8_t high) noexcept {
    for (std::int8_t& lane : x.lane) lane = lane < low ? low : lane > high ? high : lane;
    return x;
  }
  template <int First, int Count>
  [[gnu::always_inline]] static constexpr void store_part(std::int8_t* to, bytes x) noexcept {
    for (int i = 0; i < Count * lanes; ++i) to[i] = x.lane[First * lanes + i];
  }
};

}  // namespace tenon::isa
