// SPDX-License-Identifier: Apache-2.0
// Two-input functions with broadcasting on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon {

template <class Call>
requires(two_input_function<typename Call::op> &&
         (all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>)) struct kernel<reference, Call> {
  using packed = typename Call::op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* a, const value_type* b) noexcept {
    constexpr shape extents = Call::y.extents;
    constexpr op::strided first = op::broadcast_view(Call::operands[0].tensor.extents, extents);
    constexpr op::strided second = op::broadcast_view(Call::operands[1].tensor.extents, extents);
    constexpr int row_pitch = Call::result.pitch != 0 ? Call::result.pitch : op::row_length(extents);
    for (int row = 0; row < op::row_count(extents); ++row) {
      const value_type* x = a + first.row_start(extents, row);
      const value_type* z = b + second.row_start(extents, row);
      for (int i = 0; i < op::row_length(extents); ++i)
        y[row * row_pitch + i] = combine(w, x[i * first.row_step(extents)], z[i * second.row_step(extents)]);
    }
  }

 private:
  [[gnu::always_inline]] static constexpr value_type combine(const packed& w, value_type a,
                                                             value_type b) noexcept {
    if constexpr (Call::x.type == f32)
      return w.cut(Call::op::real(a, b));
    else
      return static_cast<value_type>(Call::op::integer(w, a, b));
  }
};

}  // namespace tenon
