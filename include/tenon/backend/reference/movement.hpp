// SPDX-License-Identifier: Apache-2.0
// Operators whose results are strided views of their inputs, on the reference backend.
#pragma once

#include <cstddef>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/movement.hpp>

namespace tenon {

template <class Call>
requires(moves_by_strides<typename Call::op>&& Call::x.type == Call::y.type) struct kernel<reference, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    constexpr shape extents = op::extents_of_walk<typename Call::op>(Call::x.extents, Call::y.extents);
    constexpr op::strided view = Call::op::view(Call::x.extents);
    constexpr int length = op::row_length(extents);
    constexpr int row_pitch = Call::result.pitch != 0 ? Call::result.pitch : length;
    for (int row = 0; row < op::row_count(extents); ++row) {
      const int start = view.row_start(extents, row);
      for (int i = 0; i < length; ++i) y[row * row_pitch + i] = x[start + i * view.row_step(extents)];
    }
  }
};

}  // namespace tenon
