// SPDX-License-Identifier: Apache-2.0
// dense on Hexagon, bit-equal to the reference: a convolution with a window of one pixel.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/convolution.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/dense.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::dense_> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr int rows = Call::x.size() / parameters::taps;
  static constexpr hexagon_kernels::window_over over{
      {1, 1, rows, parameters::taps}, {1, 1, rows, op::unit_count}, {}, parameters::taps};
  using product =
      hexagon_kernels::convolution<typename parameters::rule, over, op::unit_count, Call::result.row_pitch()>;

  static constexpr std::string_view variant = "scalar_activations";
  static constexpr std::size_t scratch = product::scratch;
  using packed = typename product::packed;

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    hexagon_kernels::pack_columns<product, op::unit_count>(made, w, 0);
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    product::run(w, borrowed, y, x);
  }
};

}  // namespace tenon
