// SPDX-License-Identifier: Apache-2.0
// write_file: whole files, bytes as they are, and refusals that leave everything as it was.
#include <tenon/host/write_file.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;
using tenon::host::write_file;
using namespace tenon_test;

}  // namespace

TEST_CASE("a file holds what it was given, byte for byte, and nothing else is left in its folder") {
  const scratch_folder here;
  const std::string bytes{"one\r\n\0two\xff\n", 11};
  write_file(here.path / "a", bytes);
  CHECK(text_of(here.path / "a") == bytes);
  write_file(here.path / "a", "short");
  CHECK(text_of(here.path / "a") == "short");
  write_file(here.path / "a", "");
  CHECK(fs::file_size(here.path / "a") == 0);
  CHECK(here.size() == 1);
}

TEST_CASE("a folder that is not there is named, and not made") {
  const scratch_folder here;
  const fs::path file = here.path / "missing" / "a";
  CHECK(refusal([&] { write_file(file, "text"); }) ==
        file.string() + ": cannot be written; check that its folder exists and is yours to write");
  CHECK(here.size() == 0);
}

TEST_CASE("what cannot be replaced stays, and nothing stands beside it") {
  const scratch_folder here;
  const fs::path folder = here.path / "a";
  fs::create_directories(folder / "inside");
  const std::string said = refusal([&] { write_file(folder, "text"); });
  CHECK(said.find(folder.string() + ": cannot be replaced (") == 0);
  CHECK(said.ends_with("); check what stands there"));
  CHECK(said.find('\n') == std::string::npos);
  CHECK(fs::is_directory(folder / "inside"));
  CHECK(here.size() == 1);
}

TEST_CASE("a full disk leaves the file as it was") {
  if (!fs::exists("/dev/full")) return;
  const scratch_folder here;
  const fs::path file = here.path / "a";
  write_file(file, "old");
  fs::create_symlink("/dev/full", here.path / "a.partial");
  CHECK(refusal([&] { write_file(file, "new"); }) ==
        file.string() + ": was not written whole; check the space on its disk");
  CHECK(text_of(file) == "old");
  CHECK(here.size() == 1);
}
