// SPDX-License-Identifier: Apache-2.0
// quantize on Hexagon, bit-equal to the reference: number by number, as vectors of older architectures have
// no real numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/quantize.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::quantize_> Call>
  requires(Call::x.type == f32 && (Call::y.type == i8 || Call::y.type == u8))
struct kernel<hexagon<Architecture>, Call> {
  using packed = op::encoding_parameters;
  using made_type = storage_t<Call::y.type>;
  static constexpr std::string_view variant = "scalar";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, made_type* y, const float* x) noexcept {
    constexpr integer_range range = range_of(Call::y.type);
    for (int i = 0; i < Call::y.size(); ++i)
      y[i] = static_cast<made_type>(quantize_value(x[i], w.code, range.low, range.high));
  }
};

}  // namespace tenon
