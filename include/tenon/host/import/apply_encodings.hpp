// SPDX-License-Identifier: Apache-2.0
// Makes a quantized network of one in real numbers and a file of encodings: names are matched, conflicts explained.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/core/encoding.hpp>
#include <tenon/host/encodings_file.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/operator_facts.hpp>
#include <tenon/host/import/weight_codes.hpp>
#include <tenon/host/printable.hpp>

namespace tenon::host {

/// How a file of encodings meets a network.
struct apply_options {
  std::string model{};          ///< the model file, for messages
  bool float_fallback = false;  ///< layers for which the file has nothing stay in real numbers
};

namespace detail {

/// Some names for a sentence: "'a', 'b' and 3 more".
inline std::string some_names(const std::vector<std::string>& names) {
  constexpr std::size_t most = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
    text += (i == 0 ? "'" : ", '") + printable(names[i]) + "'";
  return text + (names.size() > most ? fmt::format(" and {} more", names.size() - most) : "");
}

/// Binds the entries of one file to one network.
class encodings_binder {
 public:
  encodings_binder(imported_model& model, const encodings_file& file, const apply_options& options)
      : model_(model), file_(file), options_(options), readers_(model.nodes.size()), notes_(file.notes) {
    for (std::size_t i = 0; i < model.nodes.size(); ++i) {
      for (const std::size_t input : model.nodes[i].inputs) readers_[input].push_back(i);
      if (!model.nodes[i].source.empty()) nodes_.emplace(model.nodes[i].source, i);
    }
    for (std::size_t i = 0; i < model.nodes.size(); ++i) nodes_named_.emplace(model.nodes[i].name, i);
    nodes_.insert(nodes_named_.begin(), nodes_named_.end());
    for (std::size_t i = 0; i < model.arrays.size(); ++i)
      if (!model.arrays[i].source.empty()) arrays_.emplace(model.arrays[i].source, i);
    for (std::size_t i = 0; i < model.arrays.size(); ++i) arrays_.emplace(model.arrays[i].name, i);
    names_.insert(model.names.begin(), model.names.end());
  }

