// SPDX-License-Identifier: Apache-2.0
// quantize on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/quantize.hpp>

namespace tenon {

template <calls<op::quantize_> Call>
  requires(Call::x.type == f32 && (Call::y.type == i8 || Call::y.type == u8 || Call::y.type == i16))
struct kernel<reference, Call> {
  using packed = op::encoding_parameters;
  using made_type = storage_t<Call::y.type>;
  static constexpr std::string_view variant = "formula";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, made_type* y,
                                                   const float* x) noexcept {
    constexpr integer_range range = range_of(Call::y.type);
    for (int i = 0; i < Call::y.size(); ++i)
      y[i] = static_cast<made_type>(quantize_value(x[i], w.code, range.low, range.high));
  }
};

}  // namespace tenon
