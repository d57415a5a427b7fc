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

/// Sums over a channel's weights that packing needs.
struct weight_sums {
  std::int64_t weights{};
  /// Ends of sum (w - zw) * (x - zx) over all inputs.
  std::int64_t lowest{};
  std::int64_t highest{};

  constexpr void add(int weight, const int8_terms& terms) noexcept {
    const int w = weight - terms.kernel_zero_point;
    const int least = w * (w < 0 ? 127 - terms.input_zero_point : -128 - terms.input_zero_point);
    const int most = w * (w < 0 ? -128 - terms.input_zero_point : 127 - terms.input_zero_point);
    weights += weight;
    lowest += least < 0 ? least : 0;
    highest += most > 0 ? most : 0;
  }

  /// The largest accumulator in size, taps outside the image left out or not.
  constexpr std::int64_t bound(std::int32_t bias) const noexcept {
    const std::int64_t below = -(bias + lowest);
    const std::int64_t above = bias + highest;
    return below > above ? below : above;
  }

  /// bias - zx * sum w, and what staging x as x + offset adds taken off, modulo 2^32.
  constexpr std::int32_t folded(std::int32_t bias, std::int32_t input_zero_point, int stage_offset) const noexcept {
    const std::int64_t taken = weights * (std::int64_t{input_zero_point} + stage_offset);
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(bias) - static_cast<std::uint32_t>(taken));
  }
};

/// What a product of Rows x Depth by Depth x Columns streams. Plain data: made in the compiler or at run time. Members stand
/// in the order of their alignment and are rounded up to 8 bytes, so that there is no padding and every byte can be checked.
template <class Isa, class Rule, int Rows, int Columns, int Depth>
struct packed_product {
  using layout = gemm_layout<Isa, Rows, Columns, Depth>;
  requantization<Rule, layout::columns> output{};
  std::array<std::int32_t, static_cast<std::size_t>(round_up(layout::columns, 2))> bias{};
  std::array<typename Isa::weight, (layout::weight_count + 7) / 8 * 8> weights{};
  std::int32_t input_zero_point{};
  std::int32_t kernel_zero_point{};
};

/// Packs weight(column, k) (int8), bias(column) (int32) and factor(column) (Rule's).
///
/// The accumulator is sum (w - zw) * (x - zx) + bias. The terms that do not depend on x go into the bias; a kernel zero
/// point leaves zw * sum (x - zx), which `row_offset` gives.
template <class Isa, class Rule, int Rows, int Columns, int Depth, class Weight, class Bias, class Factor>
constexpr void pack_product(packed_product<Isa, Rule, Rows, Columns, Depth>& to, const Weight& weight, const Bias& bias,
                            const Factor& factor, const int8_terms& terms) noexcept {
  to.input_zero_point = terms.input_zero_point;
  to.kernel_zero_point = terms.kernel_zero_point;
  packed_product<Isa, Rule, Rows, Columns, Depth>::layout::pack(to.weights.data(), weight);
  to.output.set_output(terms.output_zero_point, terms.low, terms.high, terms.try_to_prove);
  for (int column = 0; column < Columns; ++column) {
    weight_sums sums;
    for (int k = 0; k < Depth; ++k) sums.add(weight(column, k), terms);
    to.bias[static_cast<std::size_t>(column)] =
        sums.folded(bias(column), terms.input_zero_point, Isa::stage_offset);
    to.output.set(column, factor(column), sums.bound(bias(column)));
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
