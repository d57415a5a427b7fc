// SPDX-License-Identifier: Apache-2.0
// Calibration: runs a model in real numbers over samples and gives every edge that needs one an encoding.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <tenon/backend/reference.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/host/range.hpp>

namespace tenon::host {

/// The passes that decide which edges a quantized network has; later ones only move where their values are
/// made.
using calibration_lowering = pipeline<pass::infer_shapes, pass::remove_identities, pass::fold_constants,
                                      pass::fold_batch_norm, pass::fuse_pad, pass::fuse_activation>;

namespace detail {

template <class Engine, class Indices = std::make_index_sequence<Engine::output_count>>
struct results_of;
template <class Engine, std::size_t... Outputs>
struct results_of<Engine, std::index_sequence<Outputs...>> {
  using graph_type = typename Engine::graph_type;
  static constexpr std::array<tensor_type, sizeof...(Outputs)> types{
      edges_of<graph_type>[tenon::detail::ports<graph_type>::node_of(false, Outputs)].tensor...};
  using type = std::tuple<
      std::array<storage_t<types[Outputs].type>, static_cast<std::size_t>(types[Outputs].size())>...>;
};

/// Runs an engine over one sample in memory of its own, and tells `watch(step, data)` of every result.
template <class Engine, class Watch, class... Inputs>
void watch_run(const Watch& watch, const Inputs&... inputs) {
  typename results_of<Engine>::type results;
  std::vector<std::byte> arena(Engine::arena_bytes + 1);
  std::apply(
      [&](auto&... outputs) {
        Engine::observe_in(std::span<std::byte, Engine::arena_bytes>{arena.data(), Engine::arena_bytes},
                           watch, inputs..., outputs...);
      },
      results);
}

}  // namespace detail

/// An edge with the encoding that calibration gave it.
struct calibrated_edge {
  std::string name;
  encoding code;
  real_range range;
};

/// Calibrates a topology with its trained arrays on a backend: call `add` for every sample, then
/// `encodings()`.
template <class Topology, class Weights, class Backend = reference>
class calibrator {
 public:
  using model_type = model<Topology, Weights, tenon::encodings<>, calibration_lowering>;
  using engine_type = engine<model_type, on<Backend, reference>>;
  using graph_type = typename engine_type::graph_type;

  explicit calibrator(range_options options = {}) : observers_(graph_type::size, range_observer{options}) {}

  /// Runs the model over one sample: its inputs, in order, as spans or arrays of float.
  template <class... Inputs>
  void add(const Inputs&... inputs) {
    static_assert(sizeof...(Inputs) == engine_type::input_count,
                  "tenon: a sample has not one array for each input; give all");
    std::size_t index = 0;
    (observe(input_node(index++), std::span<const float>{inputs}), ...);
    detail::watch_run<engine_type>(
        [this](const step_info& step, const void* data) {
          if (step.output.type != f32) return;
          observe(static_cast<std::size_t>(index_of<graph_type>(step.name)),
                  {static_cast<const float*>(data), static_cast<std::size_t>(step.output.size())});
        },
        inputs...);
    ++samples_;
  }

  /// Samples taken so far.
  std::size_t samples() const noexcept { return samples_; }

  /// Encodings of all inputs and of all results whose encoding is not given by their operator.
  std::vector<calibrated_edge> encodings() const {
    std::vector<calibrated_edge> edges;
    for (std::size_t i = 0; i < graph_type::size; ++i) {
      if (!needs_encoding[i] || observers_[i].numbers().count() == 0) continue;
      const real_range range = observers_[i].range();
      edges.push_back({std::string{name_at<graph_type>(i)}, encoding_of(range), range});
    }
    return edges;
  }

 private:
  void observe(std::size_t node, std::span<const float> values) {
    observers_[node].add_sample(values.data(), values.size());
  }

  static std::size_t input_node(std::size_t index) {
    return tenon::detail::ports<graph_type>::node_of(true, index);
  }

  template <class... Nodes>
  static constexpr auto list_needs(graph<Nodes...>) {
    return std::array<bool, sizeof...(Nodes)>{encoding_rule_of<typename Nodes::op>() ==
                                              encoding_rule::calibrated...};
  }
  static constexpr auto needs_encoding = list_needs(nodes_of<graph_type>{});

  std::vector<range_observer> observers_;
  std::size_t samples_ = 0;
};

}  // namespace tenon::host
