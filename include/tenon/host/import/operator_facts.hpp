// SPDX-License-Identifier: Apache-2.0
// What the operators' types say that encodings are matched by, for nodes that an importer knows by their words.
#pragma once

#include <array>
#include <string_view>

#include <tenon/op/concept.hpp>
#include <tenon/op/operators.hpp>

namespace tenon::host {

/// How an operator takes part in quantization.
struct operator_facts {
  std::string_view word{};
  encoding_rule rule = encoding_rule::calibrated;
  bool absorbs_clamp = false;
  bool offers_clamp = false;
  bool absorbs_affine = false;
  bool offers_affine = false;
};

namespace detail {

template <class Operator>
constexpr operator_facts facts_of() noexcept {
  return {Operator::word,         encoding_rule_of<Operator>(), absorbs_clamp<Operator>,
          offers_clamp<Operator>, absorbs_affine<Operator>,     offers_affine<Operator>};
}

/// Operators that are in no way special need no line: facts_of_word gives theirs.
inline constexpr auto known_operators = std::to_array<operator_facts>({
    facts_of<op::add_<>>(),
    facts_of<op::argmax_<>>(),
    facts_of<op::assign_<>>(),
    facts_of<op::average_pool_<>>(),
    facts_of<op::batch_matmul_<>>(),
    facts_of<op::batch_norm_<>>(),
    facts_of<op::clip_<>>(),
    facts_of<op::conv2d_<>>(),
    facts_of<op::dense_<>>(),
    facts_of<op::depth_to_space_<>>(),
    facts_of<op::depthwise_conv2d_<>>(),
    facts_of<op::dequantize_<>>(),
    facts_of<op::div_<>>(),
    facts_of<op::expand_dims_<>>(),
    facts_of<op::flatten_<>>(),
    facts_of<op::gather_<>>(),
    facts_of<op::global_max_pool_<>>(),
    facts_of<op::max_pool_<>>(),
    facts_of<op::maximum_<>>(),
    facts_of<op::minimum_<>>(),
    facts_of<op::mirror_pad_<>>(),
    facts_of<op::mul_<>>(),
    facts_of<op::output_<>>(),
    facts_of<op::pad_<>>(),
    facts_of<op::prelu_<>>(),
    facts_of<op::reduce_max_<>>(),
    facts_of<op::reduce_min_<>>(),
    facts_of<op::relu_<>>(),
    facts_of<op::relu6_<>>(),
    facts_of<op::reshape_<>>(),
    facts_of<op::resize_<>>(),
    facts_of<op::sigmoid_<>>(),
    facts_of<op::slice_<>>(),
    facts_of<op::softmax_<>>(),
    facts_of<op::space_to_depth_<>>(),
    facts_of<op::squeeze_<>>(),
    facts_of<op::sub_<>>(),
    facts_of<op::tanh_<>>(),
    facts_of<op::tile_<>>(),
    facts_of<op::transpose_<>>(),
    facts_of<op::transposed_conv2d_<>>(),
});

}  // namespace detail

/// The facts of an operator by its word.
constexpr operator_facts facts_of_word(std::string_view word) noexcept {
  for (const operator_facts& facts : detail::known_operators)
    if (facts.word == word) return facts;
  return {word};
}

}  // namespace tenon::host
