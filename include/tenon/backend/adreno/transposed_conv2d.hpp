// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d on the adreno backend.
#pragma once

#include <string_view>

#include <tenon/backend/adreno/dots.hpp>
#include <tenon/backend/adreno/linear.hpp>
#include <tenon/backend/adreno/window.hpp>
#include <tenon/op/transposed_conv2d.hpp>

namespace tenon {

/// One item for `lanes` filters at a pixel of the result: it asks each tap which pixel of the input brings it there.
template <class Chip, auto... Policies, calls<op::transposed_conv2d_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  using layer = adreno_kernels::layer<backend, parameters>;
  using packed = typename layer::packed;
  static constexpr adreno_kernels::walk over{tenon::op::image_of(Call::x.extents), tenon::op::image_of(Call::y.extents),
                                             op::moving, Call::result.row_pitch()};
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
    put_head<kernel>(out, type, type, true);
    put_place(out, over, lanes);
    put_weights(out, type, parameters::taps, false);
    put_start<layer>(out, lanes);
    put_source(out, rows_of(over));
    put_source(out, columns_of(over));
    put_pixel(out, over);
    if (op::group_count > 1) out.fill(" + o / $filters * $depth", {{"filters", filters_of_group}, {"depth", depth}});
    const tail by = times(depth);
    out.fill(";\nconst int tap = (i * $columns + j)$by;\n", {{"columns", over.moving.size.columns}, {"by", by.view()}});
    put_products<backend, layer>(out, depth, lanes);
    out.put_line("}\n}");
    put_store<backend, layer>(out, lanes);
    out.put_line("}");
  }

 private:
  /// Opens the loop over the taps along an axis; those that no pixel of the input brings here are passed over.
  static constexpr void put_source(adreno_kernels::text_writer& out, const adreno_kernels::walk_axis& axis) noexcept {
    using namespace adreno_kernels;
    const tail before = plus(axis.before);
    const tail spread = times(axis.spread);
    const word words[]{{"name", axis.name},       {"i", axis.index},   {"size", axis.size}, {"before", before.view()},
                       {"spread", spread.view()}, {"step", axis.step}, {"in", axis.in}};
    out.fill(R"(
for (int $i = 0; $i < $size; ++$i) {
const int $(name)s = $name$before - $i$spread;
if ($(name)s < 0 || $(name)s % $step != 0 || $(name)s / $step >= $in) continue;
const int from_$name = $(name)s / $step;
)",
             words);
  }
};

}  // namespace tenon
