// SPDX-License-Identifier: Apache-2.0
// Two-input functions of int8 on blocks of vectors: the numbers that each needs, and how it combines two blocks.
#pragma once

#include <cstdint>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/rescale.hpp>
#include <tenon/op/extremum.hpp>
#include <tenon/op/linear_sum.hpp>
#include <tenon/op/mul.hpp>
#include <tenon/op/pairwise.hpp>
#include <tenon/op/prelu.hpp>

namespace tenon::kryo_kernels {

/// The numbers of a sum as vectors take them.
template <class Isa, class Rule>
struct packed_pair_sum {
  lane_factors<Isa, Rule> first{};
  lane_factors<Isa, Rule> second{};
  lane_factors<Isa, Rule> sum{};
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  int8_store store{};
  /// The same in one step, where that is proved.
  linear_sum linear{};
};

/// The numbers of a product as vectors take them.
template <class Isa, class Rule>
struct packed_pair_product {
  lane_factors<Isa, Rule> factor{};
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  int8_store store{};
};

/// The numbers of an extremum as vectors take them.
template <class Isa, class Rule>
struct packed_pair_extremum {
  lane_factors<Isa, Rule> first{};
  lane_factors<Isa, Rule> second{};
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  int8_store store{};
};

/// The numbers of a rectifier with slopes as vectors take them.
template <class Isa, class Rule>
struct packed_pair_slope {
  lane_factors<Isa, Rule> positive{};
  lane_factors<Isa, Rule> negative{};
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  int8_store store{};
};

template <class Isa, class Rule>
constexpr packed_pair_sum<Isa, Rule> pack_pairwise(const op::sum_parameters<Rule>& w) noexcept {
  using factors = lane_factors<Isa, Rule>;
  return {factors::of(w.first),  factors::of(w.second),
          factors::of(w.sum),    w.first_zero_point,
          w.second_zero_point,   {w.store.zero_point, w.store.low, w.store.high},
          {}};
}
/// Sums by integers and one shift are taken as they are.
template <class Isa>
constexpr op::sum_parameters<float32_rule> pack_pairwise(const op::sum_parameters<float32_rule>& w) noexcept {
  return w;
}
template <class Isa, class Rule>
constexpr packed_pair_product<Isa, Rule> pack_pairwise(const op::product_parameters<Rule>& w) noexcept {
  return {lane_factors<Isa, Rule>::of(w.factor),
          w.first_zero_point,
          w.second_zero_point,
          {w.store.zero_point, w.store.low, w.store.high}};
}

template <class Isa, class Rule>
constexpr packed_pair_extremum<Isa, Rule> pack_pairwise(const op::extremum_parameters<Rule>& w) noexcept {
  using factors = lane_factors<Isa, Rule>;
  return {factors::of(w.first), factors::of(w.second), w.first_zero_point, w.second_zero_point,
          {w.store.zero_point, w.store.low, w.store.high}};
}
template <class Isa, class Rule>
constexpr packed_pair_slope<Isa, Rule> pack_pairwise(const op::slope_parameters<Rule>& w) noexcept {
  using factors = lane_factors<Isa, Rule>;
  return {factors::of(w.positive), factors::of(w.negative), w.first_zero_point, w.second_zero_point,
          {w.store.zero_point, w.store.low, w.store.high}};
}

/// int32 as compilers compare and choose them lane by lane, whatever the instruction set calls its vectors.
template <class Isa>
struct compared_lanes {
  using vector = typename Isa::vector;
  typedef std::int32_t type [[gnu::vector_size(sizeof(vector))]];

