// SPDX-License-Identifier: Apache-2.0
// argmax of int8 on Hexagon: number by number, as rows of scores are short.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/argmax.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::argmax_> Call>
  requires(Call::x.type == i8)
struct kernel<hexagon<Architecture>, Call> {
  using packed = no_parameters;
  static constexpr std::string_view variant = "scalar";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, std::int32_t* y,
                                         const std::int8_t* x) noexcept {
    constexpr shape extents = Call::x.extents;
    constexpr int along = Call::op::axis_of(extents);
    constexpr int inner = extents.span_of(along + 1, extents.rank);
    for (int outer = 0; outer < extents.span_of(0, along); ++outer, x += extents[along] * inner)
      for (int i = 0; i < inner; ++i) {
        int best = 0;
        for (int k = 1; k < extents[along]; ++k) best = x[k * inner + i] > x[best * inner + i] ? k : best;
        *y++ = best;
      }
  }
};

}  // namespace tenon
