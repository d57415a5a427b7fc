// SPDX-License-Identifier: Apache-2.0
// batch_matmul on the kryo backend: columns of the result side by side, sums in registers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/channels.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/batch_matmul.hpp>

namespace tenon {

template <class Isa, calls<op::batch_matmul_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  using sum_type = std::conditional_t<Call::x.type == f32, float, std::int32_t>;
  static constexpr std::string_view variant = "columns";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, value_type* y, const value_type* a,
                                         const value_type* b) noexcept {
    constexpr int batches = Call::y.size() / (product.rows * product.columns);
    for (int batch = 0; batch < batches; ++batch) {
      const value_type* const first =
          a + op::matrix_of(first_shape, Call::y.extents, batch) * product.rows * product.depth;
      const value_type* const second =
          b + op::matrix_of(second_shape, Call::y.extents, batch) * product.depth * product.columns;
      for (int row = 0; row < product.rows; ++row, y += product.columns)
        multiply_row(w, y, first + row * product.first_row_step, second);
    }
  }

 private:
  static constexpr shape first_shape = Call::operands[0].tensor.extents;
  static constexpr shape second_shape = Call::operands[1].tensor.extents;
  static constexpr tenon::op::matrix_product product = op::product_of(first_shape, second_shape);

  /// One row of the first matrix times the second.
  [[gnu::always_inline]] static void multiply_row(const packed& w, value_type* y, const value_type* a,
                                                  const value_type* b) noexcept {
    kryo_kernels::for_each_channel_block<product.columns>([&](auto size, int first) __attribute__((always_inline)) {
      kryo_kernels::channel_numbers<sum_type, size()> sums(0);
      const value_type* const columns = b + first * product.second_column_step;
      for (int k = 0; k < product.depth; ++k) {
        const sum_type x = first_term(w, a[k * product.first_depth_step]);
        const value_type* const row = columns + k * product.second_depth_step;
        for (int c = 0; c < size(); ++c)
          sums.at[c] = add(sums.at[c], x * second_term(w, row[c * product.second_column_step]));
      }
      for (int c = 0; c < size(); ++c) y[first + c] = op::finish(w, sums.at[c]);
    });
  }

  [[gnu::always_inline]] static float add(float sum, float x) noexcept { return sum + x; }
  [[gnu::always_inline]] static std::int32_t add(std::int32_t sum, std::int32_t x) noexcept {
    return wrapping_add(sum, x);
  }

  [[gnu::always_inline]] static sum_type first_term([[maybe_unused]] const packed& w, value_type x) noexcept {
    if constexpr (Call::x.type == f32)
      return x;
    else
      return x - w.first_zero_point;
  }
  [[gnu::always_inline]] static sum_type second_term([[maybe_unused]] const packed& w, value_type x) noexcept {
    if constexpr (Call::x.type == f32)
      return x;
    else
      return x - w.second_zero_point;
  }
};

}  // namespace tenon
