// SPDX-License-Identifier: Apache-2.0
// Data beside a model is read; nothing outside of the model's folder is.
#include <tenon/host/import/external_data.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;

TEST_CASE("data is read from a place in a file below the folder, and nowhere else") {
  const scratch_folder folder;
  std::ofstream{folder.path / "weights"} << "0123456789";
  std::filesystem::create_symlink("/etc", folder.path / "link");
  const auto read = [&](const std::string& location, const std::string& offset, std::size_t size) {
    std::string bytes;
    const std::string said =
        refusal([&] { bytes = tenon::host::read_external_data(folder.path, location, offset, size); });
    return said == "accepted" ? bytes : said;
  };
  CHECK(read("weights", "4", 3) == "456");
  CHECK(read("./weights", "8", 2) == "89");
  CHECK(read("weights", "8", 3).find("more data than 'weights' holds") != std::string::npos);
  CHECK(read("weights", "99999999999999999999999999", 0).find("more data") != std::string::npos);
  CHECK(read("weights", "-1", 0).find("more data") != std::string::npos);
  CHECK(read("none", "0", 1).find("which is not there") != std::string::npos);
  CHECK(read("link/passwd", "0", 1).find("behind a link") != std::string::npos);
  for (const char* outside : {"../weights", "/etc/passwd", "", "a/../../b"})
    CHECK(read(outside, "0", 1).find("outside of the model's folder") != std::string::npos);
}
