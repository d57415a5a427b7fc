// SPDX-License-Identifier: Apache-2.0
// concat on the adreno backend: one launch an input.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/parts.hpp>
#include <tenon/op/concat.hpp>

namespace tenon {
namespace adreno_kernels {

/// Writes one input of a concat into its part of the result: an item an element.
template <class Backend, class Call, std::size_t Input>
struct concat_part : on_device {
  using backend = Backend;
  using packed = typename Call::op::template parameters<Call>;
  static constexpr bool integers = Call::x.type == i8;
  static constexpr int along = Call::op::joined_axis(Call::y.extents);
  static constexpr int length_of(std::size_t input) noexcept {
    return Call::operands[input].tensor.extents.span_of(along, Call::y.extents.rank);
  }
  static constexpr int length = length_of(Input);
  static constexpr int count = Call::operands[Input].tensor.size();
  static constexpr launch size = launch_of<Backend>(count);
  static constexpr rule_words rule = words_of<typename Call::rounding::rescale_rule>;
  static constexpr auto helpers = helpers_of<integers, typename Call::rounding::rescale_rule>;

  static constexpr void write(text_writer& out) noexcept {
    constexpr std::string_view type = integers ? "char" : moved_type<Backend>(Call::x.type);
    int start = 0;
    for (std::size_t i = 0; i < Input; ++i) start += length_of(i);
    const tail first = plus(start);
    const word words[]{{"kernel", "$kernel"},
                       {"factor", rule.factor},
                       {"scale", rule.scale},
                       {"count", count},
                       {"inputs", static_cast<int>(Call::input_count)},
                       {"input", static_cast<int>(Input)},
                       {"length", length},
                       {"pitch", Call::y.extents.span_of(along, Call::y.extents.rank)},
                       {"start", first.view()}};
    if (integers)
      out.fill(R"(
typedef struct {
$factor factor;
int zero_point;
} change_of_$kernel;

typedef struct {
change_of_$kernel changes[$inputs];
int zero_point;
} numbers_of_$kernel;

)",
               words);
    put_head<concat_part>(out, type, type, integers);
    out.fill("const int i = get_global_id(0);\nif (i >= $count) return;\n", words);
    out.fill(length == count ? "const int to = i$start;\n"
                             : "const int to = i / $length * $pitch$start + i % $length;\n",
             words);
    out.fill(integers ? R"(
const change_of_$kernel change = w->changes[$input];
y[to] = store_int8($scale(x[i] - change.zero_point, change.factor), w->zero_point, -128, 127);
)"
                      : "y[to] = x[i];\n",
             words);
    out.put_line("}");
  }
};

template <class Backend, class Call, class Indices>
struct concat_parts;
template <class Backend, class Call, std::size_t... Input>
struct concat_parts<Backend, Call, std::index_sequence<Input...>> {
  using type = type_list<part<concat_part<Backend, Call, Input>, Call, 0, static_cast<int>(Input)>...>;
};

}  // namespace adreno_kernels

template <class Chip, auto... Policies, calls<op::concat_> Call>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = typename Call::op::template parameters<Call>;
  static constexpr std::string_view variant = "launch an input";
  using parts =
      typename adreno_kernels::concat_parts<backend, Call, std::make_index_sequence<Call::input_count>>::type;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }
};

}  // namespace tenon
