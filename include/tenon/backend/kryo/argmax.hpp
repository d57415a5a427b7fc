// SPDX-License-Identifier: Apache-2.0
// argmax on the kryo backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/argmax.hpp>

namespace tenon {

/// Two sweeps over each line: its largest value, then the first place that holds it.
template <class Isa, calls<op::argmax_> Call>
  requires(Call::x.type == f32 || Call::x.type == i8) struct kernel<kryo_on<Isa>, Call> {
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

  [[gnu::always_inline]] static value_type largest_of(const value_type* x) noexcept {
    value_type largest = x[0];
    for (int k = 1; k < length; ++k) largest = x[k * inner] > largest ? x[k * inner] : largest;
    return largest;
  }

  /// A line that starts with something that is not a number has it as its largest, which equals nothing:
  /// place 0.
  [[gnu::always_inline]] static std::int32_t first_of(const value_type* x, value_type largest) noexcept {
    std::int32_t place = length;
    for (int k = 0; k < length; ++k) {
      const std::int32_t here = x[k * inner] == largest ? k : length;
      place = here < place ? here : place;
    }
    return place < length ? place : 0;
  }
};

}  // namespace tenon
