// SPDX-License-Identifier: Apache-2.0
// batch_norm on the kryo backend: a depthwise convolution with a window of one pixel.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/depthwise.hpp>
#include <tenon/backend/kryo/geometry.hpp>
#include <tenon/backend/kryo/real_depthwise.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/batch_norm.hpp>

namespace tenon {
namespace kryo_kernels {

/// All positions of a tensor as one row of pixels.
template <class Call>
inline constexpr window_geometry normalized_pixels = [] {
  const int channels = Call::x.extents.from_end(0);
  const int pixels = Call::x.size() / channels;
  return geometry_of({1, 1, pixels, channels}, {1, 1, pixels, channels}, op::sliding{}, channels);
}();

}  // namespace kryo_kernels

template <class Isa, calls<op::batch_norm_> Call>
  requires all_elements<Call, i8>
struct kernel<kryo_on<Isa>, Call> {
  using parameters = typename Call::op::template parameters<Call>;
  using product = kryo_kernels::depthwise<Isa, typename parameters::rule, kryo_kernels::normalized_pixels<Call>, 1>;

  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = product::scratch;
  using packed = typename product::packed;

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    made.pack(w.kernel.data(), w.bias.data(), w.factors.data(), kryo_kernels::terms_of(w));
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    product::run(w, borrowed, y, parameters::outputs, x);
  }
};

template <class Isa, calls<op::batch_norm_> Call>
  requires all_elements<Call, f32>
struct kernel<kryo_on<Isa>, Call> {
  using packed = typename Call::op::template parameters<Call>;
  using product = kryo_kernels::real_depthwise<kryo_kernels::normalized_pixels<Call>, 1>;

  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, float* y, const float* x) noexcept {
    product::run(w.kernel.data(), w.bias.data(), w.low, w.high, y, packed::outputs, x);
  }
};

}  // namespace tenon
