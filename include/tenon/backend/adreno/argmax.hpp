// SPDX-License-Identifier: Apache-2.0
// argmax on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/reduction.hpp>
#include <tenon/op/argmax.hpp>

namespace tenon {

/// One item for each result; of equal values the first wins.
template <class Chip, auto... Policies, calls<op::argmax_> Call>
  requires(Call::x.type == f32 || Call::x.type == i8)
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = no_parameters;
  static constexpr std::string_view variant = "item a result";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size());
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    op::reduced_axes along;
    along.mark(Call::op::axis_of(Call::x.extents));
    const word words[]{{"vload", load_word<backend>(Call::x.type)},
                       {"number", Call::x.type == i8 ? "char" : "float"}};
    put_head<kernel>(out, stored_type<backend>(Call::x.type), "int", false);
    put_reduction(out, Call::x.extents, along, "int best = 0;\nfloat largest = 0.0f;");
    out.fill(R"(
const float value = $(vload)1(at, x);
best = k > 0 && value > largest ? k : best;
largest = k == 0 || value > largest ? value : largest;
)",
             words);
    out.put_line("}\ny[result] = best;\n}");
  }
};

}  // namespace tenon
