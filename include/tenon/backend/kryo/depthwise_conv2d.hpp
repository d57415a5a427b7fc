// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on the kryo backend: lanes are channels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/depthwise.hpp>
#include <tenon/backend/kryo/geometry.hpp>
#include <tenon/backend/kryo/int16_depthwise.hpp>
#include <tenon/backend/kryo/real_depthwise.hpp>
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
