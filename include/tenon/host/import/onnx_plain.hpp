// SPDX-License-Identifier: Apache-2.0
// Imports the operators of an .onnx file that compute element by element: functions, and pairs of edges.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/core/fixed_string.hpp>
#include <tenon/host/import/onnx_graph.hpp>
#include <tenon/host/import/onnx_linear.hpp>

namespace tenon::host::detail {

/// A function of each element; how its input is stored does not matter.
inline void import_function(onnx_graph& graph, const onnx_call& call, imported_node node) {
  graph.like(call, std::move(node), graph.value(call.input(0)));
}

/// What imports a function without attributes.
template <fixed_string Word>
void import_named(onnx_graph& graph, const onnx_call& call) {
  import_function(graph, call, {{}, std::string{Word.view()}});
}

inline void import_hard_sigmoid(onnx_graph& graph, const onnx_call& call) {
  const std::string slope = float_text(call.real("alpha", 0.2f)), offset = float_text(call.real("beta", 0.5f));
  import_function(graph, call, {{}, "hard_sigmoid", {"line{" + slope + ", " + offset + "}"}});
}
inline void import_leaky_relu(onnx_graph& graph, const onnx_call& call) {
  import_function(graph, call, {{}, "leaky_relu", {"slope{" + float_text(call.real("alpha", 0.01f)) + "}"}});
}
inline void import_elu(onnx_graph& graph, const onnx_call& call) {
  import_function(graph, call, {{}, "elu", {"alpha{" + float_text(call.real("alpha", 1.0f)) + "}"}});
}

inline void import_celu(onnx_graph& graph, const onnx_call& call) {
  import_function(graph, call, {{}, "celu", {"alpha{" + float_text(call.real("alpha", 1.0f)) + "}"}});
}
inline void import_thresholded_relu(onnx_graph& graph, const onnx_call& call) {
  import_function(graph, call, {{}, "thresholded_relu", {"alpha{" + float_text(call.real("alpha", 1.0f)) + "}"}});
}
inline void import_selu(onnx_graph& graph, const onnx_call& call) {
  const std::string alpha = float_text(call.real("alpha", 1.67326319f)),
                    gain = float_text(call.real("gamma", 1.05070102f));
  import_function(graph, call, {{}, "selu", {"alpha{" + alpha + "}", "gain{" + gain + "}"}});
}
inline void import_gelu(onnx_graph& graph, const onnx_call& call) {
  imported_node node{{}, "gelu"};
  if (call.text("approximate", "none") == "tanh") node.attributes.push_back("approximate{true}");
  import_function(graph, call, std::move(node));
}

/// A bound of Clip: an attribute in old operator sets, an input in newer ones; far away if there is none.
inline float bound_of(const onnx_graph& graph, const onnx_call& call, const char* name, std::size_t at,
                      float otherwise) {
  if (call.opset() < 11) return call.real(name, otherwise);
  if (!call.has_input(at)) return otherwise;
  const auto numbers = numbers_of(graph.constant_input(call, at));
  if (numbers.size() != 1) throw not_importable{"a bound of it is not one number; export it again"};
  return static_cast<float>(numbers[0]);
}

/// The node that bounds each element: relu and relu6 where they say it.
inline imported_node bounding_node(float low, float high) {
  constexpr float most = std::numeric_limits<float>::max();
  const bool has_low = low > -most, has_high = high < most;
  if (has_low && low == 0.0f && !has_high) return {{}, "relu"};
  if (low == 0.0f && high == 6.0f) return {{}, "relu6"};
  if (!(low <= high)) throw not_importable{"its lower bound is above its upper bound; export it again"};
  if (has_low && has_high) return {{}, "clip", {fmt::format("clamp{{{}, {}}}", float_text(low), float_text(high))}};
  if (has_low) return {{}, "clip", {"clamp{.low = " + float_text(low) + "}"}};
  return {{}, "clip", {has_high ? "clamp{.high = " + float_text(high) + "}" : std::string{"clamp{}"}}};
}
inline void import_clip(onnx_graph& graph, const onnx_call& call) {
  constexpr float far = std::numeric_limits<float>::max();
  const float low = bound_of(graph, call, "min", 1, -far);
  import_function(graph, call, bounding_node(low, bound_of(graph, call, "max", 2, far)));
}

/// Two operands stored in one order, so that they go together element by element.
struct onnx_pair {
  std::size_t first = 0, second = 0;
  shape extents{};
  std::vector<int> order{};
};

/// An edge with as many axes as another: those that it lacks stand in front and have one element.
inline onnx_value with_rank(onnx_graph& graph, const onnx_value& given, int rank) {
  if (given.extents.rank == rank) return given;
  onnx_value value = graph.in_order_of_file(given);
  shape extents;
  for (int axis = value.extents.rank; axis < rank; ++axis) extents.push_back(1);
  for (int axis = 0; axis < value.extents.rank; ++axis) extents.push_back(value.extents[axis]);
  value.node = graph.put_reshape(graph.model().nodes[value.node].name + ".wide", value.node, extents);
  return {value.node, extents, in_file_order(rank), {}};
}

inline int rank_of(onnx_graph& graph, const std::string& name) {
  if (const onnx_tensor* constant = graph.constant(name))
    return count_of(constant->extents) == 1 ? 0 : static_cast<int>(constant->extents.size());
  return graph.value(name).extents.rank;
}

inline shape broadcast_shape(const shape& a, const shape& b) {
  if (a.rank < b.rank) return broadcast_shape(b, a);
  shape made = a;
  for (int i = 0; i < b.rank; ++i) {
    int& extent = made[a.rank - 1 - i];
    if (extent != b.from_end(i) && extent != 1 && b.from_end(i) != 1)
      throw not_importable{
          "its inputs have shapes that do not go together; export the model with the right input shape"};
    if (extent == 1) extent = b.from_end(i);
  }
  return made;
}

/// Both operands in the order of the edge that has all axes, an image's before the file's.
inline onnx_pair pair_of(onnx_graph& graph, const std::string& first, const std::string& second) {
  const int rank = std::max(rank_of(graph, first), rank_of(graph, second));
  std::vector<int> order = in_file_order(rank);
  for (const std::string* name : {&second, &first}) {
    if (graph.constant(*name) != nullptr) continue;
    const onnx_value& value = graph.value(*name);
    if (value.extents.rank == rank && !value.is_in_file_order()) order = value.order;
  }
  const auto operand = [&](const std::string& name) {
    if (graph.constant(name) != nullptr) return graph.constant_value(name, rank, order);
    return graph.stored(with_rank(graph, graph.value(name), rank), order);
  };
  const onnx_value a = operand(first), b = operand(second);
  return {a.node, b.node, broadcast_shape(a.extents, b.extents), order};
}

inline void import_pair(onnx_graph& graph, const onnx_call& call, const char* word) {
  call.ignore(
      {"broadcast"});  // of operator set 6, which matches axes from the last like newer ones unless it names an axis
  const onnx_pair pair = pair_of(graph, call.input(0), call.input(1));
  graph.result(call, {{}, word, {}, {pair.first, pair.second}}, pair.extents, pair.order);
}

inline void import_add(onnx_graph& graph, const onnx_call& call) {
  if (absorb_bias(graph, call, call.input(0), call.input(1)) || absorb_bias(graph, call, call.input(1), call.input(0)))
    return;
  import_pair(graph, call, "add");
}
inline void import_sub(onnx_graph& graph, const onnx_call& call) { import_pair(graph, call, "sub"); }
inline void import_mul(onnx_graph& graph, const onnx_call& call) { import_pair(graph, call, "mul"); }
inline void import_div(onnx_graph& graph, const onnx_call& call) { import_pair(graph, call, "div"); }

/// An operator of any number of operands as a chain of pairs.
inline void import_chain(onnx_graph& graph, const onnx_call& call, const char* word) {
  const auto& inputs = call.node().inputs;
  if (inputs.size() == 1) return graph.set_value(call.output(), graph.value(call.input(0)));
  std::string sum = call.input(0);
  const std::string base = inputs.size() > 2 ? graph.name_for(call, word) : std::string{};
  for (std::size_t i = 1; i < inputs.size(); ++i) {
    const onnx_pair pair = pair_of(graph, sum, call.input(i));
    imported_node node{base, word, {}, {pair.first, pair.second}};
    if (i + 1 == inputs.size()) {
      graph.result(call, std::move(node), pair.extents, pair.order);
      return;
    }
    node.name = graph.names().unique(base + ".part");
    const onnx_value part{0, pair.extents, pair.order, {}};
    node.extents = part.stored();
    sum = "part " + std::to_string(i) + " of " + call.output();
    graph.set_value(sum, {graph.put(std::move(node)), pair.extents, pair.order, {}});
  }
}
inline void import_sum(onnx_graph& graph, const onnx_call& call) { import_chain(graph, call, "add"); }
inline void import_max(onnx_graph& graph, const onnx_call& call) { import_chain(graph, call, "maximum"); }
inline void import_min(onnx_graph& graph, const onnx_call& call) { import_chain(graph, call, "minimum"); }

/// Pow with the exponents that tenon has operators for.
inline void import_pow(onnx_graph& graph, const onnx_call& call) {
  const auto exponent = numbers_of(graph.constant_input(call, 1));
  const bool one = exponent.size() == 1;
  if (one && exponent[0] == 1.0) return graph.set_value(call.output(), graph.value(call.input(0)));
  if (one && exponent[0] == 2.0) return import_function(graph, call, {{}, "square"});
  if (one && exponent[0] == 0.5) return import_function(graph, call, {{}, "sqrt"});
  if (one && exponent[0] == -0.5) return import_function(graph, call, {{}, "rsqrt"});
  throw not_importable{"its exponent is none of 2, 1, 0.5, -0.5; write it as products"};
}

/// PRelu: slopes repeat to the input's shape; in operator set 6, and in files that go on like that, one axis is the
/// channels'.
inline void import_prelu(onnx_graph& graph, const onnx_call& call) {
  const onnx_tensor& slopes = graph.constant_input(call, 1);
  const shape x = graph.value(call.input(0)).extents;
  if (slopes.extents.size() != 1 || slopes.extents[0] == 1 || x.rank < 2 || slopes.extents[0] != x[1] ||
      x.from_end(0) == x[1])
    return import_pair(graph, call, "prelu");
  onnx_node node = call.node();
  node.inputs[1] = call.input(1) + " of channels";
  std::vector<std::int64_t> extents(static_cast<std::size_t>(x.rank) - 1, 1);
  extents[0] = x[1];
  graph.set_constant(node.inputs[1], tensor_of(onnx_type::float32, extents, numbers_of(slopes)));
  import_pair(graph, {node, call.opset()}, "prelu");
}

/// Reciprocal as a quotient of 1.
inline void import_reciprocal(onnx_graph& graph, const onnx_call& call) {
  const std::string one = "1 of " + call.output();
  graph.set_constant(one, tensor_of(onnx_type::float32, {}, {1.0}));
  const onnx_pair pair = pair_of(graph, one, call.input(0));
  graph.result(call, {{}, "div", {}, {pair.first, pair.second}}, pair.extents, pair.order);
}

}  // namespace tenon::host::detail
