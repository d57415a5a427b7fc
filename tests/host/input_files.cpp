// SPDX-License-Identifier: Apache-2.0
// Files for inputs: by name, without one, and what is said twice.
#include <tenon/host/input_files.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <string>

using tenon::host::add_input_file;
using tenon::host::input_files;

TEST_CASE("a file goes to the input that is named before it, or to the only one") {
  input_files files;
  add_input_file(files, "x=a=b.npy");
  add_input_file(files, "plain.npy");
  CHECK(files == input_files{{"", "plain.npy"}, {"x", "a=b.npy"}});
}

TEST_CASE("a file that is there has no name before it, whatever signs its path has") {
  const tenon_test::scratch_folder folder;
  const std::string path = (folder.path / "x=1.npy").string();
  std::ofstream{path} << "1";
  input_files files;
  add_input_file(files, path);
  CHECK(files == input_files{{"", path}});
}

TEST_CASE("a second file for the same input is refused, and the first stays") {
  input_files files;
  add_input_file(files, "a.npy");
  add_input_file(files, "x=b.npy");
  CHECK(tenon_test::refusal([&] { add_input_file(files, "c.npy"); }) ==
        "c.npy: is a second input without a name, after a.npy; say --input NAME=FILE for each");
  CHECK(tenon_test::refusal([&] { add_input_file(files, "x=d.npy"); }) ==
        "x=d.npy: the input x has a file already, b.npy; give it one");
  CHECK(files == input_files{{"", "a.npy"}, {"x", "b.npy"}});
}
