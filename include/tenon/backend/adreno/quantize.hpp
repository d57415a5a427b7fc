// SPDX-License-Identifier: Apache-2.0
// quantize on the adreno backend: by the least number of each integer, as devices need not divide exactly.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include <tenon/backend/adreno/elementwise.hpp>
#include <tenon/core/least_float.hpp>
#include <tenon/op/quantize.hpp>

namespace tenon {
namespace adreno_kernels {

/// The least float of each integer from -127 on (entry q + 128), and what a first guess needs.
struct quantize_numbers {
  std::array<float, 256> least{};
  float inverse = 0.0f;
  std::int32_t zero_point = 0;
};

constexpr quantize_numbers pack_encoding(encoding code) noexcept {
  quantize_numbers made;
  made.least[0] = -std::numeric_limits<float>::infinity();
  for (std::int32_t q = -127; q < 128; ++q) made.least[static_cast<std::size_t>(q + 128)] = least_float_of(q, code);
  const bool fits = code.scale >= std::numeric_limits<float>::min();
  made.inverse = fits ? 1.0f / code.scale : code.known() ? std::numeric_limits<float>::max() : 0.0f;
  made.zero_point = code.zero_point < -128 ? -128 : code.zero_point > 127 ? 127 : code.zero_point;
  return made;
}

inline constexpr std::string_view quantize_helper =
    R"(// The integer of a float: a guess, which is right or next to what is right, and the least floats of it and the next one.
char quantize_int8(float x, float inverse, int zero_point, __global const float* least) {
  const int guess = clamp(clamp(convert_int_sat_rte(x * inverse), -1024, 1024) + zero_point, -128, 127);
  const int up = guess < 127 && x >= least[min(guess + 129, 255)] ? 1 : 0;
  const int down = guess > -128 && x < least[guess + 128] ? 1 : 0;
  return (char)(isnan(x) ? zero_point : guess + up - down);
}
)";

}  // namespace adreno_kernels

/// One item for `lanes` elements. A uint8 is made as the int8 under a zero point that is 128 less, plus 128.
template <class Chip, auto... Policies, calls<op::quantize_> Call>
  requires(Call::x.type == f32 && (Call::y.type == i8 || Call::y.type == u8))
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = adreno_kernels::quantize_numbers;
  static constexpr int lanes = adreno_kernels::lanes_for(Call::y.size(), backend::lanes);
  static constexpr std::string_view variant = "least numbers";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size() / lanes);
  static constexpr std::array<std::string_view, 2> helpers{adreno_kernels::one_lane_helper,
                                                           adreno_kernels::quantize_helper};

  static constexpr packed pack(const op::encoding_parameters& w) noexcept {
    return adreno_kernels::pack_encoding({w.code.scale, w.code.zero_point - above_int8});
  }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view made = stored_type<backend>(Call::y.type);
    const tail above = plus(above_int8);
    const word words[]{{"n", lanes}, {"kernel", "$kernel"}, {"vload", load_word<backend>(f32)}, {"made", made}};
    out.fill(
        "typedef struct {\nfloat least[256];\nfloat inverse;\nint zero_point;\n} numbers_of_$kernel;\n\n",
        words);
    put_head<kernel>(out, stored_type<backend>(f32), made, true);
    put_neighbours(out, Call::y.size(), lanes);
    out.fill("const float$n value = $vload$n(0, x + i);\nconst $made$n result = ($made$n)(\n", words);
    for (int k = 0; k < lanes; ++k) {
      const lane value{"value", k, lanes};
      out.fill("quantize_int8($value, w->inverse, w->zero_point, w->least)$above$end\n",
               {{"value", value.view()}, {"above", above.view()}, {"end", k + 1 < lanes ? "," : ""}});
    }
    out.fill(");\nvstore$n(result, 0, y + i);\n}\n", words);
  }

 private:
  static constexpr std::int32_t above_int8 = range_of(Call::y.type).low + 128;
};

}  // namespace tenon
