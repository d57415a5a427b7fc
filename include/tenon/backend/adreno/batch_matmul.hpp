// SPDX-License-Identifier: Apache-2.0
// batch_matmul on the adreno backend.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/indexing.hpp>
#include <tenon/op/batch_matmul.hpp>

namespace tenon {

/// One item for each element of the result.
template <class Chip, auto... Policies, calls<op::batch_matmul_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  static constexpr bool integers = Call::x.type == i8;
  static constexpr tenon::op::matrix_product product =
      op::product_of(Call::operands[0].tensor.extents, Call::operands[1].tensor.extents);
  static constexpr std::string_view variant = "item an element";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(
      product.columns, product.rows, Call::y.size() / (product.rows * product.columns));
  static constexpr adreno_kernels::rule_words rule = adreno_kernels::words_of<typename Call::rounding::rescale_rule>;
  static constexpr auto helpers = adreno_kernels::helpers_of<integers, typename Call::rounding::rescale_rule>;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(Call::x.type);
    const word words[]{{"factor", rule.factor},
                       {"kernel", "$kernel"},
                       {"scale", rule.scale},
                       {"rows", product.rows},
                       {"columns", product.columns},
                       {"depth", product.depth},
                       {"batches", size.items[2]},
                       {"vload", load_word<backend>(Call::x.type)},
                       {"vstore", store_word<backend>(Call::x.type)}};
    if (integers)
      out.fill(
          "typedef struct {\n$factor factor;\nint first_zero_point;\nint second_zero_point;\nint zero_point;\n"
          "int low;\nint high;\n} numbers_of_$kernel;\n\n",
          words);
    const std::array<argument, 2> inputs{argument{"a", type}, argument{"b", type}};
    put_head<kernel>(out, inputs, type, integers);
    out.fill(R"(
const int column = get_global_id(0);
const int row = get_global_id(1);
const int batch = get_global_id(2);
if (column >= $columns || row >= $rows || batch >= $batches) return;
)",
             words);
    put_start<0>(out, "a", "row", product.first_row_step, product.rows * product.depth);
    put_start<1>(out, "b", "column", product.second_column_step, product.depth * product.columns);
    out.fill(integers ? "uint sum = 0;\n" : "float sum = 0.0f;\n", words);
    out.fill("for (int k = 0; k < $depth; ++k) {\n", words);
    put_product(out);
    out.fill("}\nconst int to = (batch * $rows + row) * $columns + column;\n", words);
    out.fill(integers ? "y[to] = store_int8($scale(as_int(sum), w->factor), w->zero_point, w->low, w->high);\n}\n"
                      : "$(vstore)1(sum, to, y);\n}\n",
             words);
  }

 private:
  /// Where the item's row or column starts.
  template <std::size_t Input>
  static constexpr void put_start(adreno_kernels::text_writer& out, std::string_view name, std::string_view line,
                                  int step, int matrix) noexcept {
    using namespace adreno_kernels;
    constexpr shape batches = op::batches_of(Call::y.extents);
    auto steps = tenon::op::broadcast_view(op::batches_of(Call::operands[Input].tensor.extents), batches).steps;
    for (int& each : steps) each *= matrix;
    const tail along = times(step);
    out.fill("const int from_$name = $line$along", {{"name", name}, {"line", line}, {"along", along.view()}});
    if (!axis_walk(batches, steps).stays()) {
      out.put(" + ");
      put_offset(out, "batch", batches, steps);
    }
    out.put_line(";");
  }

  static constexpr void put_product(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    const tail first = times(product.first_depth_step);
    const tail second = times(product.second_depth_step);
    out.fill(integers ? "sum += as_uint((a[from_a + k$first] - w->first_zero_point) * (b[from_b + k$second] - "
                        "w->second_zero_point));\n"
                      : "sum += $(vload)1(from_a + k$first, a) * $(vload)1(from_b + k$second, b);\n",
             {{"first", first.view()}, {"second", second.view()}, {"vload", load_word<backend>(Call::x.type)}});
  }
};

}  // namespace tenon
