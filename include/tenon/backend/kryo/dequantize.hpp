// SPDX-License-Identifier: Apache-2.0
// dequantize on the kryo backend.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/batches.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/dequantize.hpp>

namespace tenon {

template <class Isa, calls<op::dequantize_> Call>
  requires(Call::x.type == i8 && Call::y.type == f32) struct kernel<kryo_on<Isa>, Call> {
  using packed = op::encoding_parameters;
  static constexpr std::string_view variant = "batches";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, float* y,
                                         const std::int8_t* x) noexcept {
    using namespace kryo_kernels;
    constexpr int size = Call::y.size();
    constexpr int whole = size / float_lanes * float_lanes;
    for (int i = 0; i < whole; i += float_lanes) {
      alignas(64) std::array<std::int32_t, floats::size> distances;
      for (std::size_t k = 0; k < floats::size; ++k)
        distances[k] = wrapping_subtract(x[static_cast<std::size_t>(i) + k], w.code.zero_point);
      const auto wide = xsimd::batch<std::int32_t>::load_aligned(distances.data());
      (w.code.scale * xsimd::to_float(wide)).store_unaligned(y + i);
    }
    for (int i = whole; i < size; ++i) y[i] = dequantize_value(x[i], w.code);
  }
};

}  // namespace tenon
