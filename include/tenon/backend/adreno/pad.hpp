// SPDX-License-Identifier: Apache-2.0
// pad on the adreno backend.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/linear.hpp>
#include <tenon/op/pad.hpp>
#include <tenon/op/strided.hpp>

namespace tenon {

/// One item for each element of the result.
template <class Chip, auto... Policies, calls<op::pad_> Call>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using parameters = typename Call::op::template parameters<Call>;
  static constexpr bool halved = Call::x.type == f32 && backend::reals == real_storage::f16;
  /// What is added, as the device stores it.
  struct packed {
    std::conditional_t<halved, std::uint16_t, storage_t<Call::x.type>> value{};
  };
  static constexpr std::string_view variant = "item an element";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size());
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const parameters& w) noexcept {
    if constexpr (halved) return {adreno_kernels::to_half(w.value)};
    else return {w.value};
  }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = moved_type<backend>(Call::x.type);
    const word words[]{{"type", type}, {"kernel", "$kernel"}, {"size", Call::y.size()}};
    out.fill("typedef struct {\n$type value;\n} numbers_of_$kernel;\n\n", words);
    put_head<kernel>(out, type, type, true);
    out.fill("const int i = get_global_id(0);\nif (i >= $size) return;\nint from = 0;\nbool inside = true;\n",
             words);
    for (int axis = 0; axis < Call::x.extents.rank; ++axis) put_axis(out, axis);
    out.put_line("y[i] = inside ? x[from] : w->value;\n}");
  }

 private:
  static constexpr void put_axis(adreno_kernels::text_writer& out, int axis) noexcept {
    using namespace adreno_kernels;
    constexpr shape in = Call::x.extents;
    constexpr shape out_extents = Call::y.extents;
    const tail whole{" / ", out_extents.span_of(axis + 1, out_extents.rank), 1};
    const tail part{" % ", axis == 0 ? 1 : out_extents[axis], 1};
    const tail before = minus(Call::op::margin_at(in, axis).before);
    const tail step = times(in.span_of(axis + 1, in.rank));
    const bool grows = in[axis] != out_extents[axis];
    out.fill("const int at_$axis = i$whole$part$before;\n",
             {{"axis", axis}, {"whole", whole.view()}, {"part", part.view()}, {"before", before.view()}});
    if (grows)
      out.fill("inside = inside && at_$axis >= 0 && at_$axis < $extent;\n",
               {{"axis", axis}, {"extent", in[axis]}});
    out.fill("from += at_$axis$step;\n", {{"axis", axis}, {"step", step.view()}});
  }
};

}  // namespace tenon
