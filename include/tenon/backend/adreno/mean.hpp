// SPDX-License-Identifier: Apache-2.0
// mean and global_average_pool on the adreno backend.
#pragma once

#include <array>
#include <string_view>
#include <type_traits>

#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/reduction.hpp>
#include <tenon/op/global_average_pool.hpp>
#include <tenon/op/mean.hpp>

namespace tenon {

/// One item for each result.
template <class Chip, auto... Policies, class Call>
  requires(calls<Call, op::mean_> || calls<Call, op::global_average_pool_>) &&
          (all_elements<Call, f32> || all_elements<Call, i8>)
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  static constexpr bool integers = Call::x.type == i8;
  static constexpr auto marked = op::marked(Call::x.extents);
  static constexpr std::string_view variant = "item a result";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size());
  static constexpr adreno_kernels::rule_words rule =
      adreno_kernels::words_of<typename Call::rounding::rescale_rule>;
  static constexpr auto helpers = adreno_kernels::helpers_of<integers, typename Call::rounding::rescale_rule>;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    const word words[]{{"kernel", "$kernel"},
                       {"factor", rule.factor},
                       {"scale", rule.scale},
                       {"count", tenon::op::reduced_count(Call::x.extents, marked)},
                       {"vload", load_word<backend>(Call::x.type)},
                       {"vstore", store_word<backend>(Call::x.type)}};
    if (integers)
      out.fill(
          "typedef struct {\n$factor factor;\nint input_zero_point;\nint output_zero_point;\n} numbers_of_$kernel;\n\n",
          words);
    put_head<kernel>(out, type, type, integers);
    put_reduction(out, Call::x.extents, marked, integers ? "int sum = 0;" : "float sum = 0.0f;");
    out.fill(integers ? "sum += x[at];\n" : "sum += $(vload)1(at, x);\n", words);
    out.put_line("}");
    out.fill(integers ? R"(
const int mean = $scale(sum - $count * w->input_zero_point, w->factor);
y[result] = store_int8(mean, w->output_zero_point, -128, 127);
)"
                      : "$(vstore)1(sum / $count.0f, result, y);\n",
             words);
    out.put_line("}");
  }
};

}  // namespace tenon
