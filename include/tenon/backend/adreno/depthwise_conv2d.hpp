// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on the adreno backend.
#pragma once

#include <string_view>

#include <tenon/backend/adreno/linear.hpp>
#include <tenon/backend/adreno/window.hpp>
#include <tenon/op/depthwise_conv2d.hpp>

namespace tenon {

/// One item for `lanes` channels at a pixel of the result.
template <class Chip, auto... Policies, calls<op::depthwise_conv2d_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using op = typename Call::op;
  using parameters = typename op::template parameters<Call>;
  using layer = adreno_kernels::layer<backend, parameters>;
  using packed = typename layer::packed;
  static constexpr adreno_kernels::walk over = adreno_kernels::walk_of<Call>();
  /// Channels of the result that one channel of the input gives are neighbours, and share a load.
  static constexpr bool shares_load = op::multiple > 1;
  static constexpr int lanes =
      adreno_kernels::lanes_for(shares_load ? op::multiple : over.out.channels, backend::lanes);
  static constexpr std::string_view variant = "pixel by channels";
  static constexpr adreno_kernels::launch size = adreno_kernels::items_of<backend>(over, lanes);
  static constexpr auto helpers = layer::helpers;

  static constexpr packed pack(const parameters& w) noexcept {
    return adreno_kernels::pack_as_they_are<layer>(w);
  }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    const tail multiple{" / ", op::multiple, 1};
    const word words[]{{"type", type},
                       {"n", lanes},
                       {"m", shares_load ? 1 : lanes},
                       {"vload", load_word<backend>(Call::x.type)},
                       {"multiple", multiple.view()}};
    layer::put_numbers(out);
    put_head<kernel>(out, type, type, true);
    put_place(out, over, lanes);
    out.fill("__global const $type* weights = (__global const $type*)w->weights + o;\n", words);
    put_start<layer>(out, lanes);
    put_taps(out, over);
    put_pixel(out, over);
    out.fill(" + o$multiple;\n", words);
    put_tap(out, over, parameters::outputs);
    out.fill(layer::integers ? R"(
const int$m value = convert_int$m(vload$m(0, x + from)) - w->input_zero_point;
sum += as_uint$n(value * (convert_int$n(vload$n(0, weights + tap)) - w->kernel_zero_point));
)"
                             : "sum += $vload$m(0, x + from) * $vload$n(0, weights + tap);\n",
             words);
    put_end_of_taps(out, over);
    put_store<backend, layer>(out, lanes);
    out.put_line("}");
  }
};

}  // namespace tenon
