// SPDX-License-Identifier: Apache-2.0
// Cuts an imported network to what some of its tensors need.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <tenon/host/import/finish_network.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/printable.hpp>

namespace tenon::host {

namespace detail {

/// The node that a person means: by the file's name of its tensor, or by its own. The last, as outputs may be made in
/// two.
inline std::size_t node_called(const imported_model& model, const std::string& path, const std::string& name) {
  for (std::size_t i = model.nodes.size(); i-- > 0;)
    if (model.nodes[i].source == name) return i;
  for (std::size_t i = model.nodes.size(); i-- > 0;)
    if (model.nodes[i].name == name) return i;
  const std::string last = model.nodes.empty() ? std::string{} : model.nodes.back().name;
  throw std::runtime_error{path + ": holds no tensor or layer '" + printable(name) +
                           "' to end at; name one as the model does, such as '" + last + "'"};
}

/// Drops inputs that nobody reads.
inline void remove_unread_inputs(imported_model& model) {
  for (std::size_t i = model.nodes.size(); i-- > 0;) {
    if (model.nodes[i].word != "input" || is_read(model, i)) continue;
    model.nodes.erase(model.nodes.begin() + static_cast<std::ptrdiff_t>(i));
    for (imported_node& node : model.nodes)
      for (std::size_t& input : node.inputs)
        if (input > i) --input;
    for (std::size_t& output : model.outputs)
      if (output > i) --output;
  }
}

}  // namespace detail

/// Makes the tensors of these names the outputs, in this order, and drops all that they do not need. Throws
/// std::runtime_error with one line that names the file `path` if there is none of a name.
inline void prune(imported_model& model, const std::vector<std::string>& outputs, const std::string& path) {
  std::vector<std::size_t> ends;
  for (const std::string& name : outputs) {
    const std::size_t node = detail::node_called(model, path, name);
    if (model.nodes[node].word == "input" || model.nodes[node].word == "constant")
      throw std::runtime_error{path + ": '" + printable(name) + "' is computed by nothing; end at a layer's result"};
    ends.push_back(node);
  }
  name_list names;
  for (const imported_node& node : model.nodes) names.unique(node.name);
  model.outputs = ends;
  remove_unread(model);
  detail::remove_unread_inputs(model);
  set_outputs(model, model.outputs, names);
}

}  // namespace tenon::host
