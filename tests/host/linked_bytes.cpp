// SPDX-License-Identifier: Apache-2.0
// Files that are linked into programs: the text that does it, letter by letter.
#include <tenon/host/linked_bytes.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

namespace {

constexpr const char* text = R"text(// Links the bytes of net.cpp.bin beside it into a program, as net_12ab. Written by a program.
asm(R"(
  .pushsection .rodata.tenon.packed.net_12ab, "a", %progbits
  .balign 128
  .globl net_12ab
  .type net_12ab, %object
  .size net_12ab, 300
net_12ab:
  .incbin ")" __FILE__ R"(.bin"
.Lend_of_net_12ab:
  .if (.Lend_of_net_12ab - net_12ab) - 300
  .error "tenon: net.cpp.bin has not the 300 bytes that it was written with; do it again"
  .endif
  .globl net_stem
  .set net_stem, net_12ab + 64
  .popsection
)");
)text";

}  // namespace

TEST_CASE("a source file links the bytes beside it, and says how many there must be") {
  CHECK(linked_bytes_text("folder/net.cpp", {"net_12ab", 300, 128, "do it again", {{"net_stem", 64}}}) == text);
  CHECK(bytes_beside("folder/net.cpp") == "folder/net.cpp.bin");
}

TEST_CASE("the name of a file can be no word of the assembler's") {
  const std::string wild = linked_bytes_text("a\"\n  .word 1.cpp", {"s", 1, 64, "r", {}});
  CHECK(wild.find(".word 1") == std::string::npos);
}
