// SPDX-License-Identifier: Apache-2.0
// The text of a source file that links the bytes of another file into a program, as read-only data.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/layer_name.hpp>

namespace tenon::host {

/// Bytes of a file, and what they are called.
struct linked_bytes {
  std::string symbol{};  ///< of `extern "C" const unsigned char symbol[size]`
  std::size_t size = 0;  ///< of the file; another one is an error when the text is compiled
  std::size_t alignment = 64;
  std::string remedy{};  ///< what helps then
  /// Further symbols, and where in the bytes they stand.
  std::vector<std::pair<std::string, std::size_t>> parts{};
};

/// The file whose bytes a source file links: it stands beside it.
inline std::filesystem::path bytes_beside(const std::filesystem::path& source) { return source.string() + ".bin"; }

/// The text for the file `source`. Compilers copy the bytes as they are: neither their number nor their values cost
/// anything. The assembler's words are those that GNU as and clang know for all targets with ELF objects; the section is
/// one of its own, so that a linker script can place it as it does those of packed parameters.
inline std::string linked_bytes_text(const std::filesystem::path& source, const linked_bytes& linked) {
  const std::string file = plain_name(bytes_beside(source).filename().string());
  std::string text = fmt::format(
      "// Links the bytes of {0} beside it into a program, as {1}. Written by a program.\n"
      "asm(R\"(\n"
      "  .pushsection .rodata.tenon.packed.{1}, \"a\", %progbits\n"
      "  .balign {2}\n"
      "  .globl {1}\n"
      "  .type {1}, %object\n"
      "  .size {1}, {3}\n"
      "{1}:\n"
      "  .incbin \")\" __FILE__ R\"(.bin\"\n"
      ".Lend_of_{1}:\n"
      "  .if (.Lend_of_{1} - {1}) - {3}\n"
      "  .error \"tenon: {0} has not the {3} bytes that it was written with; {4}\"\n"
      "  .endif\n",
      file, linked.symbol, linked.alignment, linked.size, linked.remedy);
  for (const auto& [part, offset] : linked.parts)
    text += fmt::format("  .globl {0}\n  .set {0}, {1} + {2}\n", part, linked.symbol, offset);
  return text + "  .popsection\n)\");\n";
}

}  // namespace tenon::host
