// SPDX-License-Identifier: Apache-2.0
// softmax on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/softmax.hpp>

namespace tenon {

template <calls<op::softmax_> Call>
  requires all_elements<Call, f32>
struct kernel<reference, Call> {
  using packed = no_parameters;
  static constexpr std::string_view variant = "formula";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, float* y,
                                                   const float* x) noexcept {
    constexpr int length = Call::x.extents.from_end(0);
    for (int row = 0; row < Call::x.size() / length; ++row, x += length, y += length) {
      float largest = x[0];
      for (int i = 1; i < length; ++i) largest = x[i] > largest ? x[i] : largest;
      float sum = 0.0f;
      for (int i = 0; i < length; ++i) {
        y[i] = static_cast<float>(math::exp(double{(x[i] - largest) * Call::op::factor}));
        sum += y[i];
      }
      for (int i = 0; i < length; ++i) y[i] /= sum;
    }
  }
};

template <calls<op::softmax_> Call>
  requires all_elements<Call, i8>
struct kernel<reference, Call> {
  using packed = op::softmax_parameters;
  static constexpr std::string_view variant = "table";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, std::int8_t* y,
                                                   const std::int8_t* x) noexcept {
    constexpr int length = Call::x.extents.from_end(0);
    for (int row = 0; row < Call::x.size() / length; ++row, x += length, y += length) {
      std::int32_t largest = x[0];
      for (int i = 1; i < length; ++i) largest = x[i] > largest ? x[i] : largest;
      std::int64_t sum = 0;
      for (int i = 0; i < length; ++i) sum += op::softmax_share::part(exponential(w, largest - x[i]));
      const auto share = op::softmax_share::of_sum(sum);
      for (int i = 0; i < length; ++i) y[i] = share(exponential(w, largest - x[i]));
    }
  }

 private:
  [[gnu::always_inline]] static constexpr std::int32_t exponential(const packed& w,
                                                                   std::int32_t distance) noexcept {
    return w.exponentials[static_cast<std::size_t>(distance)];
  }
};

template <calls<op::softmax_> Call>
  requires all_elements<Call, i16>
struct kernel<reference, Call> {
  using integer = storage_t<Call::x.type>;
  using packed = op::int16_softmax_parameters<integer>;
  static constexpr std::string_view variant = "formula";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, std::int16_t* y,
                                                   const std::int16_t* x) noexcept {
    constexpr int length = Call::x.extents.from_end(0);
    for (int row = 0; row < Call::x.size() / length; ++row, x += length, y += length) {
      std::int32_t largest = x[0];
      for (int i = 1; i < length; ++i) largest = x[i] > largest ? x[i] : largest;
      std::int32_t sum = 0;
      for (int i = 0; i < length; ++i) sum = wrapping_add(sum, w.exponential(largest - x[i]));
      const auto share = op::int16_softmax_share<integer>::of_sum(sum);
      for (int i = 0; i < length; ++i) y[i] = share(w.exponential(largest - x[i]));
    }
  }
};

}  // namespace tenon
