// SPDX-License-Identifier: Apache-2.0
// reduce_sum, reduce_max and reduce_min on the kryo backend.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/channels.hpp>
#include <tenon/backend/kryo/reduction.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/folding.hpp>

namespace tenon {

template <class Isa, class Call>
  requires(folds_values<typename Call::op> &&
           (all_elements<Call, f32> || all_elements<Call, i8> || (all_elements<Call, i16> && keeps_values<Call>)))
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  using number = typename op::template number<Call::x.type>;
  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, value_type* y, const value_type* x) noexcept {
    for (int result = 0; result < walk::results; ++result) {
      if constexpr (walk::row_stays)
        fold_rows(w, y + result * walk::row, x, result);
      else
        y[result] = static_cast<value_type>(op::finish(w, fold_all(x, result)));
    }
  }

 private:
  using walk = kryo_kernels::reduced_rows<Call>;
  template <int Size>
  using numbers = kryo_kernels::channel_numbers<number, Size>;

  template <int Size>
  [[gnu::always_inline]] static void take(numbers<Size>& folded, const value_type* row, int count) noexcept {
    for (int c = 0; c < count; ++c) folded.at[c] = op::step(folded.at[c], static_cast<number>(row[c]));
  }

  /// Rows of results side by side.
  [[gnu::always_inline]] static void fold_rows(const packed& w, value_type* y, const value_type* x,
                                               int result) noexcept {
    kryo_kernels::for_each_channel_block<walk::row>([&](auto size, int first) __attribute__((always_inline)) {
      numbers<size()> folded(op::template start<number>());
      walk::for_each_row(x + first, result,
                         [&](const value_type* row) __attribute__((always_inline)) { take(folded, row, size()); });
      for (int c = 0; c < size(); ++c) y[first + c] = static_cast<value_type>(op::finish(w, folded.at[c]));
    });
  }

  /// All rows that go into one result, in as many parts as a block has channels.
  [[gnu::always_inline]] static number fold_all(const value_type* x, int result) noexcept {
    constexpr int parts = walk::row < kryo_kernels::channel_block ? walk::row : kryo_kernels::channel_block;
    numbers<parts> folded(op::template start<number>());
    walk::for_each_row(x, result, [&](const value_type* row) __attribute__((always_inline)) {
      kryo_kernels::for_each_channel_block<walk::row>(
          [&](auto size, int first) __attribute__((always_inline)) { take(folded, row + first, size()); });
    });
    number all = folded.at[0];
    for (int part = 1; part < parts; ++part) all = op::step(all, folded.at[part]);
    return all;
  }
};

}  // namespace tenon
