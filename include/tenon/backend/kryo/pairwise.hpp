// SPDX-License-Identifier: Apache-2.0
// Two-input functions with broadcasting on the kryo backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/batches.hpp>
#include <tenon/backend/kryo/pair_blocks.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/linear_sum.hpp>
#include <tenon/op/pairwise.hpp>

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
