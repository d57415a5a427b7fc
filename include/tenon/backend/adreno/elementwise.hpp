// SPDX-License-Identifier: Apache-2.0
// One-input functions on the adreno backend: formulas on real numbers, tables on int8 and uint8.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/formulas.hpp>
#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon {
namespace adreno_kernels {

/// The item's `lanes` elements from `i` on.
constexpr void put_neighbours(text_writer& out, int size, int lanes) noexcept {
  const tail width = times(lanes);
  out.fill("const int i = get_global_id(0)$n;\nif (i >= $size) return;\n",
           {{"n", width.view()}, {"size", size}});
}

}  // namespace adreno_kernels

/// One item for `lanes` elements.
template <class Chip, auto... Policies, class Call>
  requires one_input_function<typename Call::op> && adreno_kernels::has_formula<typename Call::op> &&
           all_elements<Call, f32>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = no_parameters;
  static constexpr int lanes = adreno_kernels::lanes_for(Call::y.size(), backend::lanes);
  static constexpr std::string_view variant = "formula";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size() / lanes);
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(f32);
    const word words[]{
        {"n", lanes}, {"vload", load_word<backend>(f32)}, {"vstore", store_word<backend>(f32)}};
    const std::array<argument, 1> inputs{argument{"from", type}};
    // Near the zeros of a formula a fused product would be another number.
    put_head<kernel>(out, inputs, type, false, contraction::off);
    put_neighbours(out, Call::y.size(), lanes);
    out.fill("const float$n x = $vload$n(0, from + i);\n$vstore$n(", words);
    formula<typename Call::op>::put(out);
    out.fill(", 0, y + i);\n", words);
    out.put_line("}");
  }
};

template <class Chip, auto... Policies, class Call>
  requires op::looks_up_bytes<Call>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = op::table_parameters;
  static constexpr int lanes = adreno_kernels::lanes_for(Call::y.size(), backend::lanes);
  static constexpr std::string_view variant = "table";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::y.size() / lanes);
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view from = stored_type<backend>(Call::x.type);
    constexpr std::string_view made = stored_type<backend>(Call::y.type);
    const tail above_least = plus(-range_of(Call::x.type).low);
    const word words[]{{"n", lanes}, {"kernel", "$kernel"}, {"made", made}, {"above", above_least.view()}};
    out.fill("typedef struct {\n$made table[256];\n} numbers_of_$kernel;\n\n", words);
    put_head<kernel>(out, from, made, true);
    put_neighbours(out, Call::y.size(), lanes);
    out.fill("const int$n entry = convert_int$n(vload$n(0, x + i))$above;\nvstore$n(($made$n)(", words);
    for (int k = 0; k < lanes; ++k) {
      const lane entry{"entry", k, lanes};
      out.fill("$(comma)w->table[$entry]", {{"comma", k == 0 ? "" : ", "}, {"entry", entry.view()}});
    }
    out.fill("), 0, y + i);\n}\n", words);
  }
};

}  // namespace tenon
