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

namespace reference_linear {

/// The units of a dense layer for one row of its input; `Numbers` says how sums are started, added up and stored.
template <class Numbers, class Value>
[[gnu::always_inline]] constexpr void multiply_row(const Numbers& w, Value* y, const Value* x) noexcept {
  for (int u = 0; u < Numbers::outputs; ++u) {
    auto acc = start(w, u);
    const auto* weights = w.kernel.data() + u * Numbers::taps;
    for (int k = 0; k < Numbers::taps; ++k) acc = accumulate(w, acc, weights[k], x[k]);
    y[u] = store(w, u, acc);
  }
}

}  // namespace reference_linear

template <calls<op::dense_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<reference, Call> {
  using packed = typename Call::op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    constexpr int depth = packed::taps;
    for (int row = 0; row < Call::x.size() / depth; ++row, x += depth, y += Call::result.row_pitch())
      reference_linear::multiply_row(w, y, x);
  }
};

/// Each row is rounded by its own range.
template <calls_rounding<op::dense_> Call>
  requires all_elements<Call, f32>
struct kernel<reference, Call> {
  using packed = typename Call::op::template parameters<Call>;
  static constexpr std::string_view variant = "rounded loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, float* y, const float* x) noexcept {
    constexpr int depth = packed::taps;
    for (int row = 0; row < Call::x.size() / depth; ++row, x += depth, y += Call::result.row_pitch())
      reference_linear::multiply_row(reference_linear::rounded(w, x, depth), y, x);
  }
};

}  // namespace tenon
