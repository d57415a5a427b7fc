// SPDX-License-Identifier: Apache-2.0
// Operators that take whole slices along each axis (gather, mirror_pad, tile) on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/text.hpp>
#include <tenon/op/selection.hpp>

namespace tenon {

/// One item for each element of the result. Where the indices of an axis come from is a table in the text.
template <class Chip, auto... Policies, class Call>
  requires(selects_by_axis<typename Call::op> && Call::x.type == Call::y.type)
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = no_parameters;
  static constexpr std::string_view variant = "item an element";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size());
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = moved_type<backend>(Call::x.type);
    for (int axis = 0; axis < selected; ++axis)
      if (!stays(axis)) put_table(out, axis);
    put_head<kernel>(out, type, type, false);
    out.fill("const int i = get_global_id(0);\nif (i >= $size) return;\nint from = ", {{"size", Call::y.size()}});
    const int length = out_extents.span_of(selected, out_extents.rank);
    if (selected == 0)
      out.put("i");
    else if (length == 1)
      out.put("0");
    else
      out.fill("i % $length", {{"length", length}});
    out.put_line(";");
    for (int axis = 0; axis < selected; ++axis) put_axis(out, axis);
    out.put_line("y[i] = x[from];\n}");
  }

 private:
  static constexpr shape in = Call::x.extents;
  static constexpr shape out_extents = Call::y.extents;
  /// Axes behind the last one of which something is left out, repeated or reordered lie together.
  static constexpr int selected = op::selected_axes<typename Call::op>(in, out_extents);

  /// True if an axis is taken as it is.
  static constexpr bool stays(int axis) noexcept {
    bool same = in[axis] == out_extents[axis];
    for (int i = 0; same && i < in[axis]; ++i) same = Call::op::source_of(in, axis, i) == i;
    return same;
  }

  /// Where each index of an axis comes from, in elements of the input.
  static constexpr void put_table(adreno_kernels::text_writer& out, int axis) noexcept {
    using adreno_kernels::word;
    const int step = in.span_of(axis + 1, in.rank);
    out.fill("__constant int sources_of_$(kernel)_$axis[$extent] = {",
             {{"kernel", "$kernel"}, {"axis", axis}, {"extent", out_extents[axis]}});
    for (int i = 0; i < out_extents[axis]; ++i) {
      if (i > 0) out.put(", ");
      out.put(std::int64_t{Call::op::source_of(in, axis, i)} * step);
    }
    out.fill("};\n\n", std::span<const word>{});
  }

  static constexpr void put_axis(adreno_kernels::text_writer& out, int axis) noexcept {
    using namespace adreno_kernels;
    const tail whole{" / ", out_extents.span_of(axis + 1, out_extents.rank), 1};
    const tail part{" % ", axis == 0 ? 1 : out_extents[axis], 1};
    const tail step = times(in.span_of(axis + 1, in.rank));
    out.fill(
        stays(axis) ? "from += i$whole$part$step;\n" : "from += sources_of_$(kernel)_$axis[i$whole$part];\n",
        {{"kernel", "$kernel"}, {"axis", axis}, {"whole", whole.view()}, {"part", part.view()}, {"step", step.view()}});
  }
};

}  // namespace tenon
