// SPDX-License-Identifier: Apache-2.0
// Windows that slide over images in OpenCL C: the item's place in the result, and the loops over the taps.
#pragma once

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/op/image.hpp>

namespace tenon::adreno_kernels {

/// A window over an image and the image that comes of it.
struct walk {
  op::image in{};
  op::image out{};
  op::sliding moving{};
  int pitch = 0;  ///< elements from pixel to pixel of the result
};

template <class Call>
constexpr walk walk_of() noexcept {
  constexpr op::image in = op::image_of(Call::x.extents);
  return {in, op::image_of(Call::y.extents), Call::op::window_over(in), Call::result.row_pitch()};
}

/// One item for `lanes` channels of a pixel of the result, or of `pixels` neighbours.
template <class Backend>
constexpr launch items_of(const walk& over, int lanes, int pixels = 1) noexcept {
  return launch_of<Backend>(over.out.channels / lanes, over.out.columns / pixels,
                            over.out.batch * over.out.rows);
}

/// The item's place: channels `o` and on of the pixel (`batch`, `row`, `column`), or of `pixels` from it on,
/// at `y + to`.
constexpr void put_place(text_writer& out, const walk& over, int lanes, int pixels = 1) noexcept {
  const tail width = times(lanes);
  const tail along = times(pixels);
  const word words[]{
      {"n", width.view()},     {"along", along.view()},       {"channels", over.out.channels},
      {"rows", over.out.rows}, {"columns", over.out.columns}, {"lines", over.out.batch * over.out.rows},
      {"pitch", over.pitch}};
  out.fill("const int o = get_global_id(0)$n;\nconst int column = get_global_id(1)$along;\n", words);
  if (over.out.batch > 1) {
    out.fill("const int line = get_global_id(2);\n", words);
    out.fill("if (o >= $channels || column >= $columns || line >= $lines) return;\n", words);
    out.fill("const int batch = line / $rows;\nconst int row = line % $rows;\n", words);
    out.fill("const int to = (line * $columns + column) * $pitch + o;\n", words);
  } else {
    out.fill("const int row = get_global_id(2);\n", words);
    out.fill("if (o >= $channels || column >= $columns || row >= $rows) return;\n", words);
    out.fill("const int to = (row * $columns + column) * $pitch + o;\n", words);
  }
}

/// One axis of a window, as its text needs it.
struct walk_axis {
  std::string_view name;   ///< "row"
  std::string_view index;  ///< "i"
  int in, out, size, step, spread, before;

  constexpr bool loops() const noexcept { return size > 1 || leaves(); }
  /// True if some tap lies outside the image.
  constexpr bool leaves() const noexcept {
    return before > 0 || (out - 1) * step + (size - 1) * spread - before >= in;
  }
};

constexpr walk_axis rows_of(const walk& w) noexcept {
  return {"row",
          "i",
          w.in.rows,
          w.out.rows,
          w.moving.size.rows,
          w.moving.step.rows,
          w.moving.spread.rows,
          w.moving.around.top};
}
constexpr walk_axis columns_of(const walk& w) noexcept {
  return {"column",
          "j",
          w.in.columns,
          w.out.columns,
          w.moving.size.columns,
          w.moving.step.columns,
          w.moving.spread.columns,
          w.moving.around.left};
}

/// What the text does with a tap outside the image: goes on to the next one, or only tells.
enum class outside : unsigned char { skipped, told };

constexpr void put_axis(text_writer& out, const walk_axis& axis, outside taps) noexcept {
  const tail step = times(axis.step);
  const tail spread = times(axis.spread);
  const tail before = minus(axis.before);
  const word words[]{{"name", axis.name},   {"i", axis.index},         {"size", axis.size},
                     {"step", step.view()}, {"spread", spread.view()}, {"before", before.view()},
                     {"in", axis.in}};
  if (!axis.loops()) return out.fill("const int from_$name = $(name)$step;\n", words);
  out.fill("for (int $i = 0; $i < $size; ++$i) {\n", words);
  out.fill("const int from_$name = $(name)$step + $i$spread$before;\n", words);
  if (!axis.leaves()) return;
  out.fill(taps == outside::skipped ? "if (from_$name < 0 || from_$name >= $in) continue;\n"
                                    : "const bool $(name)_inside = from_$name >= 0 && from_$name < $in;\n",
           words);
}

/// True if some tap lies outside the image.
constexpr bool leaves_image(const walk& over) noexcept {
  return rows_of(over).leaves() || columns_of(over).leaves();
}

/// Opens the loops over the taps, those inside the image or all with `inside`; `from_row` and `from_column`
/// are the pixel under the tap.
constexpr void put_taps(text_writer& out, const walk& over, outside taps = outside::skipped) noexcept {
  put_axis(out, rows_of(over), taps);
  put_axis(out, columns_of(over), taps);
  if (taps == outside::skipped || !leaves_image(over)) return;
  const bool both = rows_of(over).leaves() && columns_of(over).leaves();
  out.put_line(both                     ? "const bool inside = row_inside && column_inside;"
               : rows_of(over).leaves() ? "const bool inside = row_inside;"
                                        : "const bool inside = column_inside;");
}

/// Where the pixel under a tap starts in `x`; the line is left open.
constexpr void put_pixel(text_writer& out, const walk& over) noexcept {
  const tail channels = times(over.in.channels);
  out.fill(over.in.batch > 1
               ? "const int from = ((batch * $rows + from_row) * $columns + from_column)$channels"
               : "const int from = (from_row * $columns + from_column)$channels",
           {{"rows", over.in.rows}, {"columns", over.in.columns}, {"channels", channels.view()}});
}

/// The number of the tap, times `unit`.
constexpr void put_tap(text_writer& out, const walk& over, int unit) noexcept {
  const bool rows = rows_of(over).loops();
  const bool columns = columns_of(over).loops();
  const tail by = times(unit);
  out.fill(rows && columns ? "const int tap = (i * $columns + j)$unit;\n"
           : rows          ? "const int tap = i$unit;\n"
           : columns       ? "const int tap = j$unit;\n"
                           : "const int tap = 0;\n",
           {{"columns", over.moving.size.columns}, {"unit", by.view()}});
}

/// Closes the loops.
constexpr void put_end_of_taps(text_writer& out, const walk& over) noexcept {
  if (columns_of(over).loops()) out.put_line("}");
  if (rows_of(over).loops()) out.put_line("}");
}

}  // namespace tenon::adreno_kernels
