// SPDX-License-Identifier: Apache-2.0
// dequantize on Hexagon, bit-equal to the reference: number by number, as vectors of older architectures have
// no real numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/dequantize.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::dequantize_> Call>
  requires((Call::x.type == i8 || Call::x.type == u8) && Call::y.type == f32)
struct kernel<hexagon<Architecture>, Call> {
  using packed = op::encoding_parameters;
  static constexpr std::string_view variant = "scalar";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, float* y,
                                         const storage_t<Call::x.type>* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = dequantize_value(x[i], w.code);
  }
};

}  // namespace tenon
