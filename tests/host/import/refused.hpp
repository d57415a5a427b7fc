// SPDX-License-Identifier: Apache-2.0
// One operator between an input and an output: what becomes of it, or why nothing.
#pragma once

#include <tenon/host/import/tflite_reader.hpp>

#include <host/files.hpp>
#include <host/import/tflite_writer.hpp>

#include <string>
#include <vector>

namespace tenon_test {

/// The node that makes the network's only output, as it is written.
inline std::string written(std::vector<std::uint8_t> bytes) {
  const auto model = tenon::host::read_tflite(tenon::host::tflite_file{"m.tflite", std::move(bytes)});
  const auto& node = model.nodes[model.outputs.front()];
  std::string text = node.word;
  for (const std::string& attribute : node.attributes) text += " " + attribute;
  return text;
}

/// The only reason why a file is refused, without the names before it.
inline std::string reason(std::vector<std::uint8_t> bytes) {
  const std::string said = refusal([&] {
    tenon::host::read_tflite(tenon::host::tflite_file{"m.tflite", std::move(bytes)});
  });
  const std::size_t at = said.rfind("': ");
  return at == std::string::npos ? said : said.substr(at + 3);
}

}  // namespace tenon_test
