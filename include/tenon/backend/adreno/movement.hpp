// SPDX-License-Identifier: Apache-2.0
// Operators that move elements by one strided view (transpose, slice) on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/indexing.hpp>
#include <tenon/op/movement.hpp>

namespace tenon {

/// One item for each element.
template <class Chip, auto... Policies, class Call>
  requires moves_by_strides<typename Call::op> && (Call::x.type == Call::y.type)
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = no_parameters;
  static constexpr shape extents = op::extents_of_walk<typename Call::op>(Call::x.extents, Call::y.extents);
  static constexpr int length = op::row_length(extents);
  static constexpr int rows = op::row_count(extents);
  static constexpr std::string_view variant = "item an element";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(length, rows);
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = moved_type<backend>(Call::x.type);
    constexpr op::strided view = Call::op::view(Call::x.extents);
    const tail step = times(view.row_step(extents));
    const word words[]{{"length", length}, {"rows", rows}, {"step", step.view()},
                       {"pitch", Call::result.pitch != 0 ? Call::result.pitch : length}};
    put_head<kernel>(out, type, type, false);
    out.fill(R"(
const int i = get_global_id(0);
const int row = get_global_id(1);
if (i >= $length || row >= $rows) return;
const int from = )", words);
    put_offset(out, "row", outer_axes(extents), view.steps, view.start);
    out.fill(" + i$step;\ny[row * $pitch + i] = x[from];\n}\n", words);
  }
};

}  // namespace tenon
