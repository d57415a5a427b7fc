// SPDX-License-Identifier: Apache-2.0
// Writes calibrated encodings as a header that a person can read and a model can include.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <tenon/host/calibrate.hpp>

namespace tenon::host {

/// A name as a string literal; what would end it, or the line, is escaped.
inline std::string string_literal(std::string_view name) {
  std::string text = "\"";
  for (const char letter : name) {
    const auto code = static_cast<unsigned char>(letter);
    if (code < 0x20 || code == 0x7f) text += fmt::format("\\{:03o}", static_cast<unsigned>(code));
    else if (letter == '"' || letter == '\\') text += {'\\', letter};
    else text += letter;
  }
  return text + '"';
}

/// The text of a header that defines `struct encodings` in a namespace; `source` says where the ranges come
/// from.
inline std::string encodings_header(std::string_view name_space, std::string_view source,
                                    std::span<const calibrated_edge> edges) {
  std::string text = fmt::format(
      "// Encodings of the edges of a network: real = scale * (integer - zero_point).\n"
      "// {}\n"
      "#pragma once\n\n"
      "#include <tenon/model/encodings.hpp>\n\n"
      "namespace {} {{\n\n"
      "struct encodings : tenon::encodings<{}\n",
      source, name_space, edges.empty() ? "> {};" : "");
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const calibrated_edge& edge = edges[i];
    text += fmt::format(
        "    tenon::encode<{}, tenon::scale{{{:#}f}}, tenon::zero_point{{{}}}>{}  // {:.6g} to {:.6g}\n",
        string_literal(edge.name), edge.code.scale, edge.code.zero_point, i + 1 == edges.size() ? "> {};" : ",",
        edge.range.low, edge.range.high);
  }
  return text + fmt::format("\n}}  // namespace {}\n", name_space);
}

}  // namespace tenon::host