  [[gnu::always_inline]] static type of(vector x) noexcept { return __builtin_bit_cast(type, x); }
  [[gnu::always_inline]] static vector back(type x) noexcept { return __builtin_bit_cast(vector, x); }
};

/// A block of sums in one step; terms are inputs as they are, and the zero point is in the result.
template <class Isa>
[[gnu::always_inline]] inline void combine_linearly(const linear_sum& w, int_block<Isa>& a,
                                                    const int_block<Isa>& b) noexcept {
  using lanes = compared_lanes<Isa>;
  const auto first = Isa::fill(w.first);
  const auto second = Isa::fill(w.second);
  const auto offset = Isa::fill(w.signed_offset());
  a.change(b, [&](auto x, auto z) __attribute__((always_inline)) {
    const auto sum = Isa::add(Isa::add(Isa::multiply(x, first), offset), Isa::multiply(z, second));
    return lanes::back(lanes::of(sum) >> linear_sum::shift);
  });
}

/// The terms of a sum at their common scale, combined by the operator.
template <class Operator, class Isa, class Rule>
[[gnu::always_inline]] inline void combine(const packed_pair_sum<Isa, Rule>& w, int_block<Isa>& a,
                                           int_block<Isa>& b) noexcept {
  using vector = typename Isa::vector;
  const vector spare = Isa::fill(1 << op::sum_parameters<Rule>::spare_bits);
  const auto make_room = [&](vector x) __attribute__((always_inline)) { return Isa::multiply(x, spare); };
  a.change(make_room);
  b.change(make_room);
  w.first.apply(a);
  w.second.apply(b);
  a.change(b, [](vector x, vector z) __attribute__((always_inline)) {
    if constexpr (offers_addition<Operator>) return Isa::add(x, z);
    else return Isa::subtract(x, z);
  });
  w.sum.apply(a);
}

template <class Operator, class Isa>
[[gnu::always_inline]] inline void combine(const op::sum_parameters<float32_rule>& w, int_block<Isa>& a,
                                           const int_block<Isa>& b) noexcept {
  using lanes = compared_lanes<Isa>;
  const auto first = Isa::fill(w.first);
  const auto second = Isa::fill(offers_addition<Operator> ? w.second : -w.second);
  const auto half = Isa::fill(1 << (w.shift - 1));
  a.change(b, [&](auto x, auto z) __attribute__((always_inline)) {
    const auto sum = Isa::add(Isa::add(Isa::multiply(x, first), half), Isa::multiply(z, second));
    return lanes::back(lanes::of(sum) >> w.shift);
  });
}

/// A product at the result's scale.
template <class Operator, class Isa, class Rule>
[[gnu::always_inline]] inline void combine(const packed_pair_product<Isa, Rule>& w, int_block<Isa>& a,
                                           int_block<Isa>& b) noexcept {
  a.change(b, [](auto x, auto z) __attribute__((always_inline)) { return Isa::multiply(x, z); });
  w.factor.apply(a);
}

/// The one of two terms at the result's scale that the operator keeps.
template <class Operator, class Isa, class Rule>
[[gnu::always_inline]] inline void combine(const packed_pair_extremum<Isa, Rule>& w, int_block<Isa>& a,
                                           int_block<Isa>& b) noexcept {
  w.first.apply(a);
  w.second.apply(b);
  a.change(b, [](auto x, auto z) __attribute__((always_inline)) {
    using lanes = compared_lanes<Isa>;
    return lanes::back(Operator::keeps_first(lanes::of(x), lanes::of(z)) ? lanes::of(x) : lanes::of(z));
  });
}

/// A number by its own factor, or times its slope by the other, as its sign asks for.
template <class Operator, class Isa, class Rule>
[[gnu::always_inline]] inline void combine(const packed_pair_slope<Isa, Rule>& w, int_block<Isa>& a,
                                           int_block<Isa>& b) noexcept {
  const int_block<Isa> signs = a;
  b.change(a, [](auto x, auto z) __attribute__((always_inline)) { return Isa::multiply(x, z); });
  w.positive.apply(a);
  w.negative.apply(b);
  for (int i = 0; i < 4; ++i) {
    using lanes = compared_lanes<Isa>;
    a.at[i] = lanes::back(lanes::of(signs.at[i]) < 0 ? lanes::of(b.at[i]) : lanes::of(a.at[i]));
  }
}

}  // namespace tenon::kryo_kernels
