// SPDX-License-Identifier: Apache-2.0
// Convolutions of several neighbouring pixels by one item: each weight is read once for all of them.
#pragma once

#include <string_view>

#include <tenon/backend/adreno/linear.hpp>
#include <tenon/backend/adreno/window.hpp>

namespace tenon::adreno_kernels {

/// Opens the loops over the taps in a row inside the image.
constexpr void put_taps_of_pixels(text_writer& out, const walk& over) noexcept {
  put_axis(out, rows_of(over), outside::skipped);
  if (columns_of(over).loops())
    out.fill("for (int j = 0; j < $size; ++j) {\n", {{"size", columns_of(over).size}});
}

/// Where the pixels under a tap start, for pixel `p` of the item `from_p`; and where it can leave the image,
/// `inside_p`.
constexpr void put_pixels_under_tap(text_writer& out, const walk& over, int pixels,
                                    std::string_view first_channel) noexcept {
  const walk_axis axis = columns_of(over);
  const tail step = times(axis.step);
  const tail spread = times(axis.spread);
  const tail channels = times(over.in.channels);
  for (int p = 0; p < pixels; ++p) {
    const int moved = p * axis.step - axis.before;
    const tail away = moved < 0 ? minus(-moved) : plus(moved);
    const word words[]{{"p", p},
                       {"step", step.view()},
                       {"tap", axis.loops() ? " + j" : ""},
                       {"spread", axis.loops() ? spread.view() : ""},
                       {"away", away.view()},
                       {"rows", over.in.rows},
                       {"columns", over.in.columns},
                       {"channels", channels.view()},
                       {"first", first_channel}};
    out.fill("const int from_column_$p = column$step$tap$spread$away;\n", words);
    if (axis.leaves())
      out.fill("const bool inside_$p = from_column_$p >= 0 && from_column_$p < $columns;\n", words);
    out.fill(
        over.in.batch > 1
            ? "const int from_$p = ((batch * $rows + from_row) * $columns + from_column_$p)$channels$first;\n"
            : "const int from_$p = (from_row * $columns + from_column_$p)$channels$first;\n",
        words);
  }
}

/// Adds the products of `depth` values of each pixel with the weights from tap `tap` on.
template <class Backend, class Layer>
constexpr void put_products_of_pixels(text_writer& out, const walk& over, int depth, int lanes,
                                      int pixels) noexcept {
  const bool leaves = columns_of(over).leaves();
  const int step = lanes_for(depth, 4);
  const std::string_view load = load_word<Backend>(Layer::integers ? i8 : f32);
  const std::string_view k = depth != step ? " + k" : "";
  if (depth != step) out.fill("for (int k = 0; k < $depth; k += $m) {\n", {{"depth", depth}, {"m", step}});
  for (int p = 0; p < pixels; ++p) {
    const word words[]{{"m", step}, {"p", p}, {"k", k}, {"vload", load}};
    if (leaves)
      out.fill(
          Layer::integers
              ? "const int$m value_$p = inside_$p ? convert_int$m(vload$m(0, x + from_$p$k)) - w->input_zero_point : (int$m)(0);\n"
              : "const float$m value_$p = inside_$p ? $vload$m(0, x + from_$p$k) : (float$m)(0.0f);\n",
          words);
    else
      out.fill(
          Layer::integers
              ? "const int$m value_$p = convert_int$m(vload$m(0, x + from_$p$k)) - w->input_zero_point;\n"
              : "const float$m value_$p = $vload$m(0, x + from_$p$k);\n",
          words);
  }
  for (int i = 0; i < step; ++i) {
    const tail further = plus(i);
    out.fill(
        Layer::integers
            ? "const int$n weight_$number = convert_int$n(vload$n(tap$k$i, weights)) - w->kernel_zero_point;\n"
            : "const float$n weight_$number = $vload$n(tap$k$i, weights);\n",
        {{"n", lanes}, {"number", i}, {"k", k}, {"i", further.view()}, {"vload", load}});
    for (int p = 0; p < pixels; ++p) {
      const lane of_value{"", i, step};
      out.fill(Layer::integers ? "sum_$p += as_uint$n(value_$p$lane * weight_$number);\n"
                               : "sum_$p += value_$p$lane * weight_$number;\n",
               {{"n", lanes}, {"p", p}, {"lane", of_value.view()}, {"number", i}});
    }
  }
  if (depth != step) out.put_line("}");
}

/// Declares the sums of all pixels, which start with the bias.
template <class Layer>
constexpr void put_starts(text_writer& out, int lanes, int pixels) noexcept {
  for (int p = 0; p < pixels; ++p)
    out.fill(Layer::integers ? "uint$n sum_$p = as_uint$n(vload$n(0, w->bias + o));\n"
                             : "float$n sum_$p = vload$n(0, w->bias + o);\n",
             {{"n", lanes}, {"p", p}});
}

/// Stores the results of all pixels, each behind the one before.
template <class Backend, class Layer>
constexpr void put_stores(text_writer& out, const walk& over, int lanes, int pixels) noexcept {
  constexpr std::string_view names[]{"sum_0", "sum_1", "sum_2", "sum_3", "sum_4", "sum_5", "sum_6", "sum_7"};
  for (int p = 0; p < pixels; ++p) {
    out.put_line("{");
    put_store<Backend, Layer>(out, lanes, names[p], p * over.pitch);
    out.put_line("}");
  }
}

}  // namespace tenon::adreno_kernels
