// SPDX-License-Identifier: Apache-2.0
// Files are read whole, or refused in one line.
#include <tenon/host/read_file.hpp>

#include <host/files.hpp>
#include <tenon/host/write_file.hpp>

#include <doctest/doctest.h>

#include <string>

TEST_CASE("a file is read byte for byte, up to its largest size") {
  const tenon_test::scratch_folder folder;
  const std::string path = (folder.path / "a").string();
  const std::string text{"a\0b\r\n\xff", 6};
  tenon::host::write_file(path, text);
  CHECK(tenon::host::read_file(path, 6) == text);
  const auto said = [](const std::string& file, std::uintmax_t most) {
    return tenon_test::refusal([&] { tenon::host::read_file(file, most); });
  };
  CHECK(said(path, 5) == path + ": is larger than 0 MB; nothing of that size is read here");
  CHECK(said(path + "b", 9) == path + "b: does not exist; check the path");
  CHECK(said(folder.path.string(), 9) == folder.path.string() + ": is not a file; name the file itself");
}
