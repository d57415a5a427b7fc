// SPDX-License-Identifier: Apache-2.0
// Files are read as they are; what is no file is refused in one line.
#include <tenon/host/import/model_bytes.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using tenon::host::read_model_file;

TEST_CASE("bytes are what the file holds") {
  const scratch_folder folder;
  const std::string path = (folder.path / "m").string();
  std::ofstream{path, std::ios::binary} << "a\n" << '\0' << '\xff';
  CHECK(read_model_file(path) == std::vector<std::uint8_t>{'a', '\n', 0, 0xff});
}

TEST_CASE("what is no file is refused") {
  CHECK(refusal([] { read_model_file("/nowhere/m"); }) == "/nowhere/m: does not exist; check the path");
  CHECK(refusal([] { read_model_file("/"); }).find("is not a file") != std::string::npos);
}
