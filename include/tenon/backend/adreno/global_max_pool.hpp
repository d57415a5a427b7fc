// SPDX-License-Identifier: Apache-2.0
// global_max_pool, reduce_max and reduce_min on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/reduction.hpp>
#include <tenon/op/global_max_pool.hpp>
#include <tenon/op/reduce_max.hpp>
#include <tenon/op/reduce_min.hpp>

namespace tenon {

/// One item for each result.
template <class Chip, auto... Policies, class Call>
  requires((calls<Call, op::global_max_pool_> || calls<Call, op::reduce_max_> || calls<Call, op::reduce_min_>) &&
           (all_elements<Call, f32> || all_elements<Call, i8>))
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
                       {"vstore", store_word<backend>(Call::x.type)},
                       {"keep", calls<Call, op::reduce_min_> ? "min" : "max"}};
    constexpr bool smallest = calls<Call, op::reduce_min_>;
    put_head<kernel>(out, type, type, false);
    put_reduction(out, Call::x.extents, Call::op::marked(Call::x.extents),
                  integers ? (smallest ? "char kept = 127;" : "char kept = -128;")
                           : (smallest ? "float kept = FLT_MAX;" : "float kept = -FLT_MAX;"));
    out.fill(integers ? "kept = $keep(kept, x[at]);\n" : "kept = f$keep(kept, $(vload)1(at, x));\n", words);
    out.put_line("}");
    out.fill(integers ? "y[result] = kept;\n" : "$(vstore)1(kept, result, y);\n", words);
    out.put_line("}");
  }
};

}  // namespace tenon
