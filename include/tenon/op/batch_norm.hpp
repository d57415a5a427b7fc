// SPDX-License-Identifier: Apache-2.0
// batch_norm: each channel is scaled and shifted by trained numbers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/linear.hpp>

namespace tenon::op {

/// Computes y = gamma * (x - mean) / sqrt(variance + epsilon) + beta for each channel, the last axis.
/// Attribute: epsilon, 0.001 unless given. Parameters: mean, variance; gamma (1) and beta (0), optional.
/// Integers: y = clamp(requantize(x - input zero point + bias) + output zero point), as a depthwise convolution with
/// one tap of weight 127 would give it. Rule: Ioffe and Szegedy, Batch Normalization (2015), at inference; TFLite folds
/// it away.
template <auto... Attributes>
struct batch_norm_ {
  static constexpr std::string_view word = "batch_norm";
  using attributes = attribute_types<epsilon>;
  static constexpr int arity = 1;
  static constexpr bool absorbs_clamp = true;
  static constexpr bool works_in_place = true;
  static constexpr float affine_epsilon = attribute_or<epsilon>({1e-3f}, Attributes...).value;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (x.extents.rank < 1) return refuse("tenon: batch_norm takes at least one axis; reshape its input");
    return accept(x.type, x.extents, result_encoding<batch_norm_>(inputs[0]));
  }

  static constexpr parameter_list parameters_for(std::span<const edge_type> inputs) noexcept {
    const int channels = inputs[0].tensor.extents.from_end(0);
    return {{{{"gamma", channels, false},
              {"beta", channels, false},
              {"mean", channels, true},
              {"variance", channels, true}}},
            4};
  }

  template <class Call>
  using parameters = linear_parameters<Call::x.type, typename Call::rounding::conv2d_rule, Call::x.extents.from_end(0), 1>;

  /// The parameters of a depthwise convolution with one tap of weight 1, with this normalization folded in.
  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source& source, std::span<const edge_type> inputs,
                                            const edge_type& output) noexcept {
    std::array<float, static_cast<std::size_t>(Call::x.extents.from_end(0))> ones{};
    for (float& one : ones) one = 1.0f;
    parameter_source folded;
    folded.add("kernel", ones);
    folded.add("affine.gamma", source.find("gamma"));
    folded.add("affine.beta", source.find("beta"));
    folded.add("affine.mean", source.find("mean"));
    folded.add("affine.variance", source.find("variance"));
    folded.affine_epsilon = affine_epsilon;
    return prepare_linear<batch_norm_, parameters<Call>, kernel_order::output_last>(folded, inputs, output);
  }
};

/// Batch normalization at inference: `batch_norm<"stem.bn">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, batch_norm_<Attributes...>> batch_norm{};

}  // namespace tenon::op
