// SPDX-License-Identifier: Apache-2.0
// mean, global_average_pool and reduce_sum on the adreno backend.
#pragma once

#include <array>
#include <string_view>
#include <type_traits>

#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/reduction.hpp>
#include <tenon/op/global_average_pool.hpp>
#include <tenon/op/mean.hpp>
#include <tenon/op/reduce_sum.hpp>

namespace tenon {

/// One item for each result.
template <class Chip, auto... Policies, class Call>
  requires(calls<Call, op::mean_> || calls<Call, op::global_average_pool_> || calls<Call, op::reduce_sum_>) &&
          (all_elements<Call, f32> || all_elements<Call, i8>)
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  static constexpr bool integers = Call::x.type == i8;
  static constexpr bool is_sum = calls<Call, tenon::op::reduce_sum_>;
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
      out.fill(is_sum ? "typedef struct {\nfloat scale;\nfloat bias;\nint zero_point;\n} numbers_of_$kernel;\n\n"
                      : "typedef struct {\n$factor factor;\nint input_zero_point;\nint output_zero_point;\n} "
                        "numbers_of_$kernel;\n\n",
               words);
    // The product of an integer sum is rounded before its bias is added.
    put_head<kernel>(out, type, type, integers, is_sum && integers ? contraction::off : contraction::allowed);
    put_reduction(out, Call::x.extents, marked, integers ? "int sum = 0;" : "float sum = 0.0f;");
    out.fill(integers ? "sum += x[at];\n" : "sum += $(vload)1(at, x);\n", words);
    out.put_line("}");
    out.fill(integers ? (is_sum ? stored_sum : stored_mean)
             : is_sum ? "$(vstore)1(sum, result, y);\n"
                      : "$(vstore)1(sum / $count.0f, result, y);\n",
             words);
    out.put_line("}");
  }

 private:
  static constexpr std::string_view stored_mean = R"(
const int mean = $scale(sum - $count * w->input_zero_point, w->factor);
y[result] = store_int8(mean, w->output_zero_point, -128, 127);
)";
  static constexpr std::string_view stored_sum = R"(
const float scaled = round(convert_float_rte(sum) * w->scale + w->bias);
y[result] = !(scaled > -512.0f) ? -128 : !(scaled < 512.0f) ? 127 : store_int8((int)scaled, w->zero_point, -128, 127);
)";
};

}  // namespace tenon
