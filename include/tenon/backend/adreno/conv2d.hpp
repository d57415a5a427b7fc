// SPDX-License-Identifier: Apache-2.0
// conv2d on the adreno backend.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/backend/adreno/linear.hpp>
#include <tenon/backend/adreno/window.hpp>
#include <tenon/op/conv2d.hpp>

namespace tenon {

/// One item for `lanes` filters at a pixel of the result.
template <class Chip, auto... Policies, calls<op::conv2d_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  using layer = adreno_kernels::layer<backend, parameters>;
  using packed = typename layer::packed;
  static constexpr adreno_kernels::walk over = adreno_kernels::walk_of<Call>();
  static constexpr int depth = over.in.channels / op::group_count;
  static constexpr int filters_of_group = op::filter_count / op::group_count;
  static constexpr int lanes = adreno_kernels::lanes_for(filters_of_group, backend::lanes);
  static constexpr std::string_view variant = "pixel by filters";
  static constexpr adreno_kernels::launch size = adreno_kernels::items_of<backend>(over, lanes);
  static constexpr auto helpers = layer::helpers;

  static constexpr packed pack(const parameters& w) noexcept { return adreno_kernels::pack_by_lanes<layer, lanes>(w); }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    layer::put_numbers(out);
    put_head<backend>(out, type, type, true);
    put_place(out, over, lanes);
    out.fill("__global const $type* weights = (__global const $type*)w->weights + o * $taps;\n",
             {{"type", type}, {"taps", parameters::taps}});
    put_start<layer>(out, lanes);
    put_taps(out, over);
    put_pixel(out, over);
    if (op::group_count > 1) out.fill(" + o / $filters * $depth", {{"filters", filters_of_group}, {"depth", depth}});
    out.put_line(";");
    put_tap(out, over, depth);
    put_products<backend, layer>(out, depth, lanes);
    put_end_of_taps(out, over);
    put_store<backend, layer>(out, lanes);
    out.put_line("}");
  }
};

}  // namespace tenon
