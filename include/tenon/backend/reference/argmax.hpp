// SPDX-License-Identifier: Apache-2.0
// argmax on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/argmax.hpp>

namespace tenon {

template <calls<op::argmax_> Call>
  requires(Call::x.type == f32 || Call::x.type == i8)
struct kernel<reference, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, std::int32_t* y,
                                                   const value_type* x) noexcept {
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
