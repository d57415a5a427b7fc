// SPDX-License-Identifier: Apache-2.0
// Two-input functions with broadcasting on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/indexing.hpp>
#include <tenon/op/add.hpp>
#include <tenon/op/div.hpp>
#include <tenon/op/maximum.hpp>
#include <tenon/op/minimum.hpp>
#include <tenon/op/mul.hpp>
#include <tenon/op/prelu.hpp>
#include <tenon/op/sub.hpp>

namespace tenon {
namespace adreno_kernels {

/// How a two-input function reads in OpenCL C: of two real vectors `first` and `second`; of two integers $a and $b,
/// scaled by the function $scale, empty where there is none; and the factors that it takes, each of the type $factor.
struct pairwise_words {
  std::string_view real{};
  std::string_view integer{};
  std::string_view factors{};
  /// Finite numbers can give none, as 0 / 0; clamp() would make a bound of it.
  bool gives_nan = false;
};

template <class Operator>
inline constexpr pairwise_words words_of_pair{};

inline constexpr std::string_view factors_of_sum = "$factor first;\n$factor second;\n$factor sum;\n";
/// Sums under the rule of LiteRT's default runtime.
inline constexpr std::string_view factors_of_shifted_sum = "int first;\nint second;\nint shift;\n";
inline constexpr pairwise_words words_of_shifted_sum{
    "", "($a * w->first + $b * w->second + (1 << (w->shift - 1))) >> w->shift", factors_of_shifted_sum};
inline constexpr pairwise_words words_of_shifted_difference{
    "", "($a * w->first - $b * w->second + (1 << (w->shift - 1))) >> w->shift", factors_of_shifted_sum};
inline constexpr std::string_view factors_of_extremum = "$factor first;\n$factor second;\n";

// Sums have 20 bits to spare.
template <auto... Attributes>
inline constexpr pairwise_words words_of_pair<op::add_<Attributes...>>{
    "first + second",
    "$scale(wrapping_add($scale($a * 1048576, w->first), $scale($b * 1048576, w->second)), w->sum)", factors_of_sum};
template <auto... Attributes>
inline constexpr pairwise_words words_of_pair<op::sub_<Attributes...>>{
    "first - second",
    "$scale(wrapping_subtract($scale($a * 1048576, w->first), $scale($b * 1048576, w->second)), w->sum)",
    factors_of_sum};
template <auto... Attributes>
inline constexpr pairwise_words words_of_pair<op::mul_<Attributes...>>{"first * second", "$scale($a * $b, w->factor)",
                                                                       "$factor factor;\n"};
template <auto... Attributes>
inline constexpr pairwise_words words_of_pair<op::div_<Attributes...>>{"first / second", "", "", true};
template <auto... Attributes>
inline constexpr pairwise_words words_of_pair<op::maximum_<Attributes...>>{
    "first > second ? first : second", "max($scale($a, w->first), $scale($b, w->second))", factors_of_extremum};
template <auto... Attributes>
inline constexpr pairwise_words words_of_pair<op::minimum_<Attributes...>>{
    "first < second ? first : second", "min($scale($a, w->first), $scale($b, w->second))", factors_of_extremum};
template <auto... Attributes>
inline constexpr pairwise_words words_of_pair<op::prelu_<Attributes...>>{
    "first >= 0.0f ? first : first * second",
    "$a >= 0 ? $scale($a, w->positive) : $scale($a * $b, w->negative)",
    "$factor positive;\n$factor negative;\n"};

/// The same for a call, whose rounding has a say in sums.
template <class Call>
inline constexpr pairwise_words words_for_call = [] {
  if constexpr (std::is_same_v<typename Call::op::template parameters<Call>, op::sum_parameters<float32_rule>>)
    return offers_addition<typename Call::op> ? words_of_shifted_sum : words_of_shifted_difference;
  else return words_of_pair<typename Call::op>;
}();

/// True if a two-input function is written for the element type of a call.
template <class Call>
inline constexpr bool has_words_of_pair =
    (all_elements<Call, f32> && !words_of_pair<typename Call::op>.real.empty()) ||
    (all_elements<Call, i8> && !words_of_pair<typename Call::op>.integer.empty());

}  // namespace adreno_kernels

/// One item for `lanes` neighbours of a row of the result.
template <class Chip, auto... Policies, class Call>
  requires adreno_kernels::has_words_of_pair<Call>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = typename Call::op::template parameters<Call>;
  static constexpr bool integers = Call::x.type == i8;
  static constexpr adreno_kernels::pairwise_words pair = adreno_kernels::words_for_call<Call>;
  static constexpr adreno_kernels::rule_words rule =
      adreno_kernels::words_of<typename Call::rounding::rescale_rule>;
  /// Tensors of one shape without gaps are one row.
  static constexpr bool one_row = Call::operands[0].tensor == Call::y &&
                                  Call::operands[1].tensor == Call::y && Call::operands[0].pitch == 0 &&
                                  Call::result.pitch == 0;
  static constexpr int length = one_row ? Call::y.size() : op::row_length(Call::y.extents);
  static constexpr int rows = Call::y.size() / length;
  static constexpr int lanes = adreno_kernels::lanes_for(length, backend::lanes);
  static constexpr std::string_view variant = "item by neighbours";
  static constexpr adreno_kernels::launch size =
      rows == 1 ? adreno_kernels::launch_of<backend>(length / lanes)
                : adreno_kernels::launch_of<backend>(length / lanes, rows);
  static constexpr auto helpers = adreno_kernels::helpers_of<integers, typename Call::rounding::rescale_rule>;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    const std::array<argument, 2> inputs{argument{"a", type}, argument{"b", type}};
    put_numbers(out);
    put_head<kernel>(out, inputs, type, true);
    put_place(out);
    put_term<0>(out, "a", "first");
    put_term<1>(out, "b", "second");
    if (integers) put_integers(out);
    else
      out.fill("$vstore$n($(nan_or)clamp($real, w->low, w->high), 0, y + to);\n",
               {{"vstore", store_word<backend>(Call::y.type)},
                {"n", lanes},
                {"nan_or", pair.gives_nan ? "isnan(first / second) ? first / second : " : ""},
                {"real", pair.real}});
    out.put_line("}");
  }

 private:
  static constexpr void put_numbers(adreno_kernels::text_writer& out) noexcept {
    const adreno_kernels::word words[]{{"factor", rule.factor}, {"kernel", "$kernel"}};
    out.put_line("typedef struct {");
    if (!integers) out.put_line("float low;\nfloat high;");
    else {
      out.fill(pair.factors, words);
      out.put_line("int first_zero_point;\nint second_zero_point;\nint zero_point;\nint low;\nint high;");
    }
    out.fill("} numbers_of_$kernel;\n\n", words);
  }

  static constexpr void put_place(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    const tail width = times(lanes);
    const word words[]{{"n", width.view()},
                       {"length", length},
                       {"rows", rows},
                       {"pitch", one_row                   ? length
                                 : Call::result.pitch != 0 ? Call::result.pitch
                                                           : length}};
    out.fill("const int i = get_global_id(0)$n;\n", words);
    if (rows == 1) return out.fill("if (i >= $length) return;\nconst int to = i;\n", words);
    out.fill(
        "const int row = get_global_id(1);\nif (i >= $length || row >= $rows) return;\nconst int to = row * $pitch + i;\n",
        words);
  }

  /// Loads an input's values, repeated where it has fewer than the result.
  template <std::size_t Input>
  static constexpr void put_term(adreno_kernels::text_writer& out, std::string_view name,
                                 std::string_view value) noexcept {
    using namespace adreno_kernels;
    constexpr operand from = Call::operands[Input];
    constexpr op::strided view = op::broadcast_view(from.tensor.extents, Call::y.extents);
    const bool repeats = !one_row && view.row_step(Call::y.extents) == 0;
    const word words[]{{"n", lanes},          {"m", repeats ? 1 : lanes},
                       {"name", name},        {"value", value},
                       {"pitch", from.pitch}, {"vload", load_word<backend>(Call::x.type)}};
    const shape outer = outer_axes(Call::y.extents);
    const bool moves = from.pitch != 0 || (rows > 1 && !axis_walk(outer, view.steps).stays());
    out.fill("const int from_$name = ", words);
    if (from.pitch != 0) out.fill("row * $pitch", words);
    else if (moves) put_offset(out, "row", outer, view.steps);
    out.put_line(moves ? (repeats ? ";" : " + i;") : (repeats ? "0;" : "i;"));
    out.fill(
        integers
            ? "const int$n $value = (int$n)(convert_int$m(vload$m(0, $name + from_$name)) - w->$(value)_zero_point);\n"
            : "const float$n $value = (float$n)($vload$m(0, $name + from_$name));\n",
        words);
  }

  static constexpr void put_integers(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    out.fill("const char$n result = (char$n)(\n", {{"n", lanes}});
    for (int i = 0; i < lanes; ++i) {
      const lane a{"first", i, lanes};
      const lane b{"second", i, lanes};
      const word words[]{{"scale", rule.scale}, {"a", a.view()}, {"b", b.view()}};
      out.fill("store_int8(", words);
      out.fill(pair.integer, words);
      out.put_line(i + 1 < lanes ? ", w->zero_point, w->low, w->high)," : ", w->zero_point, w->low, w->high)");
    }
    out.fill(");\nvstore$n(result, 0, y + to);\n", {{"n", lanes}});
  }
};

}  // namespace tenon
