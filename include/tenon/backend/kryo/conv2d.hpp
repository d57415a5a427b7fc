// SPDX-License-Identifier: Apache-2.0
// conv2d on the kryo backend: patches staged tile by tile, times weights packed in streaming order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/convolve.hpp>
#include <tenon/backend/kryo/direct.hpp>
#include <tenon/backend/kryo/geometry.hpp>
#include <tenon/backend/kryo/real_convolve.hpp>
#include <tenon/backend/kryo/round_input.hpp>
#include <tenon/backend/kryo/rounded_convolve.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/conv2d.hpp>

namespace tenon {

namespace kryo_kernels {

/// A convolution by one of kryo's products: `Choose<Isa, Parameters, Geometry, Columns>` is run for each group of
/// channels of each image.
template <class Isa, class Call, template <class, class, window_geometry, int> class Choose>
struct grouped_convolution {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr int group_count = op::group_count;
  static constexpr int group_filters = op::filter_count / group_count;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  static constexpr window_geometry geometry = geometry_of(in, out, op::window_over(in), in.channels / group_count);
  using product = Choose<Isa, parameters, geometry, group_filters>;

  static constexpr std::size_t scratch = product::scratch;
  using packed = std::array<typename product::packed, static_cast<std::size_t>(group_count)>;

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    for (int group = 0; group < group_count; ++group)
      pack_group<product>(made[static_cast<std::size_t>(group)], w, group * group_filters);
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, value_type* y,
                                         const value_type* x) noexcept {
    for (int batch = 0; batch < in.batch; ++batch)
      for (int group = 0; group < group_count; ++group)
        product::run(w[static_cast<std::size_t>(group)], borrowed,
                     y + batch * out.rows * out.columns * Call::result.row_pitch() + group * group_filters,
                     Call::result.row_pitch(),
                     x + batch * in.rows * in.columns * in.channels + group * (in.channels / group_count));
  }
};

/// Whether windows of integers overlap in lines that are worth staging.
template <class Call>
inline constexpr bool shares_lines = [] {
  if constexpr (Call::x.type != i8) return false;
  constexpr op::sliding moving = Call::op::window_over(op::image_of(Call::x.extents));
  constexpr op::image out = op::image_of(Call::y.extents);
  return moving.taps() > 1 && moving.spread.rows == 1 && moving.spread.columns == 1 && out.rows * out.columns > 1;
}();

template <class Call>
using convolution_variant = std::conditional_t<shares_lines<Call>, direct, packed_gemm>;

}  // namespace kryo_kernels

template <class Isa, calls<op::conv2d_> Call>
  requires(all_elements<Call, i8> || all_elements<Call, f32>)
struct kernel<variant_of<kryo_on<Isa>, packed_gemm>, Call>
    : kryo_kernels::grouped_convolution<Isa, Call, kryo_kernels::convolution_of> {
  static constexpr std::string_view variant = "packed_gemm";
};

template <class Isa, calls<op::conv2d_> Call>
  requires all_elements<Call, i8>
struct kernel<variant_of<kryo_on<Isa>, direct>, Call>
    : kryo_kernels::grouped_convolution<Isa, Call, kryo_kernels::direct_convolution_of> {
  static constexpr std::string_view variant = "direct";
};

/// By itself kryo takes the variant that copies less: windows of several neighbouring taps share values, so lines are
/// staged; windows of one tap or far taps (whose lines would be many) are staged tile by tile.
template <class Isa, calls<op::conv2d_> Call>
  requires(all_elements<Call, i8> || all_elements<Call, f32>)
struct kernel<kryo_on<Isa>, Call>
    : kernel<variant_of<kryo_on<Isa>, kryo_kernels::convolution_variant<Call>>, Call> {};

template <class Isa, calls<op::conv2d_> Call>
  requires all_elements<Call, i16>
struct kernel<kryo_on<Isa>, Call> : kryo_kernels::grouped_convolution<Isa, Call, kryo_kernels::convolution_of> {
  static constexpr std::string_view variant = "patches";
};

/// Each image of a batch is rounded by its own range into borrowed memory, then multiplied as int8.
template <class Isa, calls_rounding<op::conv2d_> Call>
  requires all_elements<Call, f32>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr int group_count = op::group_count;
  static constexpr int group_filters = op::filter_count / group_count;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  static constexpr int group_channels = in.channels / group_count;
  static constexpr int image_size = in.rows * in.columns * in.channels;
  using product =
      kryo_kernels::rounded_convolution<Isa, kryo_kernels::geometry_of(in, out, op::window_over(in), group_channels),
                                        group_filters>;

  static constexpr std::string_view variant = "rounded_gemm";
  static constexpr int rounded_bytes = kryo_kernels::round_up(image_size, 64);
  static constexpr std::size_t scratch = product::scratch + static_cast<std::size_t>(rounded_bytes);
  using packed = std::array<typename product::packed, static_cast<std::size_t>(group_count)>;

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    for (int group = 0; group < group_count; ++group)
      made[static_cast<std::size_t>(group)].pack(w, group * group_filters);
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, float* y, const float* x) noexcept {
    auto* const rounded = reinterpret_cast<std::int8_t*>(borrowed);
    for (int batch = 0; batch < in.batch; ++batch, x += image_size) {
      const auto by = tenon::op::input_rounding::of<parameters::rounding>(kryo_kernels::range_of_values<image_size>(x));
      kryo_kernels::input_rounder(by).template round<image_size>(x, rounded);
      for (int group = 0; group < group_count; ++group)
        product::run(w[static_cast<std::size_t>(group)], by, borrowed + rounded_bytes,
                     y + batch * out.rows * out.columns * Call::result.row_pitch() + group * group_filters,
                     Call::result.row_pitch(), rounded + group * group_channels);
    }
  }
};

}  // namespace tenon
