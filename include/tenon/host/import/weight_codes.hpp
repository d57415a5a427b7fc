// SPDX-License-Identifier: Apache-2.0
// The scales that the compiler would choose for imported weights, and weights made int8 with other ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <tenon/core/encoding.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/operator_facts.hpp>
#include <tenon/op/weight_scheme.hpp>

namespace tenon::host {

/// Output channels of a layer with weights: the last axis of its result.
inline std::size_t channels_of(const imported_node& node) { return static_cast<std::size_t>(node.extents.from_end(0)); }

/// True of the operators whose weights lie as channel_of says.
inline bool has_known_channels(const imported_node& node) {
  return node.word == "conv2d" || node.word == "dense" || node.word == "depthwise_conv2d";
}

/// True if a batch normalization behind a layer goes into its weights, which are quantized with it.
inline bool is_rescaled(const imported_model& model, const imported_node& node) {
  const auto index = static_cast<std::size_t>(&node - model.nodes.data());
  for (const imported_node& reader : model.nodes)
    for (const std::size_t input : reader.inputs)
      if (input == index && facts_of_word(reader.word).offers_affine) return true;
  return false;
}

/// The output channel to which a weight belongs: channels lie outermost, but for depthwise_conv2d.
inline std::size_t channel_of(const imported_node& node, const imported_array& array, std::size_t index) {
  const std::size_t channels = channels_of(node);
  if (node.word == "depthwise_conv2d") return index % channels;
  return index / (array.reals.size() / channels);
}

/// The scale of each output channel as the compiler chooses it for real weights: largest magnitude / 127.
inline std::vector<float> scales_of(const imported_node& node, const imported_array& array) {
  std::vector<op::detail::weight_range> ranges(channels_of(node));
  for (std::size_t i = 0; i < array.reals.size(); ++i)
    ranges[channel_of(node, array, i)].include({array.reals[i], array.reals[i]});
  std::vector<float> scales;
  for (const op::detail::weight_range& range : ranges)
    scales.push_back(op::detail::encoding_of_weights(range, false).scale);
  return scales;
}

/// Makes a real array one of int8, with one scale or one for each output channel.
inline void quantize_array(const imported_node& node, imported_array& array, std::vector<float> scales, int lowest) {
  array.bytes.resize(array.reals.size());
  for (std::size_t i = 0; i < array.reals.size(); ++i) {
    const float scale = scales.size() == 1 ? scales.front() : scales[channel_of(node, array, i)];
    array.bytes[i] = static_cast<std::int8_t>(quantize_value(array.reals[i], {scale, 0}, lowest, 127));
  }
  array.reals.clear();
  array.scales = std::move(scales);
  array.zero_point = 0;
}

}  // namespace tenon::host
