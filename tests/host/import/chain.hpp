// SPDX-License-Identifier: Apache-2.0
// Imported networks in real numbers, made by hand for tests.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <tenon/host/import/imported_model.hpp>

namespace tenon_test {

/// A node on the one before it.
inline tenon::host::imported_node chained(std::vector<tenon::host::imported_node>& nodes, const std::string& name,
                                          const std::string& word, const std::string& source, tenon::shape extents) {
  tenon::host::imported_node node{name, word};
  if (!nodes.empty()) node.inputs = {nodes.size() - 1};
  node.source = source;
  node.extents = extents;
  node.kept = true;
  return node;
}

/// "image" | conv2d "stem" | relu "stem.relu" | max_pool "pool" | dense "logits" | softmax "scores", with the file's
/// names "x:0", "relu:0", "pool:0", "logits:0", "scores:0"; weights "stem/w", "stem/b", "logits/w".
inline tenon::host::imported_model chain() {
  tenon::host::imported_model model;
  const auto put = [&](const char* name, const char* word, const char* source, tenon::shape extents,
                       std::vector<std::string> attributes = {}) {
    model.nodes.push_back(chained(model.nodes, name, word, source, extents));
    model.nodes.back().attributes = std::move(attributes);
  };
  put("image", "input", "x:0", tenon::shape_of(1, 2, 2, 1));
  put("stem", "conv2d", "", tenon::shape_of(1, 2, 2, 2), {"filters{2}", "window{1, 1}"});
  put("stem.relu", "relu", "relu:0", tenon::shape_of(1, 2, 2, 2));
  put("pool", "max_pool", "pool:0", tenon::shape_of(1, 1, 1, 2), {"window{2, 2}"});
  put("logits", "dense", "logits:0", tenon::shape_of(1, 1, 1, 3), {"units{3}"});
  put("scores", "softmax", "scores:0", tenon::shape_of(1, 1, 1, 3));
  const auto bind = [&](const char* name, const char* source, std::vector<float> reals) {
    tenon::host::imported_array array;
    array.name = name;
    array.source = source;
    array.reals = std::move(reals);
    model.arrays.push_back(std::move(array));
  };
  bind("stem.kernel", "stem/w", {1.27f, -2.54f});
  bind("stem.bias", "stem/b", {1, 2});
  bind("logits.kernel", "logits/w", {1, 2, 3, 4, 5, 6});
  model.outputs = {5};
  model.names = {"x:0", "conv:0", "relu:0", "pool:0", "logits:0", "scores:0", "stem/w", "stem/b", "logits/w"};
  return model;
}

}  // namespace tenon_test
