// SPDX-License-Identifier: Apache-2.0
// batch_norm on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/backend/reference/linear.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/batch_norm.hpp>

namespace tenon {

template <calls<op::batch_norm_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    constexpr int channels = packed::outputs;
    for (int row = 0; row < Call::x.size() / channels; ++row, x += channels, y += channels)
      for (int c = 0; c < channels; ++c) {
        const auto acc =
            reference_linear::accumulate(w, reference_linear::start(w, c), w.kernel[static_cast<std::size_t>(c)], x[c]);
        y[c] = reference_linear::store(w, c, acc);
      }
  }
};

}  // namespace tenon
