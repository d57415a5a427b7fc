// SPDX-License-Identifier: Apache-2.0
// dense on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/backend/reference/linear.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/dense.hpp>

namespace tenon {

template <calls<op::dense_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    constexpr int depth = packed::taps;
    for (int row = 0; row < Call::x.size() / depth; ++row, x += depth, y += Call::result.row_pitch())
      for (int u = 0; u < op::unit_count; ++u) {
        auto acc = reference_linear::start(w, u);
        const auto* weights = w.kernel.data() + u * depth;
        for (int k = 0; k < depth; ++k) acc = reference_linear::accumulate(w, acc, weights[k], x[k]);
        y[u] = reference_linear::store(w, u, acc);
      }
  }
};

}  // namespace tenon
