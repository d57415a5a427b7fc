// SPDX-License-Identifier: Apache-2.0
// argmax on the kryo backend.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/batches.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/argmax.hpp>

namespace tenon {
namespace kryo_kernels {

/// The first place of a value among `Length` numbers, at least a batch of them; `Length` if it is not there.
/// Places are counted in float32, so there are fewer than 2^24.
template <int Length>
[[gnu::always_inline]] inline std::int32_t first_place_of(float value, const float* x) noexcept {
  static_assert(Length < 1 << 24);
  alignas(64) std::array<float, floats::size> each;
  for (std::size_t i = 0; i < floats::size; ++i) each[i] = static_cast<float>(i);
  const floats lanes = floats::load_aligned(each.data());
  floats first(static_cast<float>(Length));
  const auto meet = [&](int start) __attribute__((always_inline)) {
    const floats places = lanes + static_cast<float>(start);
    first = xsimd::select(floats::load_unaligned(x + start) == value, xsimd::min(first, places), first);
  };
  for (int i = 0; i + float_lanes <= Length; i += float_lanes) meet(i);
  if constexpr (Length % float_lanes != 0) meet(Length - float_lanes);
  first.store_aligned(each.data());
  return static_cast<std::int32_t>(*std::min_element(each.begin(), each.end()));
}

}  // namespace kryo_kernels

/// Two sweeps over each line: its largest value, then the first place that holds it.
template <class Isa, calls<op::argmax_> Call>
  requires(Call::x.type == f32 || Call::x.type == i8)
struct kernel<kryo_on<Isa>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "two_sweeps";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, std::int32_t* y,
                                         const value_type* x) noexcept {
    constexpr int outer = Call::x.extents.span_of(0, along);
    for (int block = 0; block < outer; ++block, x += length * inner)
      for (int i = 0; i < inner; ++i) *y++ = first_of(x + i, largest_of(x + i));
  }

 private:
  static constexpr int along = Call::op::axis_of(Call::x.extents);
  static constexpr int length = Call::x.extents[along];
  static constexpr int inner = Call::x.extents.span_of(along + 1, Call::x.extents.rank);

  static constexpr bool in_batches =
      Call::x.type == f32 && inner == 1 && length >= kryo_kernels::float_lanes && length < 1 << 24;

  [[gnu::always_inline]] static value_type largest_of(const value_type* x) noexcept {
    if constexpr (in_batches) {
      return kryo_kernels::largest_of<length>(x);
    } else {
      value_type largest = x[0];
      for (int k = 1; k < length; ++k) largest = x[k * inner] > largest ? x[k * inner] : largest;
      return largest;
    }
  }

  /// A line that starts with something that is not a number has it as its largest, which equals nothing:
  /// place 0.
  [[gnu::always_inline]] static std::int32_t first_of(const value_type* x, value_type largest) noexcept {
    std::int32_t place = length;
    if constexpr (in_batches) {
      place = kryo_kernels::first_place_of<length>(largest, x);
    } else {
      for (int k = 0; k < length; ++k) {
        const std::int32_t here = x[k * inner] == largest ? k : length;
        place = here < place ? here : place;
      }
    }
    return place < length ? place : 0;
  }
};

}  // namespace tenon
