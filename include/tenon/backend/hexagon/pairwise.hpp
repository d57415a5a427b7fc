// SPDX-License-Identifier: Apache-2.0
// Two-input operators on int8 on Hexagon, bit-equal to the reference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/requantize.hpp>
#include <tenon/backend/hexagon/words.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/mul.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon {
namespace hexagon_kernels {

/// The integer steps of a sum or difference: both terms at one scale, then the result's.
template <class Operator>
[[gnu::always_inline]] inline hvx::vector combine(const op::sum_parameters<q31_rule>& w, hvx::vector a, hvx::vector b) noexcept {
  constexpr bool adds = Operator::combine(1, 1) == 2;
  const hvx::vector spare = hvx::splat_words(op::sum_parameters<q31_rule>::spare_bits);
  const auto scale = [](q31_factor factor, hvx::vector x) __attribute__((always_inline)) {
    return q31_lanes::splat(q31_words::of(factor)).template apply<rounding_steps{}>(x);
  };
  const hvx::vector first = scale(w.first, hvx::shift_left_words(a, spare));
  const hvx::vector second = scale(w.second, hvx::shift_left_words(b, spare));
  return scale(w.sum, adds ? hvx::add_words(first, second) : hvx::subtract_words(first, second));
}

template <class Operator>
[[gnu::always_inline]] inline hvx::vector combine(const op::product_parameters<q31_rule>& w, hvx::vector a, hvx::vector b) noexcept {
  return q31_lanes::splat(q31_words::of(w.factor)).template apply<rounding_steps{}>(multiply_small(a, b));
}

/// The rows of two inputs as their result walks over them: one row of everything where nothing is repeated.
template <class Call>
struct paired_rows {
  static constexpr shape extents = Call::y.extents;
  static constexpr bool is_flat = Call::operands[0].tensor.extents == extents && Call::operands[1].tensor.extents == extents && Call::result.pitch == 0;
  static constexpr int length = is_flat ? extents.size() : op::row_length(extents);
  static constexpr int count = is_flat ? 1 : op::row_count(extents);
  static constexpr int pitch = Call::result.pitch != 0 ? Call::result.pitch : length;
  static constexpr op::strided first = op::broadcast_view(Call::operands[0].tensor.extents, extents);
  static constexpr op::strided second = op::broadcast_view(Call::operands[1].tensor.extents, extents);
  static constexpr int first_step = is_flat ? 1 : first.row_step(extents);
  static constexpr int second_step = is_flat ? 1 : second.row_step(extents);

  /// Calls `body(y, a, b)` with the start of each row.
  template <class Body>
  [[gnu::always_inline]] static void for_each(std::int8_t* y, const std::int8_t* a, const std::int8_t* b, const Body& body) noexcept {
    for (int row = 0; row < count; ++row, y += pitch) body(y, a + first.row_start(extents, row), b + second.row_start(extents, row));
  }
};

/// Part of a row, or a number that is repeated.
template <int Step>
[[gnu::always_inline]] inline hvx::vector load_stepped(const std::int8_t* from, int first, int count) noexcept {
  if constexpr (Step == 0) return hvx::splat_bytes(*from);
  else return load_part(from + first, count);
}

}  // namespace hexagon_kernels

/// By the steps of the rule, 32 words at a time.
template <since<v66> Architecture, class Call>
  requires(two_input_function<typename Call::op> && all_elements<Call, i8>)
struct kernel<hexagon<Architecture>, Call> {
  using packed = typename Call::op::template parameters<Call>;
  static constexpr bool has_vectors = std::is_same_v<typename Call::rounding::rescale_rule, q31_rule>;
  static constexpr std::string_view variant = has_vectors ? "words" : "scalar";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y, const std::int8_t* a, const std::int8_t* b) noexcept {
    rows::for_each(y, a, b, [&](std::int8_t* to, const std::int8_t* first, const std::int8_t* second) __attribute__((always_inline)) {
      if constexpr (has_vectors) run_vectors(w, to, first, second);
      else
        for (int i = 0; i < rows::length; ++i)
          to[i] = static_cast<std::int8_t>(Call::op::integer(w, first[i * rows::first_step], second[i * rows::second_step]));
    });
  }

 private:
  using rows = hexagon_kernels::paired_rows<Call>;

  [[gnu::always_inline]] static void run_vectors(const packed& w, std::int8_t* y, const std::int8_t* a, const std::int8_t* b) noexcept {
    using namespace hexagon_kernels;
    for_each_vector<rows::length>([&](int at, int count) __attribute__((always_inline)) {
      word_block x = widen(load_stepped<rows::first_step>(a, at, count), w.first_zero_point);
      const word_block z = widen(load_stepped<rows::second_step>(b, at, count), w.second_zero_point);
      for (std::size_t i = 0; i < 4; ++i) x[i] = combine<typename Call::op>(w, x[i], z[i]);
      store_part(y + at, to_bytes<rounding_steps{}>(x, {w.store.zero_point, w.store.low, w.store.high}), count);
    });
  }
};

}  // namespace tenon
