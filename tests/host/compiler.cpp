// SPDX-License-Identifier: Apache-2.0
// Programs made by this machine's compiler: words that no shell reads as more, folders that go, and failures in one
// line.
#include <tenon/host/compiler.hpp>

#include <host/files.hpp>
#include <tenon/host/write_file.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace tenon::host;
using tenon_test::refusal;

TEST_CASE("a shell takes any word as one") {
  const work_folder folder;
  const std::string file = (folder.path() / "it's $(touch here); `x` \"y\"").string();
  write_file(folder.path() / "echo.sh", "#!/bin/sh\nprintf '%s' \"$1\"\n");
  CHECK(run_program(folder.path(), "/bin/sh", {(folder.path() / "echo.sh").string(), file}) == file);
}

TEST_CASE("a folder is empty, of its own, and goes") {
  std::filesystem::path path;
  {
    const work_folder one, other;
    path = one.path();
    CHECK(one.path() != other.path());
    CHECK(std::filesystem::is_empty(path));
    write_file(path / "a", "b");
  }
  CHECK(!std::filesystem::exists(path));
}

TEST_CASE("what a program says when it fails is what is thrown") {
  const work_folder folder;
  write_file(folder.path() / "fails.sh", "echo 'a.npy: is wrong' >&2; exit 1\n");
  write_file(folder.path() / "silent.sh", "exit 3\n");
  CHECK(refusal([&] { run_program(folder.path(), "/bin/sh", {(folder.path() / "fails.sh").string()}); }) ==
        "a.npy: is wrong");
  CHECK(refusal([&] {
          run_program(folder.path(), "/bin/sh", {(folder.path() / "silent.sh").string()});
        }).find("ended early") != std::string::npos);
}

TEST_CASE("a source that is wrong is told with its first error") {
  const work_folder folder;
  write_file(folder.path() / "bad.cpp", "static_assert(false, \"tenon: a thing is wrong; do another\");\n");
  const std::string said =
      refusal([&] { compile_program(folder.path(), "bad.cpp", "bad", TENON_TESTS_FOLDER "/../include"); });
  CHECK(said.find("tenon: a thing is wrong; do another") != std::string::npos);
  CHECK(said.find('\n') == std::string::npos);
  CHECK(refusal([&] {
          compile_program(folder.path(), "bad.cpp", "bad", "/no/such/folder");
        }).find("holds no headers") != std::string::npos);
}
