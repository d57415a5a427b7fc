// SPDX-License-Identifier: Apache-2.0
// resize on the adreno backend.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/op/resize.hpp>

namespace tenon {
namespace adreno_kernels {

/// For each row or column of the result, its two neighbours in the input (of `nearest` only the first) and
/// the distance from the lower one.
template <int Count, class Fraction>
struct resize_axis {
  std::array<std::int32_t, std::size_t{Count}> low{};
  std::array<std::int32_t, std::size_t{Count}> high{};
  std::array<Fraction, std::size_t{Count}> fraction{};
};

template <int Rows, int Columns, class Fraction>
struct resize_numbers {
  resize_axis<Rows, Fraction> rows{};
  resize_axis<Columns, Fraction> columns{};
};

template <int Count, class Fraction>
constexpr resize_axis<Count, Fraction> resize_along(const op::resampling& along,
                                                    interpolation method) noexcept {
  resize_axis<Count, Fraction> made;
  for (int i = 0; i < Count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (method == interpolation::nearest) {
      made.low[at] = made.high[at] = along.nearest_to(i);
      continue;
    }
    op::tap<Fraction> between;
    if constexpr (std::is_same_v<Fraction, float>) between = along.between(i);
    else between = along.between_fixed(i);
    made.low[at] = between.low, made.high[at] = between.high, made.fraction[at] = between.fraction;
  }
  return made;
}

}  // namespace adreno_kernels

/// One item for `lanes` channels at a pixel of the result.
template <class Chip, auto... Policies, calls<op::resize_> Call>
  requires(Call::op::method == interpolation::nearest || Call::x.type == f32 || Call::x.type == i8)
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  static constexpr op::image in = op::image_of(Call::x.extents);
  static constexpr op::image result = op::image_of(Call::y.extents);
  using fraction = std::conditional_t<Call::x.type == f32, float, std::int32_t>;
  using packed = adreno_kernels::resize_numbers<result.rows, result.columns, fraction>;
  static constexpr int lanes = adreno_kernels::lanes_for(result.channels, backend::lanes);
  static constexpr bool is_nearest = Call::op::method == interpolation::nearest;
  static constexpr std::string_view variant = is_nearest ? "nearest" : "bilinear";
  static constexpr adreno_kernels::launch size =
      adreno_kernels::launch_of<backend>(result.channels / lanes, result.columns, result.batch* result.rows);
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const no_parameters&) noexcept {
    using namespace adreno_kernels;
    return {resize_along<result.rows, fraction>(Call::op::rows_of(Call::x.extents), Call::op::method),
            resize_along<result.columns, fraction>(Call::op::columns_of(Call::x.extents), Call::op::method)};
  }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type =
        is_nearest ? moved_type<backend>(Call::x.type) : stored_type<backend>(Call::x.type);
    const tail width = times(lanes);
    const word words[]{{"kernel", "$kernel"},
                       {"n", lanes},
                       {"width", width.view()},
                       {"number", Call::x.type == f32 ? "float" : "int"},
                       {"rows", result.rows},
                       {"columns", result.columns},
                       {"lines", result.batch * result.rows},
                       {"channels", result.channels},
                       {"in_rows", in.rows},
                       {"in_columns", in.columns}};
    out.fill(R"(
typedef struct {
int low_row[$rows], high_row[$rows];
$number down[$rows];
int low_column[$columns], high_column[$columns];
$number right[$columns];
} numbers_of_$kernel;

)",
             words);
    put_head<kernel>(out, type, type, true, is_nearest ? contraction::allowed : contraction::off);
    out.fill(R"(
const int c = get_global_id(0)$width;
const int column = get_global_id(1);
const int line = get_global_id(2);
if (c >= $channels || column >= $columns || line >= $lines) return;
const int row = line % $rows;
const int first_row = line / $rows * $in_rows;
const int to = (line * $columns + column) * $channels + c;
const int low_row = (first_row + w->low_row[row]) * $in_columns;
const int low_column = w->low_column[column];
)",
             words);
    if (is_nearest)
      out.fill("vstore$n(vload$n(0, x + (low_row + low_column) * $channels + c), 0, y + to);\n", words);
    else put_mix(out, words);
    out.put_line("}");
  }

 private:
  static constexpr void put_mix(adreno_kernels::text_writer& out,
                                std::span<const adreno_kernels::word> words) noexcept {
    using namespace adreno_kernels;
    out.fill(R"(
const int high_row = (first_row + w->high_row[row]) * $in_columns;
const int high_column = w->high_column[column];
const $number down = w->down[row];
const $number right = w->right[column];
)",
             words);
    constexpr std::string_view places[]{"low_row + low_column", "low_row + high_column",
                                        "high_row + low_column", "high_row + high_column"};
    for (int i = 0; i < 4; ++i)
      out.fill(Call::x.type == f32
                   ? "const float$n x$down$right = $vload$n(0, x + ($at) * $channels + c);\n"
                   : "const int$n x$down$right = convert_int$n(vload$n(0, x + ($at) * $channels + c));\n",
               {{"n", lanes},
                {"down", i / 2},
                {"right", i % 2},
                {"at", places[i]},
                {"channels", result.channels},
                {"vload", load_word<backend>(Call::x.type)}});
    const word ends[]{{"n", lanes}, {"vstore", store_word<backend>(Call::x.type)}};
    if (Call::x.type == f32)
      return out.fill(R"(
const float$n sum = x00 * (1.0f - down) * (1.0f - right) + x10 * down * (1.0f - right) + x01 * (1.0f - down) * right + x11 * down * right;
$vstore$n(sum, 0, y + to);
)",
                      ends);
    out.fill(R"(
const int$n sum = x00 * (1024 - down) * (1024 - right) + x10 * down * (1024 - right) + x01 * (1024 - down) * right + x11 * down * right;
const int$n size = (select(sum, -sum, sum < 0) + (1 << 19)) / (1 << 20);
vstore$n(convert_char$n(select(size, -size, sum < 0)), 0, y + to);
)",
             ends);
  }
};

}  // namespace tenon
