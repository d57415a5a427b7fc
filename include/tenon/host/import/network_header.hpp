// SPDX-License-Identifier: Apache-2.0
// Writes an imported network as three headers: a topology that people read and edit, its weights, its encodings.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/host/import/cpp_text.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/import/linked_arrays.hpp>
#include <tenon/host/import/weights_header.hpp>

namespace tenon::host {

/// The texts of a generated network; the files are STEM.hpp, STEM_weights.hpp and STEM_encodings.hpp.
struct network_headers {
  std::string topology{};
  std::string weights{};
  std::string encodings{};     ///< empty if the network computes with real numbers
  std::string linked_source{}; ///< STEM_weights.cpp; empty unless kernels are linked
  std::string linked_bytes{};  ///< STEM_weights.cpp.bin, which it links
};

namespace detail {

inline std::string tensor_text(const shape& extents) {
  std::string text = "tensor<f32";
  for (int axis = 0; axis < extents.rank; ++axis) text += ", " + std::to_string(extents[axis]);
  return text + ">";
}

inline std::string shape_comment(const shape& extents) {
  std::string text;
  for (int axis = 0; axis < extents.rank; ++axis) text += (axis == 0 ? "" : "x") + std::to_string(extents[axis]);
  return text;
}

/// Words that the C library has functions of, too.
inline bool is_word_of_c(const std::string& word) {
  static const std::set<std::string> words{"abs", "ceil", "div", "erf", "exp", "floor", "log", "round", "sqrt", "tanh"};
  return words.contains(word);
}

/// `conv2d<"stem", filters{16}>`.
inline std::string stage_text(const imported_node& node) {
  std::string text = (is_word_of_c(node.word) ? "op::" : "") + node.word + "<\"" + node.name + "\"";
  if (node.word == "input" || node.word == "constant" || node.word == "state") text += ", " + tensor_text(node.extents);
  for (const std::string& attribute : node.attributes) text += ", " + attribute;
  return text + ">";
}

/// The statements of graph(): pipes of nodes with one input, each pipe that is read elsewhere a variable.
class graph_text {
 public:
  explicit graph_text(const imported_model& model) : model_(model), readers_(model.nodes.size()) {
    for (std::size_t i = 0; i < model.nodes.size(); ++i) {
      if (is_assign(i)) assigns_.push_back(i);
      else
        for (const std::size_t input : model.nodes[i].inputs) readers_[input].push_back(i);
    }
    for (const std::size_t assign : assigns_) readers_[model.nodes[assign].inputs[0]].push_back(assign);
  }

  std::string write() {
    for (std::size_t i = 0; i < model_.nodes.size(); ++i)
      if (!written_.contains(i) && !is_assign(i)) write_pipe(i);
    return text_ + last_;
  }

 private:
  bool is_assign(std::size_t node) const { return model_.nodes[node].word == "assign"; }
  bool all_written() const { return written_.size() + assigns_.size() == model_.nodes.size(); }

  /// A pipe goes on while its end is read once, by a node with no other input.
  bool goes_on(std::size_t node) const {
    return readers_[node].size() == 1 && model_.nodes[readers_[node].front()].inputs.size() == 1;
  }

  void write_pipe(std::size_t node) {
    std::vector<std::string> lines{head_text(node)};
    std::vector<std::size_t> members{node};
    if (!model_.nodes[node].inputs.empty() && model_.nodes[node].inputs.size() == 1) {
      lines.front() = variables_.at(model_.nodes[node].inputs.front());
      lines.push_back(stage_text(model_.nodes[node]));
    }
    while (goes_on(members.back())) {
      members.push_back(readers_[members.back()].front());
      lines.push_back(stage_text(model_.nodes[members.back()]));
    }
    written_.insert(members.begin(), members.end());
    finish(lines, members);
  }

  /// An input, a constant, or a node with several inputs, which starts a pipe.
  std::string head_text(std::size_t node) const {
    const imported_node& head = model_.nodes[node];
    if (head.inputs.size() < 2) return stage_text(head);
    std::vector<std::string> inputs;
    for (const std::size_t input : head.inputs) inputs.push_back(variables_.at(input));
    return fmt::format("{}({})", stage_text(head), fmt::join(inputs, ", "));
  }

  void finish(const std::vector<std::string>& lines, const std::vector<std::size_t>& members) {
    const std::size_t end = members.back();
    const bool is_last = all_written() && model_.outputs.size() == 1 && assigns_.empty();
    std::string statement = "    return ";
    if (!is_last) {
      variables_[end] = names_.unique(identifier(model_.nodes[end].name));
      statement = "    const auto " + variables_[end] + " = ";
    }
    const bool starts_with_variable = lines.size() > members.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool has_shape = i > 0 || !starts_with_variable;
      std::string line = (i == 0 ? statement : std::string{"         | "}) + lines[i] + (i + 1 == lines.size() ? ";" : "");
      if (has_shape)
        line =
            fmt::format("{:<92}  // {}", line, shape_comment(model_.nodes[members[i - starts_with_variable]].extents));
      text_ += line + "\n";
    }
    if (!is_last && all_written()) write_outputs();
  }

  void write_outputs() {
    std::vector<std::string> outputs;
    for (const std::size_t node : model_.outputs) outputs.push_back(variables_.at(node));
    std::string text = fmt::format("    return outputs({}", fmt::join(outputs, ", "));
    for (const std::size_t assign : assigns_) {
      const auto& inputs = model_.nodes[assign].inputs;
      text += fmt::format(",\n                   assign<\"{}\">({})", model_.nodes[inputs[1]].name,
                          variables_.at(inputs[0]));
    }
    last_ = text + ");\n";
  }

