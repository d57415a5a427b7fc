// SPDX-License-Identifier: Apache-2.0
// Imports the variables of a .tflite file: what a streaming network keeps becomes states.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <tenon/host/import/tflite_graph.hpp>
#include <tenon/host/import/tflite_linear.hpp>
#include <tenon/host/import/tflite_names.hpp>

namespace tenon::host::detail {

/// The name of the variable that an operator VAR_HANDLE stands for.
inline std::string variable_name(const tflite::operator_call& call) {
  const auto& given = options_of(call.built_in_as_var_handle_options());
  const auto text = [](const flatbuffers::String* part) { return part == nullptr ? std::string{} : part->str(); };
  const std::string container = text(given.container());
  return (container.empty() ? "" : container + "/") + text(given.shared_name());
}

inline void import_var_handle(tflite_graph& graph, const tflite_call& call) {
  graph.variables().handles[call.output()] = variable_name(call.call);
}

/// The variables that a graph without inputs sets up, each with a constant.
class variable_setup {
 public:
  variable_setup(tflite_graph& graph, int index)
      : graph_(graph), file_(graph.file().from_graph(index)), facts_(file_) {}

  void read() {
    for (const auto* call : *file_.graph().operators()) {
      const std::string word = tflite_operator_name(file_.code(*call));
      if (word == "VAR_HANDLE" && tensor_at(call->outputs(), 0) >= 0)
        names_[tensor_at(call->outputs(), 0)] = variable_name(*call);
      else if (word == "ASSIGN_VARIABLE")
        assign(tensor_at(call->inputs(), 0), tensor_at(call->inputs(), 1));
      else
        throw not_importable{"the graph that sets up its variables holds " + word + "; let it assign constants only"};
    }
  }

 private:
  static int tensor_at(const flatbuffers::Vector<std::int32_t>* tensors, std::uint32_t at) {
    return tensors == nullptr || at >= tensors->size() ? -1 : tensors->Get(at);
  }

  void assign(int handle, int value) {
    const auto found = names_.find(handle);
    if (found == names_.end() || value < 0 || !facts_.is_constant(value))
      throw not_importable{"the graph that sets up its variables gives one no constant; let it assign constants only"};
    tflite_variable& made = graph_.variables().by_name[found->second];
    made.initial = facts_.array(value);
    made.extents = facts_.extents(value);
    made.type = facts_.type(value);
    made.is_set_up = true;
  }

  tflite_graph& graph_;
  tflite_file file_;
  tflite_tensors facts_;
  std::map<int, std::string> names_;
};

inline void import_call_once(tflite_graph& graph, const tflite_call& call) {
  variable_setup{graph, options_of(call.call.built_in_as_call_once_options()).graph()}.read();
}

/// Throws unless a tensor of the file is what its variable was set up as.
inline void require_as_set_up(const tflite_tensors& facts, int tensor, const tflite_variable& variable) {
  const auto refuse = [&](const std::string& why) {
    throw not_importable{"its variable '" + plain_name(variable.name) + "' " + why};
  };
  const imported_array& initial = variable.initial;
  if (!variable.is_set_up)
    refuse("is given no value before the first run; convert the model with its initial values");
  if (facts.type(tensor) != variable.type || facts.extents(tensor) != variable.extents)
    refuse("is set up with another type or shape; convert the model again");
  if (variable.extents.rank == 0) refuse("is a scalar; keep one axis");
  if ((!initial.words.empty() && initial.scales.empty()) || !initial.long_words.empty())
    refuse("holds int32 or int64; use float32, int8 or int16");
  if (!initial.reals.empty()) return;
  if (initial.scales.size() != 1 || facts.code(tensor) != encoding{initial.scales[0], initial.zero_point})
    refuse("changes its encoding; quantize the model again");
}

/// The variable behind a handle, with which a tensor of the file has to agree.
inline tflite_variable& variable_of(tflite_graph& graph, int handle, int tensor) {
  const auto found = graph.variables().handles.find(handle);
  if (found == graph.variables().handles.end())
    throw not_importable{"its variable has no handle before it; the file is damaged, get it again"};
  tflite_variable& variable = graph.variables().by_name[found->second];
  variable.name = found->second;
  require_as_set_up(graph.facts(), tensor, variable);
  return variable;
}

/// True if all initial values stand for 0, as those of a state do that nothing is bound to.
inline bool starts_at_zero(const imported_array& array) {
  return std::all_of(array.reals.begin(), array.reals.end(), [](float x) { return x == 0.0f; }) &&
         std::all_of(array.bytes.begin(), array.bytes.end(), [&](std::int8_t q) { return q == array.zero_point; }) &&
         std::all_of(array.words.begin(), array.words.end(), [](std::int32_t q) { return q == 0; });
}

/// Before the variable is assigned in a run it is what the state holds, after that the value it was given. One that is
/// never assigned is a constant.
inline void import_read_variable(tflite_graph& graph, const tflite_call& call) {
  tflite_variable& variable = variable_of(graph, call.input(0), call.output());
  if (variable.next < 0 && variable.state < 0) {
    const bool is_assigned = graph.variables().assigned.contains(variable.name);
    imported_node node{graph.name_for_source(variable.name, "state"), is_assigned ? "state" : "constant"};
    graph.add_element(call.output(), node);
    if (node.word == "constant")
      graph.bind(node.name, "value", variable.initial);
    else if (!starts_at_zero(variable.initial))
      graph.bind(node.name, "initial", variable.initial);
    variable.state = static_cast<int>(graph.result(call.output(), std::move(node)));
  }
  graph.set_edge(call.output(), static_cast<std::size_t>(variable.next < 0 ? variable.state : variable.next));
}

inline void import_assign_variable(tflite_graph& graph, const tflite_call& call) {
  tflite_variable& variable = variable_of(graph, call.input(0), call.input(1));
  variable.next = static_cast<int>(graph.edge(call.input(1)));
}

/// Notes which variables a run assigns.
inline void find_assigned_variables(tflite_graph& graph) {
  std::map<int, std::string> names;
  for (const auto* call : *graph.file().graph().operators()) {
    const std::string word = tflite_operator_name(graph.file().code(*call));
    if (word == "VAR_HANDLE" && call->outputs() != nullptr && call->outputs()->size() == 1 &&
        call->built_in_as_var_handle_options() != nullptr)
      names[call->outputs()->Get(0)] = variable_name(*call);
    if (word == "ASSIGN_VARIABLE" && call->inputs() != nullptr && call->inputs()->size() == 2)
      if (const auto found = names.find(call->inputs()->Get(0)); found != names.end())
        graph.variables().assigned.insert(found->second);
  }
}

/// Gives every state its next value, at the end of the network, in the order in which these are made.
inline void assign_states(tflite_graph& graph) {
  std::set<std::pair<int, int>> in_order;
  for (const auto& [name, variable] : graph.variables().by_name)
    if (variable.state >= 0 && variable.next >= 0) in_order.insert({variable.next, variable.state});
  for (const auto& [next, state] : in_order) {
    const imported_node& held = graph.model().nodes[static_cast<std::size_t>(state)];
    imported_node node{
        held.name + ".next", "assign", {}, {static_cast<std::size_t>(next), static_cast<std::size_t>(state)}};
    node.extents = held.extents;
    node.kept = held.kept;
    graph.put(std::move(node));
  }
}

}  // namespace tenon::host::detail
