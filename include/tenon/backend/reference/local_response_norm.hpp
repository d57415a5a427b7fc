// SPDX-License-Identifier: Apache-2.0
// local_response_norm on the reference backend.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/local_response_norm.hpp>

namespace tenon {

template <calls<op::local_response_norm_> Call>
  requires all_elements<Call, f32>
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = no_parameters;
  static constexpr std::string_view variant = "formula";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, float* y, const float* x) noexcept {
    constexpr int channels = Call::x.extents.from_end(0);
    for (int pixel = 0; pixel < Call::x.size() / channels; ++pixel, x += channels, y += channels)
      for (int c = 0; c < channels; ++c) y[c] = x[c] / op::divisor(squares_around(x, c));
  }

 private:
  [[gnu::always_inline]] static constexpr float squares_around(const float* x, int channel) noexcept {
    constexpr int channels = Call::x.extents.from_end(0);
    const int first = channel > op::below ? channel - op::below : 0;
    const int last = channels - 1 - channel > op::above ? channel + op::above : channels - 1;
    float sum = 0.0f;
    for (int i = first; i <= last; ++i) sum += x[i] * x[i];
    return sum;
  }
};

}  // namespace tenon
