// SPDX-License-Identifier: Apache-2.0
// From operators to kryo's products: the geometry of a window, and the packing of portable parameters.
#pragma once

#include <cstddef>
#include <type_traits>

#include <tenon/backend/kryo/convolve.hpp>
#include <tenon/backend/kryo/direct.hpp>
#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/int16_convolve.hpp>
#include <tenon/backend/kryo/product.hpp>
#include <tenon/backend/kryo/real_convolve.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/linear.hpp>

namespace tenon::kryo_kernels {

/// The window of an operator over one image; `channels` of each pixel belong to one group.
constexpr window_geometry geometry_of(const op::image& in, const op::image& out, const op::sliding& moving,
                                      int channels) noexcept {
  return {in.rows,          in.columns,         out.rows,           out.columns,
          moving.size.rows, moving.size.columns, moving.step.rows,   moving.step.columns,
          moving.spread.rows, moving.spread.columns, moving.around.top, moving.around.left,
          channels,         in.channels};
}

/// The portable numbers of a linear operator as a product takes them.
template <class Parameters>
constexpr int8_terms terms_of(const Parameters& w) noexcept {
  return {w.input_zero_point, w.kernel_zero_point, w.output_zero_point, w.low, w.high};
}

/// Packs the output channels from `first` on; weights stand in the order [output][tap].
template <class Product, class Parameters>
constexpr void pack_linear(Product& to, const Parameters& w, int first) noexcept {
  pack_product(to, {w.kernel.data() + first * Parameters::taps, Parameters::taps, 1}, w.bias.data() + first,
               w.factors.data() + first, terms_of(w));
}

template <int Columns, int Depth, class Parameters>
constexpr void pack_linear(packed_reals<Columns, Depth>& to, const Parameters& w, int first) noexcept {
  to.pack(w.kernel.data() + first * Parameters::taps, w.bias.data() + first, w.low, w.high);
}

template <class Rule, int Columns, int Depth, class Parameters>
constexpr void pack_linear(packed_int16<Rule, Columns, Depth>& to, const Parameters& w, int first) noexcept {
  to.pack(w, first);
}

namespace detail {

template <class Isa, class Parameters, window_geometry Geometry, int Columns>
struct choose_convolution {
  using type = convolution<Isa, typename Parameters::rule, Geometry, Columns>;
};
template <class Isa, class Parameters, window_geometry Geometry, int Columns>
  requires(Parameters::type == f32)
struct choose_convolution<Isa, Parameters, Geometry, Columns> {
  using type = real_convolution<Geometry, Columns>;
};
template <class Isa, class Parameters, window_geometry Geometry, int Columns>
  requires(Parameters::type == i16)
struct choose_convolution<Isa, Parameters, Geometry, Columns> {
  using type = int16_convolution<typename Parameters::rule, Geometry, Columns>;
};

}  // namespace detail

/// The convolution for an operator's parameters: of int8 on an instruction set, of int16, or of real numbers.
template <class Isa, class Parameters, window_geometry Geometry, int Columns>
using convolution_of = typename detail::choose_convolution<Isa, Parameters, Geometry, Columns>::type;

/// The direct convolution of integers for an operator's parameters.
template <class Isa, class Parameters, window_geometry Geometry, int Columns>
using direct_convolution_of = direct_convolution<Isa, typename Parameters::rule, Geometry, Columns>;

/// Packs a group of output channels for a product that lays its weights out itself, or in the order of a product.
template <class Product, class Packed, class Parameters>
constexpr void pack_group(Packed& to, const Parameters& w, int first) noexcept {
  if constexpr (requires { Product::runs; })
    Product::pack(to, w.kernel.data() + first * Parameters::taps, w.bias.data() + first, w.factors.data() + first,
                  terms_of(w));
  else pack_linear(to, w, first);
}

}  // namespace tenon::kryo_kernels
