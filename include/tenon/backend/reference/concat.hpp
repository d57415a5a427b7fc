// SPDX-License-Identifier: Apache-2.0
// concat on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/concat.hpp>

namespace tenon {

template <calls<op::concat_> Call>
struct kernel<reference, Call> {
  using packed = typename Call::op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  template <class... Inputs>
  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const Inputs*... x) noexcept {
    constexpr int along = Call::op::joined_axis(Call::y.extents);
    for (int outer = 0; outer < Call::y.extents.span_of(0, along); ++outer) {
      std::size_t input = 0;
      ((y = copy(w, y, x, outer, input++)), ...);
    }
  }

 private:
  /// Writes one input's part of a row of the joined axis; where the next part begins.
  [[gnu::always_inline]] static constexpr value_type* copy(const packed& w, value_type* y,
                                                           const value_type* x, int outer,
                                                           std::size_t input) noexcept {
    constexpr int along = Call::op::joined_axis(Call::y.extents);
    const int length = Call::operands[input].tensor.extents.span_of(along, Call::y.extents.rank);
    for (int i = 0; i < length; ++i) y[i] = moved(w, x[outer * length + i], input);
    return y + length;
  }

  [[gnu::always_inline]] static constexpr value_type moved([[maybe_unused]] const packed& w, value_type q,
                                                           [[maybe_unused]] std::size_t input) noexcept {
    if constexpr (Call::x.type == i8 || Call::x.type == i16)
      return w.moved(input, q);
    else
      return q;
  }
};

}  // namespace tenon
