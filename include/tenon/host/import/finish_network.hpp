// SPDX-License-Identifier: Apache-2.0
// The end of every import: which nodes are outputs, and that nothing is left on which none of them depends.
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/layer_name.hpp>

namespace tenon::host {

/// True if some node has this one among its inputs.
inline bool is_read(const imported_model& model, std::size_t node) {
  return std::any_of(model.nodes.begin(), model.nodes.end(), [&](const imported_node& reader) {
    return std::find(reader.inputs.begin(), reader.inputs.end(), node) != reader.inputs.end();
  });
}

/// Gives a node another name, and its arrays with it.
inline void rename_node(imported_model& model, std::size_t node, const std::string& name) {
  const std::string before = std::exchange(model.nodes[node].name, name) + ".";
  for (imported_array& array : model.arrays)
    if (array.name.starts_with(before) && array.name.find('.', before.size()) == std::string::npos)
      array.name = name + array.name.substr(before.size() - 1);
}

namespace detail {

/// A node behind another that gives its edge to the caller under the name that the other had.
inline std::size_t add_output(imported_model& model, std::size_t node, name_list& names) {
  imported_node end{model.nodes[node].name, "output", {}, {node}};
  if (model.nodes[node].word == "input") end.name = names.unique(end.name + ".out");
  else rename_node(model, node, names.unique(end.name + ".made"));
  end.extents = model.nodes[node].extents;
  end.kept = model.nodes[node].kept;
  end.source = model.nodes[node].source;
  end.tensor = model.nodes[node].tensor;
  end.axes = model.nodes[node].axes;
  model.nodes.push_back(std::move(end));
  return model.nodes.size() - 1;
}

}  // namespace detail

/// Makes nodes the outputs of a network, in this order. Outputs are the edges that nobody reads, in the order of their
/// nodes: unless these are such, each gets a node that says so.
inline void set_outputs(imported_model& model, std::vector<std::size_t> made, name_list& names) {
  bool plain = true;
  for (std::size_t i = 0; i < made.size(); ++i) {
    const imported_node& node = model.nodes[made[i]];
    plain = plain && !is_read(model, made[i]) && node.word != "input" && node.word != "constant" &&
            (i == 0 || made[i - 1] < made[i]);
  }
  if (!plain)
    for (std::size_t& node : made) node = detail::add_output(model, node, names);
  model.outputs = std::move(made);
}

namespace detail {

/// Which nodes an output depends on, in this run or by way of a state in a later one; and all inputs.
inline std::vector<bool> wanted_nodes(const imported_model& model) {
  std::vector<bool> wanted(model.nodes.size());
  for (const std::size_t node : model.outputs) wanted[node] = true;
  for (bool more = true; more;) {
    for (std::size_t i = model.nodes.size(); i-- > 0;) {
      if (model.nodes[i].word == "input") wanted[i] = true;
      for (const std::size_t input : model.nodes[i].inputs)
        if (wanted[i]) wanted[input] = true;
    }
    more = false;
    for (std::size_t i = 0; i < model.nodes.size(); ++i)
      if (model.nodes[i].word == "assign" && !wanted[i] && wanted[model.nodes[i].inputs[1]]) wanted[i] = more = true;
  }
  return wanted;
}

}  // namespace detail

/// Nodes that no output depends on would become outputs themselves. Inputs stay, as callers give them.
inline void remove_unread(imported_model& model) {
  const std::vector<bool> wanted = detail::wanted_nodes(model);
  std::vector<std::size_t> place(model.nodes.size());
  std::vector<imported_node> left;
  std::set<std::string> names;
  for (std::size_t i = 0; i < model.nodes.size(); ++i) {
    if (!wanted[i]) continue;
    place[i] = left.size();
    names.insert(model.nodes[i].name);
    left.push_back(std::move(model.nodes[i]));
    for (std::size_t& input : left.back().inputs) input = place[input];
  }
  for (std::size_t& node : model.outputs) node = place[node];
  std::erase_if(model.arrays, [&](const imported_array& array) {
    return !names.contains(array.name.substr(0, array.name.rfind('.')));
  });
  model.nodes = std::move(left);
}

/// The name of an input on which no output depends; empty if there is none.
inline std::string unread_input(const imported_model& model) {
  for (std::size_t i = 0; i < model.nodes.size(); ++i)
    if (model.nodes[i].word == "input" && !is_read(model, i)) return model.nodes[i].name;
  return {};
}

/// All reasons why a file cannot be imported in one sentence, the first twenty of them in full.
inline std::string sentence_of(const std::vector<std::string>& faults) {
  constexpr std::size_t most = 20;
  std::string sentence =
      std::to_string(faults.size()) + (faults.size() == 1 ? " thing" : " things") + " cannot be imported";
  for (std::size_t i = 0; i < std::min(faults.size(), most); ++i) sentence += (i == 0 ? ": " : " | ") + faults[i];
  return sentence + (faults.size() > most ? " | and more" : "");
}

}  // namespace tenon::host