  std::vector<std::string> bind() {
    if (model_.quantized)
      throw std::runtime_error{options_.model + ": is quantized already; encodings are for models in real numbers"};
    for (imported_node& node : model_.nodes) node.kept = false;
    for (const encodings_entry& entry : file_.entries) bind_entry(entry);
    if (!unknown_.empty()) refuse_unknown();
    settle();
    if (!missing_.empty())
      refuse(fmt::format("has no encoding for {} of {}; add it (tenon-quantize finds ranges), or give --float-fallback",
                         some_names(missing_), options_.model));
    model_.quantized = true;
    model_.real_border = true;
    return std::move(notes_);
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const { throw std::runtime_error{file_.path + ": " + why}; }
  [[noreturn]] void refuse(const encodings_entry& entry, const std::string& why) const {
    refuse(
        fmt::format("{} '{}' {}", entry.is_parameter ? "the parameter" : "the activation", printable(entry.name), why));
  }
  void note(const encodings_entry& entry, const std::string& why) {
    notes_.push_back(fmt::format("'{}': {}", printable(entry.name), why));
  }

  void refuse_unknown() const {
    std::vector<std::string> known;
    for (const imported_node& node : model_.nodes)
      if (known.size() < 3) known.push_back(node.source.empty() ? node.name : node.source);
    refuse(fmt::format("names {}, which {} does not hold; remove the entry, or use the model's names, such as {}",
                       some_names(unknown_), options_.model, some_names(known)));
  }

  void bind_entry(const encodings_entry& entry) {
    const auto node = nodes_.find(entry.name);
    const auto array = arrays_.find(entry.name);
    if (entry.is_parameter && array != arrays_.end())
      bind_array(entry, model_.arrays[array->second]);
    else if (node != nodes_.end())
      bind_node(entry, node->second);
    else if (array != arrays_.end())
      bind_array(entry, model_.arrays[array->second]);
    else if (names_.contains(entry.name))
      note(entry, "is no edge of the imported network; its entry is not used");
    else
      unknown_.push_back(entry.name);
  }

  encoding code_of(const encodings_entry& entry) const {
    if (entry.bits != 8)
      refuse(entry,
             fmt::format("has {} bits; tenon computes with 8 here, so export it so, or as dtype float", entry.bits));
    if (entry.codes.size() != 1)
      refuse(entry,
             fmt::format("has {} encodings; a tensor that is computed has one for all channels", entry.codes.size()));
    // Files count from 0, tenon's int8 from -128.
    return {static_cast<float>(entry.codes[0].scale), static_cast<std::int32_t>(-entry.codes[0].offset - 128)};
  }

  /// True if the node's result is changed, before it is rounded, by the only node that reads it.
  bool is_absorbed(std::size_t index) const {
    if (readers_[index].size() != 1) return false;
    const operator_facts own = facts_of_word(model_.nodes[index].word);
    const std::size_t reader = readers_[index].front();
    const operator_facts next = facts_of_word(model_.nodes[reader].word);
    if (own.absorbs_affine && next.offers_affine) return true;
    const bool is_affine = own.offers_affine && !model_.nodes[index].inputs.empty() &&
                           facts_of_word(model_.nodes[model_.nodes[index].inputs.front()].word).absorbs_affine;
    return (own.absorbs_clamp || is_affine) && next.offers_clamp;
  }

  void bind_node(const encodings_entry& entry, std::size_t index) {
    imported_node& node = model_.nodes[index];
    if (entry.is_real) {
      if (node.code.known()) refuse(entry, "is given an encoding by another entry; keep one of the two");
      real_.insert(index);
      return;
    }
    const encoding code = code_of(entry);
    const encoding_rule rule = facts_of_word(node.word).rule;
    if (rule == encoding_rule::none) return note(entry, "holds no numbers that are quantized; its entry is not used");
    if (rule != encoding_rule::calibrated)
      return note(entry, rule == encoding_rule::fixed
                             ? node.word + " has its own encoding; the entry is not used"
                             : node.word + " keeps the encoding of its input; the entry is not used");
    if (is_absorbed(index))
      return note(entry, "is changed by '" + model_.nodes[readers_[index].front()].name +
                             "' before it is rounded; the entry is not used");
    if (real_.contains(index) || (node.code.known() && node.code != code))
      refuse(entry, "is given another encoding by another entry; keep one of the two");
    node.code = code;
  }

  std::size_t owner_of(const imported_array& array) const {
    return nodes_named_.at(array.name.substr(0, array.name.rfind('.')));
  }

  void bind_array(const encodings_entry& entry, imported_array& array) {
    const std::size_t index = owner_of(array);
    const imported_node& node = model_.nodes[index];
    const std::string parameter = array.name.substr(array.name.rfind('.') + 1);
    if (node.word == "constant") return bind_node(entry, index);
    if (entry.is_real) {
      real_.insert(index);
    } else if (parameter == "kernel") {
      bind_kernel(entry, node, array);
    } else if (parameter != "bias") {
      note(entry, "goes into the weights of its layer; the entry is not used");
    } else if (entry.bits != 32) {
      refuse(entry,
             fmt::format("is a bias with {} bits; tenon's have 32, scaled as input times weights: remove the entry",
                         entry.bits));
    }
  }

  void bind_kernel(const encodings_entry& entry, const imported_node& node, imported_array& array) {
    if (entry.bits != 8) refuse(entry, fmt::format("has {} bits; tenon's weights have 8", entry.bits));
    for (const stated_encoding& code : entry.codes)
      if (code.offset != -128 && code.offset != -127)
        refuse(entry,
               fmt::format("has the offset {}, so its weights are asymmetric; export them symmetric (offset -128)",
                           code.offset));
    const std::size_t channels = channels_of(node);
    if (entry.codes.size() != 1 && entry.codes.size() != channels)
      refuse(entry, fmt::format("has {} encodings, but its layer '{}' has {} output channels; give 1 or {}",
                                entry.codes.size(), node.name, channels, channels));
    if (!has_known_channels(node))
      refuse(entry, "is of a " + node.word + ", whose scales are the compiler's; remove the entry");
    std::vector<float> scales;
    for (const stated_encoding& code : entry.codes) scales.push_back(static_cast<float>(code.scale));
    if (array.reals.empty() && scales != array.scales)
      refuse(entry, "is of integers in the model, with other scales; remove the entry");
    if (array.reals.empty() || scales == scales_of(node, array)) return;  // the compiler chooses the same
    if (is_rescaled(model_, node))
      refuse(entry,
             fmt::format("is of the layer '{}', into which a batch normalization is folded, which changes its range; "
                         "fold it before you export encodings, or remove the entry",
                         node.name));
    quantize_array(node, array, scales, entry.codes.front().offset == -128 ? -128 : -127);
  }

  /// Decides node by node, in order, who computes with integers.
  void settle() {
    for (std::size_t i = 0; i < model_.nodes.size(); ++i) {
      imported_node& node = model_.nodes[i];
      const bool follows =
          std::any_of(node.inputs.begin(), node.inputs.end(), [&](std::size_t input) { return real_.contains(input); });
      const operator_facts facts = facts_of_word(node.word);
      const bool lacks =
          facts.rule == encoding_rule::calibrated && node.word != "constant" && !node.code.known() && !is_absorbed(i);
      if (follows && !real_.contains(i) && node.code.known())
        notes_.push_back(fmt::format("'{}': stays in real numbers, as an input of it does", node.name));
      if (!follows && lacks && !real_.contains(i) && !options_.float_fallback)
        missing_.push_back(node.source.empty() ? node.name : node.source);
      if (follows || (lacks && options_.float_fallback)) real_.insert(i);
      if (!real_.contains(i)) continue;
      node.kept = node.word != "input" && facts.rule != encoding_rule::none;
      if (follows) node.code = {};
    }
  }

  imported_model& model_;
  const encodings_file& file_;
  const apply_options& options_;
  std::vector<std::vector<std::size_t>> readers_;
  std::vector<std::string> notes_;
  std::map<std::string, std::size_t> nodes_, arrays_, nodes_named_;
  std::set<std::string> names_;
  std::set<std::size_t> real_;
  std::vector<std::string> unknown_, missing_;
};

}  // namespace detail

/// Gives a network in real numbers the encodings of a file; inputs and outputs stay real. Returns what a person should
/// know, a line each. Throws std::runtime_error with one line: file, entry, remedy.
inline std::vector<std::string> apply_encodings(imported_model& model, const encodings_file& file,
                                                const apply_options& options) {
  return detail::encodings_binder{model, file, options}.bind();
}

}  // namespace tenon::host
