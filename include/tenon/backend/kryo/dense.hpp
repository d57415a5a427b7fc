// SPDX-License-Identifier: Apache-2.0
// dense on the kryo backend: the rows of its input times weights packed in streaming order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/convolve.hpp>
#include <tenon/backend/kryo/geometry.hpp>
#include <tenon/backend/kryo/round_input.hpp>
#include <tenon/backend/kryo/rounded_convolve.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/dense.hpp>

namespace tenon {

/// A dense layer is the convolution of a row of pixels with a window of one pixel.
template <class Isa, calls<op::dense_> Call>
  requires(all_elements<Call, i8> || all_elements<Call, i16> || all_elements<Call, f32>)
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr int depth = parameters::taps;
  static constexpr int rows = Call::x.size() / depth;
  static constexpr kryo_kernels::window_geometry geometry = kryo_kernels::geometry_of(
      {1, 1, rows, depth}, {1, 1, rows, op::unit_count}, tenon::op::sliding{}, depth);
  using product = kryo_kernels::convolution_of<Isa, parameters, geometry, op::unit_count>;

  static constexpr std::string_view variant = Call::x.type == i16 ? "rows" : "packed_gemm";
  static constexpr std::size_t scratch = product::scratch;
  using packed = typename product::packed;

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    kryo_kernels::pack_linear(made, w, 0);
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, value_type* y,
                                         const value_type* x) noexcept {
    product::run(w, borrowed, y, Call::result.row_pitch(), x);
  }
};

/// Each row is rounded by its own range into borrowed memory, then multiplied as int8.
template <class Isa, calls_rounding<op::dense_> Call>
  requires all_elements<Call, f32>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr int depth = parameters::taps;
  static constexpr kryo_kernels::window_geometry geometry = kryo_kernels::geometry_of(
      {1, 1, 1, depth}, {1, 1, 1, op::unit_count}, tenon::op::sliding{}, depth);
  using product = kryo_kernels::rounded_convolution<Isa, geometry, op::unit_count>;

  static constexpr std::string_view variant = "rounded_gemm";
  static constexpr int rounded_bytes = kryo_kernels::round_up(depth, 64);
  static constexpr std::size_t scratch = product::scratch + static_cast<std::size_t>(rounded_bytes);
  using packed = typename product::packed;

  static constexpr packed pack(const parameters& w) noexcept {
    packed made{};
    made.pack(w, 0);
    return made;
  }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, float* y, const float* x) noexcept {
    auto* const rounded = reinterpret_cast<std::int8_t*>(borrowed);
    for (int row = 0; row < Call::x.size() / depth; ++row, x += depth, y += Call::result.row_pitch()) {
      const auto by = tenon::op::input_rounding::of<parameters::rounding>(kryo_kernels::range_of_values<depth>(x));
      kryo_kernels::input_rounder(by).template round<depth>(x, rounded);
      product::run(w, by, borrowed + rounded_bytes, y, Call::result.row_pitch(), rounded);
    }
  }
};

}  // namespace tenon
