// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on Hexagon, bit-equal to the reference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/depthwise.hpp>
#include <tenon/backend/hexagon/plane_depthwise.hpp>
#include <tenon/backend/hexagon/plane_offers.hpp>
#include <tenon/backend/hexagon/reorder.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/kernel/layout.hpp>
#include <tenon/op/depthwise_conv2d.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::depthwise_conv2d_> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  static constexpr int pitch = Call::result.row_pitch();
  static constexpr hexagon_kernels::window_over over{in, out, op::window_over(in), in.channels};
  using product =
      hexagon_kernels::depthwise_convolution<typename parameters::rule, over, op::multiple, pitch>;

  static constexpr std::string_view variant = "interleaved_taps";
  static constexpr std::size_t scratch = product::scratch;
  static constexpr auto layouts = hexagon_kernels::depthwise_layouts<typename parameters::rule, over, op::multiple>();
  using packed = typename product::packed;

  static constexpr packed pack(const parameters& w) noexcept {
    return hexagon_kernels::pack_depthwise<product, over>(w);
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    for (int batch = 0; batch < in.batch; ++batch)
      product::run(w, borrowed, y + batch * out.rows * out.columns * pitch,
                   x + batch * in.rows * in.columns * in.channels);
  }
};

/// The same, where plane after plane is stored.
template <since<v66> Architecture, calls_stored<op::depthwise_conv2d_, hexagon_kernels::channel_planes> Call>
struct kernel<hexagon<Architecture>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr hexagon_kernels::window_over over{in, tenon::op::image_of(Call::y.extents), op::window_over(in), 1};
  using product = hexagon_kernels::plane_depthwise<over>;

  static constexpr std::string_view variant = "scalar_weights";
  static constexpr std::size_t scratch = product::scratch;
  using packed = typename product::packed;

  static constexpr packed pack(const parameters& w) noexcept {
    return hexagon_kernels::pack_plane_depthwise<over>(w);
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    product::run(w, borrowed, y, x);
  }
};

}  // namespace tenon
