// SPDX-License-Identifier: Apache-2.0
// batch_norm on the adreno backend, where no pass could fold it into the node before it.
#pragma once

#include <string_view>

#include <tenon/backend/adreno/linear.hpp>
#include <tenon/op/batch_norm.hpp>

namespace tenon {

/// One item for `lanes` channels of a row.
template <class Chip, auto... Policies, calls<op::batch_norm_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using parameters = typename Call::op::template parameters<Call>;
  using layer = adreno_kernels::layer<backend, parameters>;
  using packed = typename layer::packed;
  static constexpr int channels = parameters::outputs;
  static constexpr int rows = Call::x.size() / channels;
  static constexpr int lanes = adreno_kernels::lanes_for(channels, backend::lanes);
  static constexpr std::string_view variant = "row by channels";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(channels / lanes, rows);
  static constexpr auto helpers = layer::helpers;

  static constexpr packed pack(const parameters& w) noexcept {
    return adreno_kernels::pack_as_they_are<layer>(w);
  }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    const tail width = times(lanes);
    const word words[]{{"n", lanes},   {"width", width.view()}, {"channels", channels},
                       {"rows", rows}, {"type", type},          {"vload", load_word<backend>(Call::x.type)}};
    layer::put_numbers(out);
    put_head<kernel>(out, type, type, true);
    out.fill(R"(
const int o = get_global_id(0)$width;
const int row = get_global_id(1);
if (o >= $channels || row >= $rows) return;
const int to = row * $channels + o;
__global const $type* weights = (__global const $type*)w->weights + o;
)",
             words);
    put_start<layer>(out, lanes);
    out.fill(layer::integers ? R"(
const int$n value = convert_int$n(vload$n(0, x + to)) - w->input_zero_point;
sum += as_uint$n(value * (convert_int$n(vload$n(0, weights)) - w->kernel_zero_point));
)"
                             : "sum += $vload$n(0, x + to) * $vload$n(0, weights);\n",
             words);
    put_store<backend, layer>(out, lanes);
    out.put_line("}");
  }
};

}  // namespace tenon
