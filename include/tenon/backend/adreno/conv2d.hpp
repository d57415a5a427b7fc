// SPDX-License-Identifier: Apache-2.0
// conv2d on the adreno backend.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include <tenon/backend/adreno/dots.hpp>
#include <tenon/backend/adreno/linear.hpp>
#include <tenon/backend/adreno/pixels.hpp>
#include <tenon/backend/adreno/window.hpp>
#include <tenon/op/conv2d.hpp>

namespace tenon {

/// One item for `lanes` filters at a pixel of the result, or at several neighbours.
template <class Chip, auto... Policies, calls<op::conv2d_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr adreno_kernels::walk over = adreno_kernels::walk_of<Call>();
  static constexpr int depth = over.in.channels / op::group_count;
  static constexpr bool dots = backend::dots && Call::x.type == i8 && depth % 4 == 0;
  using layer = typename adreno_kernels::choose_layer<backend, parameters, dots>::type;
  using packed = typename layer::packed;
  static constexpr int filters_of_group = op::filter_count / op::group_count;
  static constexpr int lanes = adreno_kernels::lanes_for(filters_of_group, backend::lanes);
  static constexpr adreno_kernels::weight_image image =
      adreno_kernels::image_of_weights<backend, parameters, lanes>();
  static constexpr int pixels =
      dots || image.used() ? 1 : adreno_kernels::lanes_for(over.out.columns, backend::pixels);
  static constexpr std::string_view variant = pixels > 1     ? "pixels by filters"
                                              : image.used() ? "pixel by filters, texture"
                                              : dots         ? "pixel by filters, dot products"
                                                             : "pixel by filters";
  static constexpr adreno_kernels::launch size = adreno_kernels::items_of<backend>(over, lanes, pixels);
  static constexpr auto helpers = adreno_kernels::with_texels<image.used()>(layer::helpers);

  static constexpr packed pack(const parameters& w) noexcept {
    if constexpr (dots) return layer::template pack<lanes>(w);
    else return adreno_kernels::pack_by_lanes<layer, lanes>(w);
  }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    if constexpr (image.used()) layer::put_numbers(out, true);
    else layer::put_numbers(out);
    put_head<kernel>(out, type, type, true);
    put_place(out, over, lanes, pixels);
    if (!image.used()) put_weights(out, type, parameters::taps, dots);
    if constexpr (pixels > 1) put_pixels(out);
    else put_one_pixel(out);
    out.put_line("}");
  }

 private:
  /// The first channel that the item's filters see, in the pixel under a tap.
  static constexpr void put_group(adreno_kernels::text_writer& out) noexcept {
    if (op::group_count > 1)
      out.fill(" + o / $filters * $depth", {{"filters", filters_of_group}, {"depth", depth}});
  }

  static constexpr void put_one_pixel(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    put_start<layer>(out, lanes);
    if (dots) out.put_line("int values = 0;");
    put_taps(out, over, dots ? outside::told : outside::skipped);
    put_pixel(out, over);
    put_group(out);
    out.put_line(";");
    put_tap(out, over, depth);
    if constexpr (dots) put_dot_products(out, depth, lanes, leaves_image(over));
    else put_products<backend, layer>(out, depth, lanes, image.used());
    put_end_of_taps(out, over);
    if (dots) put_end_of_dots(out);
    put_store<backend, layer>(out, lanes);
  }

  static constexpr void put_pixels(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    char text[40]{};
    text_writer first_channel(text);
    // A line that starts loses its spaces.
    if (op::group_count > 1) first_channel.put(" ");
    put_group(first_channel);
    put_starts<layer>(out, lanes, pixels);
    put_taps_of_pixels(out, over);
    put_pixels_under_tap(out, over, pixels, {text, first_channel.size()});
    put_tap(out, over, depth);
    put_products_of_pixels<backend, layer>(out, over, depth, lanes, pixels);
    put_end_of_taps(out, over);
    put_stores<backend, layer>(out, over, lanes, pixels);
  }
};

}  // namespace tenon