  const imported_model& model_;
  std::vector<std::vector<std::size_t>> readers_;
  std::vector<std::size_t> assigns_;
  std::map<std::size_t, std::string> variables_;
  std::set<std::size_t> written_;
  name_list names_;
  std::string text_, last_;
};

/// `tenon::keep<tenon::f32, ...>` of the nodes of a quantized network that compute with real numbers.
inline std::string kept_text(const imported_model& model) {
  std::string text;
  for (const imported_node& node : model.nodes)
    if (node.kept) text += ", \"" + node.name + "\"";
  return text.empty() ? text : ",\n                           tenon::keep<tenon::f32" + text + ">";
}

/// The list of inputs and outputs whose axes the file keeps in another order; empty if there is none.
inline std::string axes_text(const imported_model& model) {
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < model.nodes.size(); ++i) {
    const imported_node& node = model.nodes[i];
    const bool is_port = node.word == "input" ||
                         std::find(model.outputs.begin(), model.outputs.end(), i) != model.outputs.end();
    if (is_port && !node.axes.empty())
      entries.push_back(fmt::format("tenon::port_axes{{\"{}\", {{{}}}}}", node.name, fmt::join(node.axes, ", ")));
  }
  if (entries.empty()) return {};
  return fmt::format(
      "  /// The file keeps the axes of these in another order: axis i here is its axis `axes[i]`.\n"
      "  static constexpr std::array file_axes{{\n      {}}};\n\n",
      fmt::join(entries, ",\n      "));
}

/// With which integers a quantized network computes.
inline const char* word_of_integers(const imported_model& model) { return model.int16 ? "int16" : "int8"; }

inline std::string topology_text(const imported_model& model, const header_names& names) {
  std::string text = fmt::format(
      "// The network in {}, as tenon reads it: edit it like a network written by hand.\n"
      "// Arrays are bound by name in {}_weights.hpp{}.\n{}"
      "#pragma once\n\n"
      "#include <tenon/tenon.hpp>\n\n{}"
      "#include \"{}_weights.hpp\"\n\n"
      "namespace {} {{\n\nstruct network {{\n{}  static consteval auto graph() {{\n"
      "    using namespace tenon;\n    using namespace tenon::op;\n",
      plain_name(names.source), names.stem,
      model.quantized ? fmt::format(", encodings of {} edges in {}_encodings.hpp", word_of_integers(model),
                                    names.stem)
                      : "",
      names.links_weights ? "// Kernels are too large for the compiler: a packing program (tenon/host/pack_weights.hpp) "
                            "makes the model that runs\n// of `model`.\n"
                          : "",
      model.quantized ? fmt::format("#include \"{}_encodings.hpp\"\n", names.stem) : "", names.stem, names.name_space,
      axes_text(model));
  text += graph_text{model}.write() + "  }\n};\n\n";
  const std::string kept = kept_text(model);
  if (model.quantized)
    text += fmt::format("/// {}{}, inputs and outputs {}{}.\n"
                        "using model = tenon::model<network, weights, encodings{}{}{}{}>;\n",
                        word_of_integers(model), kept.empty() ? " throughout" : "", model.real_border ? "apart" : "too",
                        kept.empty() ? "" : ", but for the nodes that keep real numbers",
                        model.int16 ? ", tenon::activations<tenon::i16>" : "",
                        model.real_border ? "" : model.int16 ? ", tenon::border<tenon::i16>" : ", tenon::border<tenon::i8>",
                        model.rounds_float32 ? ", tenon::rounding::float32" : "", kept);
  else text += "using model = tenon::model<network, weights>;\n";
  return text + fmt::format("\n}}  // namespace {}\n", names.name_space);
}

inline std::string encodings_text(const imported_model& model, const header_names& names) {
  std::vector<std::string> codes;
  for (const imported_node& node : model.nodes)
    if (node.code.known())
      codes.push_back(fmt::format("tenon::encode<\"{}\", tenon::scale{{{}}}, tenon::zero_point{{{}}}>", node.name,
                                  float_literal(node.code.scale), node.code.zero_point));
  return fmt::format(
      "// Encodings of the {} edges of the network in {}: real = scale * (integer - zero_point).\n#pragma once\n\n"
      "#include <tenon/model/encodings.hpp>\n\nnamespace {} {{\n\n"
      "struct encodings : tenon::encodings<\n    {}> {{}};\n\n}}  // namespace {}\n",
      word_of_integers(model), plain_name(names.source), names.name_space, fmt::join(codes, ",\n    "), names.name_space);
}

}  // namespace detail

/// The headers of a network. The same network gives the same text.
inline network_headers write_network(const imported_model& model, const header_names& names) {
  network_headers made{detail::topology_text(model, names), {},
                       model.quantized ? detail::encodings_text(model, names) : std::string{}};
  if (!names.links_weights) {
    made.weights = weights_text(model, names);
    return made;
  }
  linked_arrays linked = gather_linked_arrays(model);
  made.weights = linked_weights_text(model, names, linked);
  made.linked_source = linked_weights_source(model, names, linked);
  made.linked_bytes = std::move(linked.bytes);
  return made;
}

}  // namespace tenon::host
