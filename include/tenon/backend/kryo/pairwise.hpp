// SPDX-License-Identifier: Apache-2.0
// Two-input functions with broadcasting on the kryo backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/batches.hpp>
#include <tenon/backend/kryo/rescale.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/extremum.hpp>
#include <tenon/op/linear_sum.hpp>
#include <tenon/op/mul.hpp>
#include <tenon/op/pairwise.hpp>
#include <tenon/op/prelu.hpp>

namespace tenon {
namespace kryo_kernels {

/// Rows of a result and its two inputs.
template <class Call>
inline constexpr auto pairwise_walk = merged(row_walk<3>{
    Call::y.extents,
    {result_view(Call::y.extents, Call::result.pitch),
     op::broadcast_view(Call::operands[0].tensor.extents, Call::y.extents),
     op::broadcast_view(Call::operands[1].tensor.extents, Call::y.extents)}});

/// Loads a batch of a row, or repeats its only number.
template <int Step>
[[gnu::always_inline]] inline floats load_step(const float* x, int first) noexcept {
  if constexpr (Step == 0)
    return floats(*x);
  else
    return floats::load_unaligned(x + first);
}

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

}  // namespace kryo_kernels

/// Real numbers in batches.
template <class Isa, class Call>
requires(two_input_function<typename Call::op>&& all_elements<Call, f32>) struct kernel<kryo_on<Isa>, Call> {
  using packed = op::real_bounds;
  static constexpr std::string_view variant = "batches";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, float* y, const float* a,
                                         const float* b) noexcept {
    kryo_kernels::for_all_rows<walk>([&](const auto& at) __attribute__((always_inline)) {
      run_row(w, y + at[0], a + at[1], b + at[2]);
    });
  }

 private:
  static constexpr const auto& walk = kryo_kernels::pairwise_walk<Call>;
  static constexpr int first_step = walk.step(1);
  static constexpr int second_step = walk.step(2);

  [[gnu::always_inline]] static void run_row(const packed& w, float* y, const float* a,
                                             const float* b) noexcept {
    using kryo_kernels::floats;
    constexpr int lanes = kryo_kernels::float_lanes;
    constexpr int whole = walk.length() / lanes * lanes;
    const floats low(w.low);
    const floats high(w.high);
    for (int i = 0; i < whole; i += lanes) {
      const floats x = Call::op::real(kryo_kernels::load_step<first_step>(a, i),
                                      kryo_kernels::load_step<second_step>(b, i));
      xsimd::select(x < low, low, xsimd::select(x > high, high, x)).store_unaligned(y + i);
    }
    for (int i = whole; i < walk.length(); ++i)
      y[i] = w.cut(Call::op::real(a[i * first_step], b[i * second_step]));
  }
};

/// int8 in blocks of four vectors, by the same integer steps as the reference.
template <class Isa, class Call>
requires(two_input_function<typename Call::op>&& all_elements<Call, i8>) struct kernel<kryo_on<Isa>, Call> {
  using parameters = typename Call::op::template parameters<Call>;
  using packed = decltype(kryo_kernels::pack_pairwise<Isa>(parameters{}));
  static constexpr std::string_view variant = "blocks";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const parameters& given) noexcept {
    packed made = kryo_kernels::pack_pairwise<Isa>(given);
    if constexpr (is_rescaled_sum)
      made.linear = linear_search<24, true>(given, offers_addition<typename Call::op>).find();
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y, const std::int8_t* a,
                                         const std::int8_t* b) noexcept {
    // A copy, which the stores below are known to leave alone, stays in registers.
    const packed numbers = w;
    kryo_kernels::for_all_rows<walk>([&](const auto& at) __attribute__((always_inline)) {
      run_row(numbers, y + at[0], a + at[1], b + at[2]);
    });
  }

 private:
  static constexpr const auto& walk = kryo_kernels::pairwise_walk<Call>;
  static constexpr bool is_rescaled_sum = std::is_same_v<parameters, op::sum_parameters<q31_rule>>;

  [[gnu::always_inline]] static void run_row(const packed& w, std::int8_t* y, const std::int8_t* a,
                                             const std::int8_t* b) noexcept {
    using namespace kryo_kernels;
    if constexpr (is_rescaled_sum)
      if (w.linear.is_exact != 0) {
        const int8_store cut{0, w.store.low, w.store.high};
        for_each_block<Isa, walk.length()>([&](int first, int count) __attribute__((always_inline)) {
          int_block<Isa> x = widen<Isa, walk.step(1)>(a + first * walk.step(1), count, 0);
          combine_linearly<Isa>(w.linear, x, widen<Isa, walk.step(2)>(b + first * walk.step(2), count, 0));
          cut.write(x, y + first, count);
        });
        return;
      }
    for_each_block<Isa, walk.length()>([&](int first, int count) __attribute__((always_inline)) {
      int_block<Isa> x = widen<Isa, walk.step(1)>(a + first * walk.step(1), count, w.first_zero_point);
      int_block<Isa> z = widen<Isa, walk.step(2)>(b + first * walk.step(2), count, w.second_zero_point);
      combine<typename Call::op, Isa>(w, x, z);
      int8_store{w.store.zero_point, w.store.low, w.store.high}.write(x, y + first, count);
    });
  }
};

/// int16 one by one, by the integer steps of the reference.
template <class Isa, class Call>
requires(two_input_function<typename Call::op>&& all_elements<Call, i16>) struct kernel<kryo_on<Isa>, Call> {
  using packed = typename Call::op::template parameters<Call>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& given) noexcept { return given; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int16_t* y, const std::int16_t* a,
                                         const std::int16_t* b) noexcept {
    constexpr const auto& walk = kryo_kernels::pairwise_walk<Call>;
    const packed numbers = w;
    kryo_kernels::for_all_rows<walk>([&](const auto& at) __attribute__((always_inline)) {
      for (int i = 0; i < walk.length(); ++i)
        y[at[0] + i] = static_cast<std::int16_t>(
            Call::op::integer(numbers, a[at[1] + i * walk.step(1)], b[at[2] + i * walk.step(2)]));
    });
  }
};

}  // namespace tenon
