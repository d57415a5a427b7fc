// SPDX-License-Identifier: Apache-2.0
// batch_matmul on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/batch_matmul.hpp>

namespace tenon {

template <calls<op::batch_matmul_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y, const value_type* a,
                                                   const value_type* b) noexcept {
    constexpr int batches = Call::y.size() / (product.rows * product.columns);
    for (int batch = 0; batch < batches; ++batch) {
      const value_type* const first =
          a + op::matrix_of(first_shape, Call::y.extents, batch) * product.rows * product.depth;
      const value_type* const second =
          b + op::matrix_of(second_shape, Call::y.extents, batch) * product.depth * product.columns;
      for (int row = 0; row < product.rows; ++row)
        for (int column = 0; column < product.columns; ++column)
          *y++ =
              op::finish(w, dot(w, first + row * product.first_row_step, second + column * product.second_column_step));
    }
  }

 private:
  static constexpr shape first_shape = Call::operands[0].tensor.extents;
  static constexpr shape second_shape = Call::operands[1].tensor.extents;
  static constexpr tenon::op::matrix_product product = op::product_of(first_shape, second_shape);

  [[gnu::always_inline]] static constexpr auto dot([[maybe_unused]] const packed& w, const value_type* a,
                                                   const value_type* b) noexcept {
    std::conditional_t<Call::x.type == f32, float, std::int32_t> sum = 0;
    for (int k = 0; k < product.depth; ++k) {
      const value_type x = a[k * product.first_depth_step];
      const value_type z = b[k * product.second_depth_step];
      if constexpr (Call::x.type == f32)
        sum += x * z;
      else
        sum = wrapping_add(sum, (x - w.first_zero_point) * (z - w.second_zero_point));
    }
    return sum;
  }
};

}  // namespace tenon
