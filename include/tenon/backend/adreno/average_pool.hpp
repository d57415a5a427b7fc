// SPDX-License-Identifier: Apache-2.0
// average_pool on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/window.hpp>
#include <tenon/op/average_pool.hpp>

namespace tenon {

/// One item for `lanes` channels at a pixel of the result.
template <class Chip, auto... Policies, calls<op::average_pool_> Call>
  requires((all_elements<Call, f32> || all_elements<Call, i8>) && !Call::op::rounds_halves_up)
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
                       {"taps", over.moving.taps()},
                       {"vload", load_word<backend>(Call::x.type)}};
    out.fill("typedef struct {\n$number low;\n$number high;\nint padded_with;\n} numbers_of_$kernel;\n\n",
             words);
    put_head<kernel>(out, type, type, true);
    put_place(out, over, lanes);
    out.fill("$number$n sum = 0;\nint inside = 0;\n", words);
    put_taps(out, over);
    put_pixel(out, over);
    out.put_line(" + o;");
    out.fill(integers ? "sum += convert_int$n(vload$n(0, x + from));\n" : "sum += $vload$n(0, x + from);\n",
             words);
    out.put_line("++inside;");
    put_end_of_taps(out, over);
    if (Call::op::counts_padding) {
      if (integers) out.fill("sum += ($taps - inside) * w->padded_with;\n", words);
      out.fill("inside = $taps;\n", words);
    }
    put_mean(out, integers);
    out.put_line("}");
  }

 private:
  /// Divides, integers with halves away from zero, and stores.
  static constexpr void put_mean(adreno_kernels::text_writer& out, bool integers) noexcept {
    using namespace adreno_kernels;
    const word words[]{{"n", lanes}, {"vstore", store_word<backend>(Call::x.type)}};
    if (!integers)
      return out.fill("$vstore$n(clamp(sum / (float)inside, w->low, w->high), 0, y + to);\n", words);
    out.fill(R"(
const int$n half_count = select((int$n)(inside / 2), (int$n)(-(inside / 2)), sum < 0);
const int$n mean = (sum + half_count) / inside;
vstore$n(convert_char$n(clamp(mean, w->low, w->high)), 0, y + to);
)",
             words);
  }
};

}  // namespace tenon
