// SPDX-License-Identifier: Apache-2.0
// Two random int8 matrices and a bias, their product by the definition, and both as kryo's products take
// them.
#pragma once

#include "instruction_sets.hpp"

#include <tenon/backend/kryo/gemm.hpp>
#include <tenon/core/fixed_point.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace tenon_test {

/// x: rows x depth; w: columns x depth; bias: one a column.
struct matrices {
  int rows;
  int columns;
  int depth;
  std::vector<std::int8_t> x;
  std::vector<std::int8_t> w;
  std::vector<std::int32_t> bias;

  matrices(std::mt19937& random, int row_count, int column_count, int depth_count)
      : rows(row_count),
        columns(column_count),
        depth(depth_count),
        x(random_bytes(random, rows * depth)),
        w(random_bytes(random, columns * depth)) {
    for (int column = 0; column < columns; ++column) bias.push_back(random_word(random));
  }

  int x_at(int row, int k) const { return x[static_cast<std::size_t>(row * depth + k)]; }
  int w_at(int column, int k) const { return w[static_cast<std::size_t>(column * depth + k)]; }

  /// sum of (w - kernel_zero_point) * (x - input_zero_point), plus the bias, modulo 2^32.
  std::int32_t product(int row, int column, int input_zero_point = 0, int kernel_zero_point = 0) const {
    std::int32_t sum = bias[static_cast<std::size_t>(column)];
    for (int k = 0; k < depth; ++k) {
      const int term = (w_at(column, k) - kernel_zero_point) * (x_at(row, k) - input_zero_point);
      sum = tenon::wrapping_add(sum, term);
    }
    return sum;
  }

  /// x as Isa stages it, rows `pitch` apart; what lies between rows is no zero.
  template <class Isa>
  std::vector<typename Isa::staged> staged(int pitch) const {
    std::vector<typename Isa::staged> made(static_cast<std::size_t>(rows * pitch), 111);
    for (int row = 0; row < rows; ++row)
      for (int k = 0; k < depth; ++k)
        made[static_cast<std::size_t>(row * pitch + k)] =
            static_cast<typename Isa::staged>(x_at(row, k) + Isa::stage_offset);
    return made;
  }

  /// w in the order of a layout.
  template <class Isa, class Layout>
  std::vector<typename Isa::weight> packed() const {
    std::vector<typename Isa::weight> made(Layout::weight_count);
    Layout::pack(made.data(), w.data(), depth, 1);
    return made;
  }

  /// Biases that take off what staging adds; columns that do not exist get any number.
  template <class Isa>
  std::vector<std::int32_t> folded_bias() const {
    std::vector<std::int32_t> made(
        static_cast<std::size_t>(tenon::kryo_kernels::round_up(columns, Isa::lanes)), 12345);
    for (int column = 0; column < columns; ++column) {
      std::int32_t sum = bias[static_cast<std::size_t>(column)];
      for (int k = 0; k < depth; ++k)
        sum = tenon::wrapping_subtract(sum, w_at(column, k) * Isa::stage_offset);
      made[static_cast<std::size_t>(column)] = sum;
    }
    return made;
  }
};

}  // namespace tenon_test
