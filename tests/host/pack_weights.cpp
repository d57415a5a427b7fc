// SPDX-License-Identifier: Apache-2.0
// Packing programs: the bytes are the compiler's, the header says so, and wrong numbers or folders are told in a line.
#include <tenon/host/pack_weights.hpp>

#include <engine/linked_network.hpp>
#include <host/files.hpp>

#include <doctest/doctest.h>

#include <cstring>

using namespace tenon;
using tenon_test::scratch_folder;
using tenon_test::text_of;
using linked_network::layout;
using linked_network::unpacked_engine;
using plain_engine = small_network::integer_engine;

namespace {

const host::packed_names names{"net.hpp", "net::model", "net::weights"};

std::string header_of(const std::string& symbol) {
  const std::string size = std::to_string(layout.size);
  return "// Packed weights of net::model, as block.cpp links them; written by its packing program.\n"
         "#pragma once\n\n#include <tenon/model/packed_block.hpp>\n\n#include \"net.hpp\"\n\n"
         "extern \"C\" const unsigned char " + symbol + "[" + size + "];\n\n"
         "namespace block {\n\nstruct weights : net::weights {\n"
         "  static constexpr tenon::packed_block packed_block{" + symbol + ", " + size +
         fmt::format(", 0x{:08x}u, 0x{:016x}u}};\n", plain_engine::weight_crc(), layout.fingerprint) +
         "};\n\n/// net::model with its weights linked.\nusing model = tenon::with_weights<net::model, weights>;\n\n"
         "}  // namespace block\n";
}

/// Numbers that are not those of which the header tells.
const unsigned char four[4]{1, 2, 3, 4};
struct wrong_weights : linked_network::trained {
  static constexpr tenon::trained_block trained_block{four, 4, 0x12345678u};
};
using wrong_engine = tenon::engine<with_weights<linked_network::model, wrong_weights>, on<reference>>;

}  // namespace

TEST_CASE("a packing program writes the compiler's bytes, a header with their checksum, and what links them") {
  linked_network::link_block();
  const scratch_folder folder;
  host::pack_weights<unpacked_engine>(names, folder.path / "block.hpp");
  const std::string symbol = fmt::format("block_{:08x}", plain_engine::weight_crc());
  CHECK(text_of(folder.path / "block.hpp") == header_of(symbol));
  CHECK(text_of(folder.path / "block.cpp").find(".globl " + symbol + "\n") != std::string::npos);
  const std::string bytes = text_of(folder.path / "block.cpp.bin");
  REQUIRE(bytes.size() == layout.size);
  CHECK(std::memcmp(bytes.data(), linked_network::block, layout.size) == 0);
  CHECK(folder.size() == 3);
}

TEST_CASE("trained numbers that are not those of the header are told") {
  const scratch_folder folder;
  const std::string said = tenon_test::refusal([&] { host::pack_weights<wrong_engine>(names, folder.path / "block.hpp"); });
  CHECK(said.starts_with("the trained numbers linked into this program are not those of its header;"));
  CHECK(folder.size() == 0);
}

TEST_CASE("a folder that is not there is told") {
  const std::string said = tenon_test::refusal([&] { host::pack_weights<unpacked_engine>(names, "/no/such/folder/block.hpp"); });
  CHECK(said.starts_with("/no/such/folder/block.cpp.bin: cannot be written;"));
}

TEST_CASE("the program takes one argument, the header") {
  const char* const none[]{"pack"};
  CHECK(host::pack_main<unpacked_engine>(names, 1, none) == 1);
  const scratch_folder folder;
  const std::string header = (folder.path / "block.hpp").string();
  const char* const one[]{"pack", header.c_str()};
  CHECK(host::pack_main<unpacked_engine>(names, 2, one) == 0);
}
