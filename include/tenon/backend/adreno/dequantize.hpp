// SPDX-License-Identifier: Apache-2.0
// dequantize on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/elementwise.hpp>
#include <tenon/op/dequantize.hpp>

namespace tenon {

/// One item for `lanes` elements.
template <class Chip, auto... Policies, calls<op::dequantize_> Call>
  requires((Call::x.type == i8 || Call::x.type == u8) && Call::y.type == f32)
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = op::encoding_parameters;
  static constexpr int lanes = adreno_kernels::lanes_for(Call::y.size(), backend::lanes);
  static constexpr std::string_view variant = "formula";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size() / lanes);
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    const word words[]{{"n", lanes}, {"kernel", "$kernel"}, {"vstore", store_word<backend>(f32)}};
    out.fill("typedef struct {\nfloat scale;\nint zero_point;\n} numbers_of_$kernel;\n\n", words);
    put_head<kernel>(out, stored_type<backend>(Call::x.type), stored_type<backend>(f32), true);
    put_neighbours(out, Call::y.size(), lanes);
    out.fill(R"(
const int$n distance = convert_int$n(vload$n(0, x + i)) - w->zero_point;
$vstore$n(w->scale * convert_float$n(distance), 0, y + i);
}
)", words);
  }
};

}  // namespace tenon
