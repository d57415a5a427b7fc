// SPDX-License-Identifier: Apache-2.0
// Two-input operators on int8 on Hexagon, bit-equal to the reference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/linear_adder.hpp>
#include <tenon/backend/hexagon/requantize.hpp>
#include <tenon/backend/hexagon/words.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/extremum.hpp>
#include <tenon/op/linear_sum.hpp>
#include <tenon/op/mul.hpp>
#include <tenon/op/pairwise.hpp>
#include <tenon/op/prelu.hpp>

namespace tenon {
namespace hexagon_kernels {

/// Words times a factor, rounded as the rule has it.
[[gnu::always_inline]] inline hvx::vector scale_words(q31_factor factor, hvx::vector x) noexcept {
  return q31_lanes::splat(q31_words::of(factor)).template apply<rounding_steps{}>(x);
}

/// The integer steps of a sum or difference: both terms at one scale, then the result's.
template <class Operator>
[[gnu::always_inline]] inline hvx::vector combine(const op::sum_parameters<q31_rule>& w, hvx::vector a,
                                                  hvx::vector b) noexcept {
  constexpr bool adds = Operator::combine(1, 1) == 2;
  const hvx::vector spare = hvx::splat_words(op::sum_parameters<q31_rule>::spare_bits);
  const hvx::vector first = scale_words(w.first, hvx::shift_left_words(a, spare));
  const hvx::vector second = scale_words(w.second, hvx::shift_left_words(b, spare));
  return scale_words(w.sum, adds ? hvx::add_words(first, second) : hvx::subtract_words(first, second));
}

template <class Operator>
[[gnu::always_inline]] inline hvx::vector combine(const op::product_parameters<q31_rule>& w, hvx::vector a,
                                                  hvx::vector b) noexcept {
  return scale_words(w.factor, multiply_small(a, b));
}

template <class Operator>
[[gnu::always_inline]] inline hvx::vector combine(const op::extremum_parameters<q31_rule>& w, hvx::vector a,
                                                  hvx::vector b) noexcept {
  const hvx::vector first = scale_words(w.first, a);
  const hvx::vector second = scale_words(w.second, b);
  return Operator::keeps_first(2, 1) ? hvx::max_words(first, second) : hvx::min_words(first, second);
}

template <class Operator>
[[gnu::always_inline]] inline hvx::vector combine(const op::slope_parameters<q31_rule>& w, hvx::vector x,
                                                  hvx::vector slope) noexcept {
  const hvx::vector negative = scale_words(w.negative, multiply_small(x, slope));
  return hvx::select_greater_words(hvx::splat_words(0), x, negative, scale_words(w.positive, x));
}

/// The rows of two inputs as their result walks over them: one row of everything where nothing is repeated.
template <class Call>
struct paired_rows {
  static constexpr shape extents = Call::y.extents;
  static constexpr bool is_flat = Call::operands[0].tensor.extents == extents &&
                                  Call::operands[1].tensor.extents == extents && Call::result.pitch == 0;
  static constexpr int length = is_flat ? extents.size() : op::row_length(extents);
  static constexpr int count = is_flat ? 1 : op::row_count(extents);
  static constexpr int pitch = Call::result.pitch != 0 ? Call::result.pitch : length;
  static constexpr op::strided first = op::broadcast_view(Call::operands[0].tensor.extents, extents);
  static constexpr op::strided second = op::broadcast_view(Call::operands[1].tensor.extents, extents);
  static constexpr int first_step = is_flat ? 1 : first.row_step(extents);
  static constexpr int second_step = is_flat ? 1 : second.row_step(extents);

