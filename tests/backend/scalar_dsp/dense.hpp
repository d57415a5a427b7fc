// SPDX-License-Identifier: Apache-2.0
// dense on scalar_dsp: weights in the order in which they are read, zero points taken out when packing.
#pragma once

#include "backend.hpp"

#include <tenon/core/fixed_point.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/dense.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {

template <calls<op::dense_> Call>
  requires all_elements<Call, i8>
struct kernel<scalar_dsp, Call> {
  using parameters = typename Call::op::template parameters<Call>;
  using rule = typename parameters::rule;
  static constexpr std::size_t outputs = parameters::outputs;
  static constexpr std::size_t depth = parameters::taps;
  static constexpr std::size_t groups = (outputs + 3) / 4;
  static constexpr std::size_t rows = Call::x.size() / parameters::taps;

  static constexpr std::string_view variant = "four_outputs";
  static constexpr std::size_t scratch = 0;

  struct packed {
    std::array<std::int16_t, groups * depth * 4> weights{};  // [group of four outputs][tap][output]
    std::array<std::int32_t, groups * 4> bias{};
    std::array<typename rule::factor, outputs> factors{};
    std::int32_t zero_point{};
    std::int32_t low{};
    std::int32_t high{};
  };

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    for (std::size_t output = 0; output < outputs; ++output) {
      std::int32_t bias = w.bias[output];
      for (std::size_t tap = 0; tap < depth; ++tap) {
        const int weight = w.kernel[output * depth + tap] - w.kernel_zero_point;
        made.weights[(output / 4 * depth + tap) * 4 + output % 4] = static_cast<std::int16_t>(weight);
        bias = wrapping_subtract(bias, weight * w.input_zero_point);
      }
      made.bias[output] = bias;
      made.factors[output] = w.factors[output];
    }
    made.zero_point = w.output_zero_point;
    made.low = w.low;
    made.high = w.high;
    return made;
  }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, std::int8_t* y,
                                                   const std::int8_t* x) noexcept {
    for (std::size_t row = 0; row < rows; ++row, x += depth, y += outputs)
      for (std::size_t group = 0; group < groups; ++group) {
        const auto sums = four_sums(w, group, x);
        for (std::size_t lane = 0; lane < 4 && group * 4 + lane < outputs; ++lane)
          y[group * 4 + lane] = store(w, group * 4 + lane, sums[lane]);
      }
  }

 private:
  [[gnu::always_inline]] static constexpr std::array<std::int32_t, 4> four_sums(const packed& w, std::size_t group,
                                                                                const std::int8_t* x) noexcept {
    std::array<std::int32_t, 4> sums{};
    for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] = w.bias[group * 4 + lane];
    const std::int16_t* weights = w.weights.data() + group * depth * 4;
    for (std::size_t tap = 0; tap < depth; ++tap, weights += 4)
      for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] = wrapping_add(sums[lane], x[tap] * weights[lane]);
    return sums;
  }

  [[gnu::always_inline]] static constexpr std::int8_t store(const packed& w, std::size_t output,
                                                            std::int32_t sum) noexcept {
    const std::int32_t q = wrapping_add(rule::apply(sum, w.factors[output]), w.zero_point);
    return static_cast<std::int8_t>(q < w.low ? w.low : q > w.high ? w.high : q);
  }
};

}  // namespace tenon
