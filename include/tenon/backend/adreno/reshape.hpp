// SPDX-License-Identifier: Apache-2.0
// Operators that only reshape, on the adreno backend: a copy, for where the memory plan cannot share the
// memory.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/elementwise.hpp>

namespace tenon {

/// One item for `lanes` elements.
template <class Chip, auto... Policies, class Call>
  requires only_reshapes<typename Call::op>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = no_parameters;
  static constexpr int lanes = adreno_kernels::lanes_for(Call::y.size(), backend::lanes);
  static constexpr std::string_view variant = "copy";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size() / lanes);
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = moved_type<backend>(Call::x.type);
    put_head<kernel>(out, type, type, false);
    put_neighbours(out, Call::y.size(), lanes);
    out.fill("vstore$n(vload$n(0, x + i), 0, y + i);\n}\n", {{"n", lanes}});
  }
};

}  // namespace tenon
