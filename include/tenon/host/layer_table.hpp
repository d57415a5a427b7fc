// SPDX-License-Identifier: Apache-2.0
// Compares a quantized model with the same model in real numbers, layer by layer.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/calibrate.hpp>
#include <tenon/host/layer_error.hpp>

namespace tenon::host {

namespace detail {

/// The numbers of a result, whatever its element type.
inline std::vector<float> real_values(const step_info& step, const void* data) {
  std::vector<float> values(static_cast<std::size_t>(step.output.size()));
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (step.output.type == i8) values[i] = dequantize_value(static_cast<const std::int8_t*>(data)[i], step.code);
    else if (step.output.type == i16)
      values[i] = dequantize_value(static_cast<const std::int16_t*>(data)[i], step.code);
    else if (step.output.type == i32) values[i] = static_cast<float>(static_cast<const std::int32_t*>(data)[i]);
    else if (step.output.type == f32) values[i] = static_cast<const float*>(data)[i];
  }
  return values;
}

/// Layers by name, first as real numbers, then compared with integers. Not a template, so that its symbols are short.
class layer_errors {
 public:
  /// Keeps the real numbers of a sample's layers.
  step_watcher keep() {
    return each_layer([this](const std::string& name, std::vector<float> values) { real_[name] = std::move(values); });
  }
  /// Compares a sample's layers with those that were kept.
  step_watcher compare() {
    return each_layer([this](const std::string& name, const std::vector<float>& values) {
      if (const auto found = real_.find(name); found != real_.end()) add(name, found->second, values);
    });
  }
  const std::vector<layer_error>& layers() const noexcept { return layers_; }

 private:
  template <class Take>
  static step_watcher each_layer(const Take& take) {
    return [take](const step_info& step, const void* data) {
      const bool renamed = step.name.ends_with(".quantized");
      if (step.op != "dequantize" || !renamed)
        take(std::string{tenon::detail::encoding_name(step.name)}, real_values(step, data));
    };
  }

  void add(const std::string& name, std::span<const float> real, std::span<const float> quantized) {
    if (real.size() != quantized.size()) return;  // channels were removed: the rest stand elsewhere
    layer_named(name).add(real, quantized);
  }

  layer_error& layer_named(const std::string& name) {
    for (layer_error& layer : layers_)
      if (layer.name == name) return layer;
    layers_.push_back({name});
    return layers_.back();
  }

  std::map<std::string, std::vector<float>> real_;
  std::vector<layer_error> layers_;
};

}  // namespace detail

/// Runs a quantized model and its real twin over samples, and sums up each layer's error. `Engine` is the
/// quantized engine; layers of both are matched by name, and left out where they have not the same number of
/// elements.
template <class Engine, class Backend = reference>
class layer_comparison {
  using quantized_model = typename Engine::model_type;
  using real_model = model<typename quantized_model::topology, typename quantized_model::weights_type,
                           tenon::encodings<>, calibration_lowering>;
  using real_engine = engine<real_model, on<Backend, reference>>;

 public:
  /// Runs both over one sample: the inputs in order, as arrays or spans of float.
  template <class... Inputs>
  void add(const Inputs&... inputs) {
    detail::watch_run<real_engine>(errors_.keep(), inputs...);
    detail::watch_run<Engine>(errors_.compare(), inputs...);
  }

  /// One row a layer, in the order of the steps.
  const std::vector<layer_error>& layers() const noexcept { return errors_.layers(); }

 private:
  detail::layer_errors errors_;
};

/// The comparison as a table for a person.
inline std::string format_layers(std::span<const layer_error> layers) {
  std::string text = fmt::format("{:<24} {:>10} {:>16}\n", "layer", "SQNR dB", "max difference");
  for (const layer_error& layer : layers)
    text += fmt::format("{:<24} {:>10.2f} {:>16.6f}\n", layer.name, layer.sqnr(), layer.largest);
  return text;
}

/// An engine's steps as a table for a person.
inline std::string format_steps(std::span<const step_info> steps) {
  const auto extents = [](const tensor_type& type) {
    std::string text{name_of(type.type)};
    for (int axis = 0; axis < type.extents.rank; ++axis)
      text += fmt::format("{}{}", axis == 0 ? " " : "x", type.extents[axis]);
    return text;
  };
  std::size_t width = 24;
  for (const step_info& step : steps) width = step.name.size() > width ? step.name.size() : width;
  std::string text = fmt::format("{:<{}} {:<20} {:<10} {:<16} {:<16} {:>10} {:>9} {:>9}\n", "step", width,
                                 "operator", "backend", "variant", "result", "MACs", "weights", "scratch");
  for (const step_info& step : steps)
    text += fmt::format("{:<{}} {:<20} {:<10} {:<16} {:<16} {:>10} {:>9} {:>9}\n", step.name, width, step.op,
                        step.backend, step.variant, extents(step.output), step.macs, step.weight_bytes,
                        step.scratch_bytes);
  return text;
}

}  // namespace tenon::host
