// SPDX-License-Identifier: Apache-2.0
// quantize on the kryo backend.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/batches.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/quantize.hpp>

namespace tenon {
namespace kryo_kernels {

/// Rounds halves away from zero and cuts to the range of i8 or u8, batch by batch; equal to `quantize_value` bit for bit.
template <element Made>
class batch_quantizer {
  static constexpr integer_range range = range_of(Made);

 public:
  using made_type = storage_t<Made>;

  /// Where the steps below are exact: a usable scale, and bounds that float32 holds.
  static constexpr bool suits(encoding to) noexcept {
    return to.known() && to.zero_point > -(1 << 22) && to.zero_point < 1 << 22;
  }

  [[gnu::always_inline]] explicit batch_quantizer(encoding to) noexcept
      : scale_(to.scale),
        low_(static_cast<float>(range.low - to.zero_point)),
        high_(static_cast<float>(range.high - to.zero_point)),
        zero_point_(to.zero_point) {}

  /// Writes the integers of the first `count` numbers of a batch.
  [[gnu::always_inline]] void store(floats x, made_type* y, int count) const noexcept {
    alignas(64) std::array<std::int32_t, floats::size> integers;
    xsimd::to_int(round(cut(divide_exactly(x, scale_)))).store_aligned(integers.data());
    for (int i = 0; i < count; ++i)
      y[i] = static_cast<made_type>(integers[static_cast<std::size_t>(i)] + zero_point_);
  }

 private:
  /// The bounds are integers, so they may come before the rounding; what is not a number becomes 0.
  [[gnu::always_inline]] floats cut(floats quotient) const noexcept {
    const floats number = xsimd::select(quotient == quotient, quotient, floats(0.0f));
    return xsimd::select(number < low_, low_, xsimd::select(number > high_, high_, number));
  }

  [[gnu::always_inline]] static floats round(floats x) noexcept {
    const floats whole = xsimd::to_float(xsimd::to_int(x));
    const floats rest = x - whole;
    const floats up = xsimd::select(rest >= floats(0.5f), whole + 1.0f, whole);
    return xsimd::select(rest <= floats(-0.5f), whole - 1.0f, up);
  }

  floats scale_;
  floats low_;
  floats high_;
  std::int32_t zero_point_;
};

}  // namespace kryo_kernels

template <class Isa, calls<op::quantize_> Call>
  requires(Call::x.type == f32 && (Call::y.type == i8 || Call::y.type == u8 || Call::y.type == i16))
struct kernel<kryo_on<Isa>, Call> {
  using packed = op::encoding_parameters;
  using made_type = storage_t<Call::y.type>;
  static constexpr std::string_view variant = "batches";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, made_type* y, const float* x) noexcept {
    using namespace kryo_kernels;
    using quantizer_type = batch_quantizer<Call::y.type>;
    constexpr integer_range range = range_of(Call::y.type);
    constexpr int size = Call::y.size();
    constexpr int whole = size / float_lanes * float_lanes;
    if (!quantizer_type::suits(w.code)) {
      for (int i = 0; i < size; ++i) y[i] = static_cast<made_type>(quantize_value(x[i], w.code, range.low, range.high));
      return;
    }
    const quantizer_type quantizer(w.code);
    for (int i = 0; i < whole; i += float_lanes)
      quantizer.store(floats::load_unaligned(x + i), y + i, float_lanes);
    if constexpr (whole < size)
      quantizer.store(load_part(x + whole, size - whole, 0.0f), y + whole, size - whole);
  }
};

}  // namespace tenon
