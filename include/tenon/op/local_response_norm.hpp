// SPDX-License-Identifier: Apache-2.0
// local_response_norm: each channel is divided by what the channels beside it hold.
#pragma once

#include <span>
#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>

namespace tenon {

/// How much the channels around one weigh: (bias + alpha / channels * sum of their squares) ^ beta.
struct neighbours {
  int channels = 5;
  float bias = 1.0f;
  float alpha = 1e-4f;
  float beta = 0.75f;
};

namespace op {

/// Computes y[c] = x[c] / (bias + alpha / channels * sum of x[i]^2) ^ beta in real numbers, for i from
/// c - (channels - 1) / 2 to c + channels / 2 as far as there are such channels, which are the last axis.
/// Attribute: `neighbours`. Rule: ONNX LRN (TFLite's LOCAL_RESPONSE_NORMALIZATION with 2 * radius + 1 channels, whose alpha
/// is not divided); neither has one for int8.
template <auto... Attributes>
struct local_response_norm_ {
  static constexpr std::string_view word = "local_response_norm";
  using attributes = attribute_types<neighbours>;
  static constexpr int arity = 1;
  static constexpr neighbours given = attribute_or<neighbours>({}, Attributes...);
  /// Channels of the sum before and behind the one that is divided.
  static constexpr int below = (given.channels - 1) / 2;
  static constexpr int above = given.channels / 2;
  static constexpr float weight = given.alpha / static_cast<float>(given.channels < 1 ? 1 : given.channels);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (is_quantized(x.type))
      return refuse("tenon: local_response_norm has no rule for integers; keep<f32, ...> the node");
    if (x.extents.rank < 1) return refuse("tenon: local_response_norm takes at least one axis; reshape its input");
    if (given.channels < 1) return refuse("tenon: local_response_norm looks at no channels; give it at least 1");
    if (!(given.bias > 0.0f) || !(given.alpha >= 0.0f))
      return refuse("tenon: local_response_norm could divide by 0; give it a positive bias and an alpha of 0 or more");
    return accept(x.type, x.extents);
  }

  /// What a channel is divided by, of the sum of squares around it.
  [[gnu::always_inline]] static constexpr float divisor(float sum) noexcept {
    const double base{given.bias + weight * sum};
    return static_cast<float>(math::exp(double{given.beta} * math::log(base)));
  }

  template <class Call>
  using parameters = no_parameters;

  template <class Call>
  static constexpr no_parameters prepare(const parameter_source&, std::span<const edge_type>, const edge_type&) noexcept {
    return {};
  }
};

/// Contrast between neighbouring channels: `local_response_norm<"norm1", neighbours{.channels = 5, .alpha = 1e-4f}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, local_response_norm_<Attributes...>> local_response_norm{};

}  // namespace op
}  // namespace tenon
