// SPDX-License-Identifier: Apache-2.0
// add on scalar_dsp: two inputs of one shape.
#pragma once

#include "backend.hpp"

#include <tenon/kernel/kernel.hpp>
#include <tenon/op/add.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {

template <calls<op::add_> Call>
  requires all_elements<Call, i8> && (Call::operands[0] == Call::operands[1])
struct kernel<scalar_dsp, Call> {
  using packed = typename Call::op::template parameters<Call>;
  static constexpr std::string_view variant = "loop";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, std::int8_t* y, const std::int8_t* a,
                                                   const std::int8_t* b) noexcept {
    constexpr int length = op::row_length(Call::y.extents);
    constexpr int pitch = Call::result.pitch != 0 ? Call::result.pitch : length;
    for (int row = 0; row < op::row_count(Call::y.extents); ++row)
      for (int i = 0; i < length; ++i) {
        const int from = row * length + i;
        y[row * pitch + i] = static_cast<std::int8_t>(Call::op::integer(w, a[from], b[from]));
      }
  }
};

template <calls<op::add_> Call>
  requires all_elements<Call, i8>
inline constexpr std::string_view limit_of<scalar_dsp, Call> = "terms of one shape only";

}  // namespace tenon
