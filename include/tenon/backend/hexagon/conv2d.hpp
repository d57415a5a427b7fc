// SPDX-License-Identifier: Apache-2.0
// conv2d on Hexagon, bit-equal to the reference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/convolution.hpp>
#include <tenon/backend/hexagon/plane_offers.hpp>
#include <tenon/backend/hexagon/plane_pointwise.hpp>
#include <tenon/backend/hexagon/reorder.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/kernel/layout.hpp>
#include <tenon/op/conv2d.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::conv2d_> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr int groups = op::group_count;
  static constexpr int filters = op::filter_count / groups;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  static constexpr int pitch = Call::result.row_pitch();
  static constexpr hexagon_kernels::window_over over{in, out, op::window_over(in), in.channels / groups};
  using product = hexagon_kernels::convolution<typename parameters::rule, over, filters, pitch>;

  static constexpr std::string_view variant = "scalar_activations";
  static constexpr std::size_t scratch = product::scratch;
  static constexpr auto layouts =
      hexagon_kernels::pointwise_layouts<typename parameters::rule, over, filters, groups>();
  using packed = std::array<typename product::packed, static_cast<std::size_t>(groups)>;

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    for (int group = 0; group < groups; ++group)
      hexagon_kernels::pack_columns<product, filters>(made[static_cast<std::size_t>(group)], w,
                                                      group * filters);
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    for (int batch = 0; batch < in.batch; ++batch)
      for (int group = 0; group < groups; ++group)
        product::run(w[static_cast<std::size_t>(group)], borrowed,
                     y + batch * out.rows * out.columns * pitch + group * filters,
                     x + batch * in.rows * in.columns * in.channels + group * over.channels);
  }
};

/// The same, where plane after plane is stored.
template <since<v66> Architecture, calls_stored<op::conv2d_, hexagon_kernels::channel_planes> Call>
struct kernel<hexagon<Architecture>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr hexagon_kernels::plane_geometry from{tenon::op::image_of(Call::x.extents)};
  static constexpr hexagon_kernels::plane_geometry to{tenon::op::image_of(Call::y.extents)};
  using product = hexagon_kernels::plane_pointwise<from, to>;

  static constexpr std::string_view variant = "scalar_weights";
  static constexpr std::size_t scratch = product::scratch;
  using packed = typename product::packed;

  static constexpr packed pack(const parameters& w) noexcept {
    return hexagon_kernels::pack_plane_pointwise<product::inputs, product::outputs>(w);
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    product::run(w, borrowed, y, x);
  }
};

}  // namespace tenon
