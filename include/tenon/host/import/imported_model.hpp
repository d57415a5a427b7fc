// SPDX-License-Identifier: Apache-2.0
// What an importer makes of a model file: nodes in tenon's vocabulary, the arrays bound to them, encodings of their edges.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <tenon/core/encoding.hpp>
#include <tenon/core/shape.hpp>

namespace tenon::host {

/// An array to be bound as `name`. One of the kinds of numbers holds elements; int8 come with their scales, and so do
/// int16, which are held as words.
struct imported_array {
  std::string name{};
  std::string order{};   ///< its axes and extents, for a comment
  std::string source{};  ///< the file's name of it; empty if the file has no such array
  std::vector<float> reals{};
  std::vector<std::int8_t> bytes{};
  std::vector<std::int32_t> words{};
  std::vector<std::int64_t> long_words{};
  std::vector<float> scales{};
  std::int32_t zero_point = 0;
};

/// A node, which is also the edge that leaves it.
struct imported_node {
  std::string name{};
  std::string word{};                     ///< of the operator: "conv2d"
  std::vector<std::string> attributes{};  ///< as they are written: "filters{64}"
  std::vector<std::size_t> inputs{};      ///< earlier nodes
  shape extents{};                        ///< of the result
  encoding code{};                        ///< to be bound to the edge; unknown if there is none
  std::string source{};                   ///< the file's name of the edge; empty if the file has no such edge
  int tensor = -1;                        ///< the file's number of it
  bool kept = false;                      ///< computes with real numbers in a quantized network
  /// Which axis of the file's tensor each axis is; empty if the file keeps the same order.
  std::vector<int> axes{};
};

/// A whole network.
struct imported_model {
  std::vector<imported_node> nodes{};
  std::vector<std::size_t> outputs{};  ///< nodes, in the order of the file's outputs
  std::vector<imported_array> arrays{};
  bool quantized = false;              ///< nodes compute with int8 unless they are kept
  bool int16 = false;                  ///< of a quantized network: with int16 instead
  bool real_border = false;            ///< of a quantized network: inputs and outputs are real numbers all the same
  bool rounds_float32 = false;         ///< of a quantized network: scaled as ONNX does, halves to even
  std::vector<std::string> names{};    ///< of all the file's tensors, also those that became neither node nor array
  std::vector<std::string> notes{};    ///< what a person should know of how it came to be, a line each
};

}  // namespace tenon::host
