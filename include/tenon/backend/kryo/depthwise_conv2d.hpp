// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on the kryo backend: lanes are channels.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/depthwise.hpp>
#include <tenon/backend/kryo/geometry.hpp>
#include <tenon/backend/kryo/int16_depthwise.hpp>
#include <tenon/backend/kryo/real_depthwise.hpp>
#include <tenon/backend/kryo/round_input.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/depthwise_conv2d.hpp>

namespace tenon {
namespace kryo_kernels {

/// The geometry of a depthwise call over one image of its batch.
template <class Call>
inline constexpr window_geometry depthwise_geometry = geometry_of(op::image_of(Call::x.extents),
                                                                  op::image_of(Call::y.extents),
                                                                  Call::op::window_over(op::image_of(Call::x.extents)),
                                                                  op::image_of(Call::x.extents).channels);

}  // namespace kryo_kernels

template <class Isa, calls<op::depthwise_conv2d_> Call>
  requires all_elements<Call, i8>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  using product =
      kryo_kernels::depthwise<Isa, typename parameters::rule, kryo_kernels::depthwise_geometry<Call>, op::multiple>;

  static constexpr std::string_view variant = "gathered_taps";
  static constexpr std::size_t scratch = product::scratch;
  using packed = typename product::packed;

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    made.pack(w.kernel.data(), w.bias.data(), w.factors.data(), kryo_kernels::terms_of(w));
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    for (int batch = 0; batch < in.batch; ++batch)
      product::run(w, borrowed, y + batch * out.rows * out.columns * Call::result.row_pitch(), Call::result.row_pitch(),
                   x + batch * in.rows * in.columns * in.channels);
  }
};

template <class Isa, calls<op::depthwise_conv2d_> Call>
  requires all_elements<Call, f32>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  using product = kryo_kernels::real_depthwise<kryo_kernels::depthwise_geometry<Call>, op::multiple>;

  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, float* y, const float* x) noexcept {
    for (int batch = 0; batch < in.batch; ++batch)
      product::run(w.kernel.data(), w.bias.data(), w.low, w.high,
                   y + batch * out.rows * out.columns * Call::result.row_pitch(), Call::result.row_pitch(),
                   x + batch * in.rows * in.columns * in.channels);
  }
};

namespace kryo_kernels {

/// What a depthwise convolution of a rounded input streams: its integers as real numbers.
template <class Parameters>
struct real_integers {
  static constexpr std::size_t outputs = std::size_t{Parameters::outputs};
  std::array<float, outputs * std::size_t{Parameters::taps}> kernel{};
  std::array<float, outputs> scales{};
  std::array<float, outputs> bias{};
  float low{};
  float high{};

  /// y = sum * (input scale * scale) + bias, for the sums of one pixel, in place.
  [[gnu::always_inline]] void finish(float* y, float input_scale) const noexcept {
    for (std::size_t o = 0; o < outputs; ++o) {
      const float scaled = y[o] * (input_scale * scales[o]);
      const float shifted = scaled + bias[o];
      y[o] = shifted < low ? low : shifted > high ? high : shifted;
    }
  }
};

}  // namespace kryo_kernels

/// Each image of a batch is rounded by its own range into borrowed memory. Real numbers hold the sums of integers of up
/// to 518 taps exactly, so the kernel of real numbers adds them up.
template <class Isa, calls_rounding<op::depthwise_conv2d_> Call>
  requires all_elements<Call, f32>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  using packed = kryo_kernels::real_integers<parameters>;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  using product = kryo_kernels::real_depthwise<kryo_kernels::depthwise_geometry<Call>, op::multiple>;
  static constexpr int image_size = in.rows * in.columns * in.channels;

  static constexpr std::string_view variant = "rounded_channels";
  static constexpr std::size_t scratch = static_cast<std::size_t>(image_size) * sizeof(float);

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    for (std::size_t i = 0; i < made.kernel.size(); ++i) made.kernel[i] = static_cast<float>(w.kernel[i]);
    made.scales = w.scales;
    made.bias = w.bias;
    made.low = w.low;
    made.high = w.high;
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, float* y, const float* x) noexcept {
    auto* const rounded = reinterpret_cast<float*>(borrowed);
    constexpr float none = std::numeric_limits<float>::infinity();
    for (int batch = 0; batch < in.batch; ++batch, x += image_size) {
      const auto by = tenon::op::input_rounding::of<parameters::rounding>(kryo_kernels::range_of_values<image_size>(x));
      kryo_kernels::input_rounder(by).template round<image_size>(x, rounded);
      float* const result = y + batch * out.rows * out.columns * Call::result.row_pitch();
      product::run(w.kernel.data(), no_bias.data(), -none, none, result, Call::result.row_pitch(), rounded);
      for (int pixel = 0; pixel < out.rows * out.columns; ++pixel)
        w.finish(result + pixel * Call::result.row_pitch(), by.scale);
    }
  }

 private:
  static constexpr std::array<float, packed::outputs> no_bias{};
};

template <class Isa, calls<op::depthwise_conv2d_> Call>
  requires all_elements<Call, i16>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  using product = kryo_kernels::int16_depthwise<packed, kryo_kernels::depthwise_geometry<Call>, op::multiple>;

  static constexpr std::string_view variant = "channels";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int16_t* y, const std::int16_t* x) noexcept {
    for (int batch = 0; batch < in.batch; ++batch)
      product::run(w, y + batch * out.rows * out.columns * Call::result.row_pitch(), Call::result.row_pitch(),
                   x + batch * in.rows * in.columns * in.channels);
  }
};

}  // namespace tenon
