// SPDX-License-Identifier: Apache-2.0
// batch_matmul: products of matrices, neither of which is trained.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/graph/value.hpp>
#include <tenon/op/broadcast.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon {

/// Which of two matrices are multiplied as if their last two axes changed places.
struct transposed_inputs {
  bool first;
  bool second;
};

namespace op {

/// Products of int8 matrices: one change of scale.
template <class Rule>
struct matrix_product_parameters {
  typename Rule::factor factor{};
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  integer_store store{};
};

/// How two inputs are multiplied: y[row, column] = sum over k < depth of a[row, k] * b[k, column]. Steps are elements
/// from one index to the next.
struct matrix_product {
  int rows = 0;
  int columns = 0;
  int depth = 0;
  int first_row_step = 0;
  int first_depth_step = 0;
  int second_depth_step = 0;
  int second_column_step = 0;
};

/// Computes y[..., r, c] = sum over k of a[..., r, k] * b[..., k, c]; axes before the last two are broadcast.
/// Attributes: `transposed_inputs{first, second}`, none unless given; `encoded`.
/// Rule: TFLite BATCH_MATMUL (int8: the factor s_a * s_b / s_y, its product in float32, its quotient in double), ONNX
/// MatMul.
template <auto... Attributes>
struct batch_matmul_ {
  static constexpr std::string_view word = "batch_matmul";
  using attributes = attribute_types<transposed_inputs>;
  static constexpr int arity = 2;
  static constexpr transposed_inputs turned = attribute_or<transposed_inputs>({false, false}, Attributes...);

  static constexpr matrix_product product_of(const shape& a, const shape& b) noexcept {
    const int columns_of_a = a.from_end(0);
    const int columns_of_b = b.from_end(0);
    return {a.from_end(turned.first ? 0 : 1), b.from_end(turned.second ? 1 : 0), a.from_end(turned.first ? 1 : 0),
            turned.first ? 1 : columns_of_a,  turned.first ? columns_of_a : 1,   turned.second ? 1 : columns_of_b,
            turned.second ? columns_of_b : 1};
  }

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& a = inputs[0].tensor;
    const tensor_type& b = inputs[1].tensor;
    if (a.type != b.type)
      return refuse("tenon: batch_matmul has two inputs of different element types; convert one of them");
    if (a.extents.rank < 2 || b.extents.rank < 2)
      return refuse("tenon: batch_matmul takes matrices; give each input two axes or more");
    const int depth_of_b = b.extents.from_end(turned.second ? 0 : 1);
    if (product_of(a.extents, b.extents).depth != depth_of_b)
      return refuse("tenon: the rows of one matrix do not fit the columns of the other; transpose one of them");
    if (!can_broadcast(batches_of(a.extents), batches_of(b.extents)))
      return refuse("tenon: batch_matmul has batches that do not broadcast; make each axis equal or 1");
    shape result = broadcast(batches_of(a.extents), batches_of(b.extents));
    const matrix_product product = product_of(a.extents, b.extents);
    result.push_back(product.rows);
    result.push_back(product.columns);
    return accept(a.type, result, attribute_or<encoded>({}, Attributes...).code);
  }

  /// The axes before a matrix.
  static constexpr shape batches_of(const shape& extents) noexcept {
    shape batches;
    for (int axis = 0; axis < extents.rank - 2; ++axis) batches.push_back(extents[axis]);
    return batches;
  }

  /// Where matrix `batch` of the result's has its counterpart among those of an input, in matrices.
  static constexpr int matrix_of(const shape& input, const shape& result, int batch) noexcept {
    const shape all = batches_of(result);
    const strided view = broadcast_view(batches_of(input), all);
    int at = 0;
    for (int axis = all.rank - 1; axis >= 0; --axis) {
      at += batch % all[axis] * view.step(axis);
      batch /= all[axis];
    }
    return at;
  }

  static constexpr std::int64_t macs(std::span<const edge_type> inputs, const edge_type& output) noexcept {
    const int depth = product_of(inputs[0].tensor.extents, inputs[1].tensor.extents).depth;
    return std::int64_t{output.tensor.size()} * depth;
  }

  template <class Call>
  using parameters = std::conditional_t<Call::x.type == f32, no_parameters,
                                        matrix_product_parameters<typename Call::rounding::rescale_rule>>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, [[maybe_unused]] std::span<const edge_type> inputs,
                                            [[maybe_unused]] const edge_type& output) noexcept {
    if constexpr (Call::x.type == f32) {
      return {};
    } else {
      using rule = typename Call::rounding::rescale_rule;
      const float product = inputs[0].code.scale * inputs[1].code.scale;
      return {rule::make_from_real(double{product} / double{output.code.scale}), inputs[0].code.zero_point,
              inputs[1].code.zero_point, store_for(clamp{}, output)};
    }
  }

  /// The value that is stored for a sum of products.
  [[gnu::always_inline]] static constexpr float finish(const no_parameters&, float sum) noexcept { return sum; }
  template <class Rule>
  [[gnu::always_inline]] static constexpr std::int8_t finish(const matrix_product_parameters<Rule>& w,
                                                             std::int32_t sum) noexcept {
    return static_cast<std::int8_t>(w.store.cut(Rule::apply(sum, w.factor)));
  }
};

/// Product of two edges: `batch_matmul<"scores", transposed_inputs{false, true}>(queries, keys)`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, batch_matmul_<Attributes...>> batch_matmul{};

}  // namespace op
}  // namespace tenon
