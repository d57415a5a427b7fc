// SPDX-License-Identifier: Apache-2.0
// dequantize on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/dequantize.hpp>

namespace tenon {

template <calls<op::dequantize_> Call>
  requires((Call::x.type == i8 || Call::x.type == u8 || Call::x.type == i16) && Call::y.type == f32)
struct kernel<reference, Call> {
  using packed = op::encoding_parameters;
  static constexpr std::string_view variant = "formula";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, float* y,
                                                   const storage_t<Call::x.type>* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = dequantize_value(x[i], w.code);
  }
};

}  // namespace tenon
