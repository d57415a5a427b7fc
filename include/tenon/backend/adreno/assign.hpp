// SPDX-License-Identifier: Apache-2.0
// assign on the adreno backend: copies, of int8 by way of a table, where a value cannot be made in the memory of its
// state.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/op/assign.hpp>

namespace tenon {

/// One item for each element. The state is an input too, which nothing reads.
template <class Chip, auto... Policies, calls<op::assign_> Call>
  requires(Call::x.type == Call::y.type)
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = typename Call::op::template parameters<Call>;
  static constexpr bool integers = Call::x.type == i8;
  static constexpr std::string_view variant = integers ? "table" : "copy";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size());
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = integers ? std::string_view{"char"} : moved_type<backend>(Call::x.type);
    const word words[]{{"size", Call::y.size()}, {"kernel", "$kernel"}};
    if (integers) out.fill("typedef struct {\nchar table[256];\n} numbers_of_$kernel;\n\n", words);
    const std::array<argument, 2> inputs{argument{"x", type}, argument{"held", type}};
    put_head<kernel>(out, inputs, type, integers);
    out.fill("(void)held;\nconst int i = get_global_id(0);\nif (i >= $size) return;\n", words);
    out.put_line(integers ? "y[i] = w->table[x[i] + 128];\n}" : "y[i] = x[i];\n}");
  }
};

}  // namespace tenon
