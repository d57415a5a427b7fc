// SPDX-License-Identifier: Apache-2.0
// max_pool on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/window.hpp>
#include <tenon/op/max_pool.hpp>

namespace tenon {

/// One item for `lanes` channels at a pixel of the result.
template <class Chip, auto... Policies, calls<op::max_pool_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = typename Call::op::template parameters<Call>;
  static constexpr adreno_kernels::walk over = adreno_kernels::walk_of<Call>();
  static constexpr int lanes = adreno_kernels::lanes_for(over.out.channels, backend::lanes);
  static constexpr std::string_view variant = "pixel by channels";
  static constexpr adreno_kernels::launch size = adreno_kernels::items_of<backend>(over, lanes);
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr bool integers = Call::x.type == i8;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    const word words[]{{"n", lanes},
                       {"kernel", "$kernel"},
                       {"number", integers ? "int" : "float"},
                       {"vload", load_word<backend>(Call::x.type)},
                       {"vstore", store_word<backend>(Call::x.type)}};
    out.fill("typedef struct {\n$number low;\n$number high;\n} numbers_of_$kernel;\n\n", words);
    put_head<kernel>(out, type, type, true);
    put_place(out, over, lanes);
    out.fill(integers ? "char$n largest = -128;\n" : "float$n largest = -FLT_MAX;\n", words);
    put_taps(out, over);
    put_pixel(out, over);
    out.put_line(" + o;");
    out.fill(integers ? "largest = max(largest, vload$n(0, x + from));\n"
                      : "largest = fmax(largest, $vload$n(0, x + from));\n",
             words);
    put_end_of_taps(out, over);
    out.fill(integers
                 ? "vstore$n(convert_char$n(clamp(convert_int$n(largest), w->low, w->high)), 0, y + to);\n"
                 : "$vstore$n(clamp(largest, w->low, w->high), 0, y + to);\n",
             words);
    out.put_line("}");
  }
};

}  // namespace tenon
