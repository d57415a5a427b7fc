// SPDX-License-Identifier: Apache-2.0
// Calibration: runs a model in real numbers over samples and gives every edge that needs one an encoding.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <tenon/backend/reference.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/host/range.hpp>
#include <tenon/host/row_by_row.hpp>

namespace tenon::host {

/// The passes that decide which edges a quantized network has; later ones only move where their values are
/// made.
struct calibration_lowering : pipeline<pass::infer_shapes, pass::remove_identities, pass::fold_constants,
                                       pass::fold_batch_norm, pass::fuse_pad, pass::fuse_activation,
                                       pass::assign_last> {};

namespace detail {

/// Told of every step of a run and where its result lies. Its type is short, and with it the symbols of those who take it.
using step_watcher = std::function<void(const step_info&, const void*)>;

template <class Engine, class Indices = std::make_index_sequence<Engine::output_count>>
struct watched;
template <class Engine, std::size_t... Outputs>
struct watched<Engine, std::index_sequence<Outputs...>> {
  using graph_type = typename Engine::graph_type;
  static constexpr std::array<tensor_type, sizeof...(Outputs)> types{
      edges_of<graph_type>[tenon::detail::ports<graph_type>::node_of(false, Outputs)].tensor...};

  template <class... Inputs>
  static void run(std::span<std::byte, Engine::arena_bytes> memory, const step_watcher& watch,
                  const Inputs&... inputs) {
    std::tuple<std::array<storage_t<types[Outputs].type>, static_cast<std::size_t>(types[Outputs].size())>...> results;
    Engine::observe_in(memory, row_by_row(watch), inputs..., std::get<Outputs>(results)...);
  }
};

/// The arena of an engine on the heap, with states that begin at their initial values.
template <class Engine>
class run_memory {
 public:
  run_memory() : bytes_(Engine::arena_bytes + Engine::alignment) { reset(); }
  std::span<std::byte, Engine::arena_bytes> span() noexcept {
    const std::size_t beyond = reinterpret_cast<std::uintptr_t>(bytes_.data()) % Engine::alignment;
    return std::span<std::byte, Engine::arena_bytes>{bytes_.data() + (beyond == 0 ? 0 : Engine::alignment - beyond),
                                                     Engine::arena_bytes};
  }
  void reset() noexcept { Engine::reset_in(span()); }

 private:
  std::vector<std::byte> bytes_;
};

/// Runs an engine over one sample in memory of its own, and tells `watch` of every result.
template <class Engine, class... Inputs>
void watch_run(const step_watcher& watch, const Inputs&... inputs) {
  run_memory<Engine> memory;
  watched<Engine>::run(memory.span(), watch, inputs...);
}

/// Observed ranges of the edges of a graph. Not a template, so that its symbols are short.
class edge_ranges {
 public:
  edge_ranges(std::span<const std::string_view> names, const range_options& options)
      : names_(names), observers_(names.size(), range_observer{options}) {}

  void observe(std::size_t node, std::span<const float> values) {
    observers_[node].add_sample(values.data(), values.size());
  }
  /// Observes the real numbers among the results of a run.
  step_watcher watcher() {
    return [this](const step_info& step, const void* data) {
      const auto node = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), step.name) - names_.begin());
      if (step.output.type == f32)
        observe(node, {static_cast<const float*>(data), static_cast<std::size_t>(step.output.size())});
    };
  }
  bool has_numbers(std::size_t node) const { return observers_[node].numbers().count() > 0; }
  real_range range(std::size_t node) const { return observers_[node].range(); }

 private:
  std::span<const std::string_view> names_;
  std::vector<range_observer> observers_;
};

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

  explicit calibrator(range_options options = {}) : ranges_(names, options) {}

  /// Runs the model over one sample: its inputs, in order, as spans or arrays of float. Samples of a network with states
  /// are runs in a row.
  template <class... Inputs>
  void add(const Inputs&... inputs) {
    static_assert(sizeof...(Inputs) == engine_type::input_count,
                  "tenon: a sample has not one array for each input; give all");
    std::size_t index = 0;
    (ranges_.observe(tenon::detail::ports<graph_type>::node_of(true, index++), std::span<const float>{inputs}), ...);
    for_each_index<graph_type::size>([&]<std::size_t Node>() { observe_state<Node>(); });
    detail::watched<engine_type>::run(memory_.span(), ranges_.watcher(), inputs...);
    ++samples_;
  }

  /// Gives every state its initial values: the next sample begins a new stream.
  void restart() noexcept { memory_.reset(); }

  /// The same of inputs that are known by their addresses.
  void add_from(std::span<const void* const> inputs) {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      add(std::span<const float, input_size<Index>>{static_cast<const float*>(inputs[Index]), input_size<Index>}...);
    }(std::make_index_sequence<engine_type::input_count>{});
  }

  /// Samples taken so far.
  std::size_t samples() const noexcept { return samples_; }

  /// Encodings of all inputs and of all results whose encoding is not given by their operator.
  std::vector<calibrated_edge> encodings() const {
    std::vector<calibrated_edge> edges;
    for (std::size_t i = 0; i < graph_type::size; ++i) {
      if (!needs_encoding[i] || !ranges_.has_numbers(i)) continue;
      const real_range range = ranges_.range(i);
      edges.push_back({std::string{names[i]}, encoding_of(range), range});
    }
    return edges;
  }

 private:
  /// The range of a state is that of what a run reads from it.
  template <std::size_t Node>
  void observe_state() {
    if constexpr (holds_state<typename at<graph_type, Node>::op> && edges_of<graph_type>[Node].tensor.type == f32) {
      constexpr block held = engine_type::plan.blocks[static_cast<std::size_t>(engine_type::plan.block_of[Node])];
      constexpr auto size = static_cast<std::size_t>(edges_of<graph_type>[Node].tensor.size());
      const void* const first = memory_.span().data() + held.offset;
      ranges_.observe(Node, {static_cast<const float*>(first), size});
    }
  }

  template <std::size_t Index>
  static constexpr auto input_size = static_cast<std::size_t>(
      edges_of<graph_type>[tenon::detail::ports<graph_type>::node_of(true, Index)].tensor.size());

  template <class... Nodes>
  static constexpr auto list_needs(graph<Nodes...>) {
    return std::array<bool, sizeof...(Nodes)>{encoding_rule_of<typename Nodes::op>() ==
                                              encoding_rule::calibrated...};
  }
  static constexpr auto needs_encoding = list_needs(nodes_of<graph_type>{});

  template <class... Nodes>
  static constexpr auto list_names(graph<Nodes...>) {
    return std::array<std::string_view, sizeof...(Nodes)>{Nodes::name.view()...};
  }
  static constexpr auto names = list_names(nodes_of<graph_type>{});

  detail::edge_ranges ranges_;
  detail::run_memory<engine_type> memory_;
  std::size_t samples_ = 0;
};

}  // namespace tenon::host
