// SPDX-License-Identifier: Apache-2.0
// dequantize on the kryo backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/batches.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/dequantize.hpp>

namespace tenon {

template <class Isa, calls<op::dequantize_> Call>
  requires((Call::x.type == i8 || Call::x.type == u8 || Call::x.type == i16) && Call::y.type == f32)
struct kernel<kryo_on<Isa>, Call> {
  using packed = op::encoding_parameters;
  static constexpr std::string_view variant = "batches";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, float* y,
                                         const storage_t<Call::x.type>* x) noexcept {
    using namespace kryo_kernels;
    constexpr int size = Call::y.size();
    constexpr int whole = size / float_lanes * float_lanes;
    const xsimd::batch<std::int32_t> zero_point(w.code.zero_point);
    for (int i = 0; i < whole; i += float_lanes)
      (w.code.scale * xsimd::to_float(load_widened(x + i) - zero_point)).store_unaligned(y + i);
    for (int i = whole; i < size; ++i) y[i] = dequantize_value(x[i], w.code);
  }
};

}  // namespace tenon
