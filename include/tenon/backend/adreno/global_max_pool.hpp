// SPDX-License-Identifier: Apache-2.0
// global_max_pool on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/reduction.hpp>
#include <tenon/op/global_max_pool.hpp>

namespace tenon {

/// One item for each result.
template <class Chip, auto... Policies, calls<op::global_max_pool_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = no_parameters;
  static constexpr std::string_view variant = "item a result";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size());
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr bool integers = Call::x.type == i8;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    const word words[]{{"vload", load_word<backend>(Call::x.type)},
                       {"vstore", store_word<backend>(Call::x.type)}};
    put_head<kernel>(out, type, type, false);
    put_reduction(out, Call::x.extents, Call::op::marked(Call::x.extents),
                  integers ? "char largest = -128;" : "float largest = -FLT_MAX;");
    out.fill(integers ? "largest = max(largest, x[at]);\n" : "largest = fmax(largest, $(vload)1(at, x));\n",
             words);
    out.put_line("}");
    out.fill(integers ? "y[result] = largest;\n" : "$(vstore)1(largest, result, y);\n", words);
    out.put_line("}");
  }
};

}  // namespace tenon
