// SPDX-License-Identifier: Apache-2.0
// Packed parameters of an int8 product: weights in streaming order, biases with the zero points folded in, factors.
#pragma once

#include <tenon/backend/kryo/gemm.hpp>
#include <tenon/backend/kryo/requantize.hpp>
#include <tenon/core/fixed_point.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace tenon::kryo_kernels {

/// The zero points and the clamp of a linear operator on int8.
struct int8_terms {
  std::int32_t input_zero_point{};
  std::int32_t kernel_zero_point{};
  std::int32_t output_zero_point{};
  std::int32_t low = -128;
  std::int32_t high = 127;
  /// False keeps the exact form even where a float form could be proved.
  bool try_to_prove = true;
};

/// Where the int8 weights of a product stand: column `c`, depth `k` at first[c * column_step + k * depth_step].
struct weight_walk {
  const std::int8_t* first{};
  std::ptrdiff_t column_step{};
  std::ptrdiff_t depth_step{};
};

/// Sums over a column's weights that packing needs. Loops over weights are kept bare: the compiler runs them too.
struct weight_sums {
  std::int64_t weights{};   ///< sum of w
  std::int64_t positive{};  ///< sum of the positive w - zw
  std::int64_t negative{};  ///< sum of the negative w - zw

  static constexpr weight_sums of(const std::int8_t* at, std::ptrdiff_t step, int depth, std::int32_t zero_point) noexcept {
    std::int32_t sum = 0;
    std::int32_t above = 0;
    for (std::ptrdiff_t k = 0; k < depth; ++k) {
      const int weight = at[k * step];
      sum += weight;
      if (weight > zero_point) above += weight - zero_point;
    }
    return {sum, above, sum - std::int64_t{depth} * zero_point - above};
  }

  /// The largest accumulator in size, taps outside the image left out or not.
  constexpr std::int64_t bound(std::int32_t bias, std::int32_t input_zero_point) const noexcept {
    const std::int64_t least = -128 - input_zero_point;
    const std::int64_t most = 127 - input_zero_point;
    const std::int64_t below = -(bias + positive * least + negative * most);
    const std::int64_t above = bias + positive * most + negative * least;
    return below > above ? below : above;
  }

  /// bias - zx * sum w, and what staging x as x + offset adds taken off, modulo 2^32.
  constexpr std::int32_t folded(std::int32_t bias, std::int32_t input_zero_point, int stage_offset) const noexcept {
    const std::int64_t taken = weights * (std::int64_t{input_zero_point} + stage_offset);
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(bias) - static_cast<std::uint32_t>(taken));
  }
};

/// What a product of Rows x Depth by Depth x Columns streams. Plain data: made in the compiler or at run time. Weights
/// stand where vectors of them do not lie across two lines of a cache; they are followed by as many zeros as make the
/// whole a multiple of that alignment, so that there is no padding and every byte can be checked.
template <class Isa, class Rule, int Rows, int Columns, int Depth>
struct packed_product {
  using layout = gemm_layout<Isa, Rows, Columns, Depth>;
  using requantization_type = requantization<Rule, layout::columns>;
  using biases = std::array<std::int32_t, static_cast<std::size_t>(round_up(layout::columns, 2))>;
  static constexpr std::size_t alignment = sizeof(typename Isa::weights) < 8 ? 8 : sizeof(typename Isa::weights);
  static constexpr std::size_t weight_room = [] {
    constexpr std::size_t others = sizeof(requantization_type) + sizeof(biases) + 2 * sizeof(std::int32_t);
    constexpr std::size_t bytes = layout::weight_count * sizeof(typename Isa::weight) + others;
    return ((bytes + alignment - 1) / alignment * alignment - others) / sizeof(typename Isa::weight);
  }();

  alignas(alignment) std::array<typename Isa::weight, weight_room> weights{};
  requantization_type output{};
  biases bias{};
  std::int32_t input_zero_point{};
  std::int32_t kernel_zero_point{};
};

/// Packs weights, biases (one a column) and factors (Rule's, one a column).
///
/// The accumulator is sum (w - zw) * (x - zx) + bias. The terms that do not depend on x go into the bias; a kernel zero
/// point leaves zw * sum (x - zx), which `row_offset` gives.
template <class Isa, class Rule, int Rows, int Columns, int Depth>
constexpr void pack_product(packed_product<Isa, Rule, Rows, Columns, Depth>& to, const weight_walk& weights,
                            const std::int32_t* bias, const typename Rule::factor* factors,
                            const int8_terms& terms) noexcept {
  to.input_zero_point = terms.input_zero_point;
  to.kernel_zero_point = terms.kernel_zero_point;
  packed_product<Isa, Rule, Rows, Columns, Depth>::layout::pack(to.weights.data(), weights.first, weights.column_step,
                                                                weights.depth_step);
  to.output.set_output(terms.output_zero_point, terms.low, terms.high, terms.try_to_prove);
  for (int column = 0; column < Columns; ++column) {
    const auto sums = weight_sums::of(weights.first + column * weights.column_step, weights.depth_step, Depth,
                                      terms.kernel_zero_point);
    to.bias[static_cast<std::size_t>(column)] = sums.folded(bias[column], terms.input_zero_point, Isa::stage_offset);
    to.output.set(column, factors[column], sums.bound(bias[column], terms.input_zero_point));
  }
}

/// -zw * sum (x - zx) over a staged row of `depth` values.
template <class Isa>
[[gnu::always_inline]] inline std::int32_t row_offset(const typename Isa::staged* x, int depth,
                                                      std::int32_t input_zero_point,
                                                      std::int32_t kernel_zero_point) noexcept {
  std::int32_t sum = 0;
  for (int k = 0; k < depth; ++k) sum += x[k] - Isa::stage_offset - input_zero_point;
  return wrapping_multiply(-kernel_zero_point, sum);
}

}  // namespace tenon::kryo_kernels