  /// Calls `body(y, a, b)` with the start of each row.
  template <class Body>
  [[gnu::always_inline]] static void for_each(std::int8_t* y, const std::int8_t* a, const std::int8_t* b,
                                              const Body& body) noexcept {
    for (int row = 0; row < count; ++row, y += pitch)
      body(y, a + first.row_start(extents, row), b + second.row_start(extents, row));
  }
};

/// Part of a row, or a number that is repeated.
template <int Step>
[[gnu::always_inline]] inline hvx::vector load_stepped(const std::int8_t* from, int first,
                                                       int count) noexcept {
  if constexpr (Step == 0) return hvx::splat_bytes(*from);
  else return load_part(from + first, count);
}

/// The numbers of an operator, and its linear form if it has one.
template <class Parameters>
struct packed_pairs {
  Parameters numbers{};
};
template <>
struct packed_pairs<op::sum_parameters<q31_rule>> {
  op::sum_parameters<q31_rule> numbers{};
  linear_sum linear{};
};

/// A two-input operator on int8; with `Proves`, sums take the linear form where it is exact.
template <class Call, bool Proves>
struct pairwise_kernel {
  using parameters = typename Call::op::template parameters<Call>;
  using packed = packed_pairs<parameters>;
  static constexpr bool has_vectors = std::is_same_v<typename Call::rounding::rescale_rule, q31_rule>;
  static constexpr bool is_sum = std::is_same_v<parameters, op::sum_parameters<q31_rule>>;
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const parameters& w) noexcept {
    if constexpr (is_sum && Proves) return {w, linear_search(w, Call::op::combine(1, 1) == 2).find()};
    else return {w};
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y, const std::int8_t* a,
                                         const std::int8_t* b) noexcept {
    if constexpr (!has_vectors) return run_numbers(w.numbers, y, a, b);
    else if constexpr (is_sum) {
      const op::integer_store& store = w.numbers.store;
      if (w.linear.is_exact != 0 && store.low == -128 && store.high == 127)
        return run_sums(y, a, b, linear_adder<false>(w.linear, store));
      if (w.linear.is_exact != 0) return run_sums(y, a, b, linear_adder<true>(w.linear, store));
    }
    if constexpr (has_vectors)
      run_vectors(
          y, a, b, [&](hvx::vector x, hvx::vector z) __attribute__((always_inline)) {
            return by_rule(w.numbers, x, z);
          });
  }

 private:
  using rows = paired_rows<Call>;

  [[gnu::always_inline]] static hvx::vector by_rule(const parameters& w, hvx::vector a,
                                                    hvx::vector b) noexcept {
    word_block x = widen(a, w.first_zero_point);
    const word_block z = widen(b, w.second_zero_point);
    for (std::size_t i = 0; i < 4; ++i)
      x[i] = hvx::add_words(combine<typename Call::op>(w, x[i], z[i]), hvx::splat_words(w.store.zero_point));
    return to_bytes<rounding_steps{}>(x, {0, w.store.low, w.store.high});
  }

  /// Rows of which nothing is repeated go by groups of vectors.
  template <class Adder>
  [[gnu::always_inline]] static void run_sums(std::int8_t* y, const std::int8_t* a, const std::int8_t* b,
                                              const Adder& adder) noexcept {
    if constexpr (rows::first_step == 1 && rows::second_step == 1)
      rows::for_each(
          y, a, b,
          [&](std::int8_t * to, const std::int8_t* first, const std::int8_t* second)
              __attribute__((always_inline)) { adder.template add_row<rows::length>(to, first, second); });
    else run_vectors(y, a, b, adder);
  }

  template <class Function>
  [[gnu::always_inline]] static void run_vectors(std::int8_t* y, const std::int8_t* a, const std::int8_t* b,
                                                 const Function& function) noexcept {
    rows::for_each(
        y, a, b,
        [&](std::int8_t * to, const std::int8_t* first, const std::int8_t* second)
            __attribute__((always_inline)) {
              for_each_vector<rows::length>([&](int at, int count) __attribute__((always_inline)) {
                store_part(to + at,
                           function(load_stepped<rows::first_step>(first, at, count),
                                    load_stepped<rows::second_step>(second, at, count)),
                           count);
              });
            });
  }

  [[gnu::always_inline]] static void run_numbers(const parameters& w, std::int8_t* y, const std::int8_t* a,
                                                 const std::int8_t* b) noexcept {
    rows::for_each(
        y, a, b,
        [&](std::int8_t * to, const std::int8_t* first, const std::int8_t* second)
            __attribute__((always_inline)) {
              for (int i = 0; i < rows::length; ++i)
                to[i] = static_cast<std::int8_t>(
                    Call::op::integer(w, first[i * rows::first_step], second[i * rows::second_step]));
            });
  }
};

}  // namespace hexagon_kernels

/// By the linear form of a sum where it is proved, by the steps of the rule elsewhere.
template <since<v66> Architecture, class Call>
  requires(two_input_function<typename Call::op> && all_elements<Call, i8>)
struct kernel<hexagon<Architecture>, Call> : hexagon_kernels::pairwise_kernel<Call, true> {
    static constexpr std::string_view variant =
        hexagon_kernels::pairwise_kernel<Call, true>::has_vectors ? "words" : "scalar";
};

/// Always by the steps of the rule.
template <since<v66> Architecture, class Call>
requires(two_input_function<typename Call::op>&&
             all_elements<Call, i8>) struct kernel<variant_of<hexagon<Architecture>, unproved>, Call>
    : hexagon_kernels::pairwise_kernel<Call, false> {
  static constexpr std::string_view variant = "unproved";
};

}  // namespace tenon
