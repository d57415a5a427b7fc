// SPDX-License-Identifier: Apache-2.0
// conv2d on the kryo backend: patches staged tile by tile, times weights packed in streaming order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/convolve.hpp>
#include <tenon/backend/kryo/geometry.hpp>
#include <tenon/backend/kryo/real_convolve.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/conv2d.hpp>

namespace tenon {

/// The packed product: each group of channels of each image is one product of staged patches and packed weights.
template <class Isa, calls<op::conv2d_> Call>
  requires(all_elements<Call, i8> || all_elements<Call, f32>)
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr int group_count = op::group_count;
  static constexpr int group_filters = op::filter_count / group_count;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  static constexpr kryo_kernels::window_geometry geometry =
      kryo_kernels::geometry_of(in, out, op::window_over(in), in.channels / group_count);
  using product = kryo_kernels::convolution_of<Isa, parameters, geometry, group_filters>;

  static constexpr std::string_view variant = "packed_gemm";
  static constexpr std::size_t scratch = product::scratch;
  using packed = std::array<typename product::packed, static_cast<std::size_t>(group_count)>;

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    for (int group = 0; group < group_count; ++group)
      kryo_kernels::pack_linear(made[static_cast<std::size_t>(group)], w, group * group_filters);
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, value_type* y, const value_type* x) noexcept {
    for (int batch = 0; batch < in.batch; ++batch)
      for (int group = 0; group < group_count; ++group)
        product::run(w[static_cast<std::size_t>(group)], borrowed,
                     y + batch * out.rows * out.columns * Call::result.row_pitch() + group * group_filters,
                     Call::result.row_pitch(),
                     x + batch * in.rows * in.columns * in.channels + group * (in.channels / group_count));
  }
};

}  // namespace tenon
