// SPDX-License-Identifier: Apache-2.0
// dense on the adreno backend.
#pragma once

#include <string_view>

#include <tenon/backend/adreno/dots.hpp>
#include <tenon/backend/adreno/linear.hpp>
#include <tenon/op/dense.hpp>

namespace tenon {

/// One item for `lanes` units of a row.
template <class Chip, auto... Policies, calls<op::dense_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  static constexpr int depth = parameters::taps;
  static constexpr bool dots = backend::dots && Call::x.type == i8 && depth % 4 == 0;
  using layer = typename adreno_kernels::choose_layer<backend, parameters, dots>::type;
  using packed = typename layer::packed;
  static constexpr int rows = Call::x.size() / depth;
  static constexpr int lanes = adreno_kernels::lanes_for(op::unit_count, backend::lanes);
  static constexpr adreno_kernels::weight_image image =
      adreno_kernels::image_of_weights<backend, parameters, lanes>();
  static constexpr std::string_view variant = image.used() ? "row by units, texture"
                                              : dots       ? "row by units, dot products"
                                                           : "row by units";
  static constexpr adreno_kernels::launch size =
      adreno_kernels::launch_of<backend>(op::unit_count / lanes, rows);
  static constexpr auto helpers = adreno_kernels::with_texels<image.used()>(layer::helpers);

  static constexpr packed pack(const parameters& w) noexcept {
    if constexpr (dots) return layer::template pack<lanes>(w);
    else return adreno_kernels::pack_by_lanes<layer, lanes>(w);
  }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    const tail width = times(lanes);
    if constexpr (image.used()) layer::put_numbers(out, true);
    else layer::put_numbers(out);
    put_head<kernel>(out, type, type, true);
    out.fill(R"(
const int o = get_global_id(0)$n;
const int row = get_global_id(1);
if (o >= $units || row >= $rows) return;
const int from = row * $depth;
const int to = row * $pitch + o;
const int tap = 0;
)",
             {{"n", width.view()},
              {"units", op::unit_count},
              {"rows", rows},
              {"depth", depth},
              {"pitch", Call::result.row_pitch()}});
    if (!image.used()) put_weights(out, type, depth, dots);
    put_start<layer>(out, lanes);
    if (dots) out.put_line("int values = 0;");
    if constexpr (dots) put_dot_products(out, depth, lanes, false);
    else put_products<backend, layer>(out, depth, lanes, image.used());
    if (dots) put_end_of_dots(out);
    put_store<backend, layer>(out, lanes);
    out.put_line("}");
  }
};

}  // namespace tenon
