// SPDX-License-Identifier: Apache-2.0
// Contact sheets and labels of every wrong kind are refused, each in one line that names the file and the remedy.
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include <host/files.hpp>

#include "images.hpp"
#include "small_png.hpp"

namespace {

using digits_test::png;

/// What is said of a sheet of these bytes, without the folder.
std::string said_of_sheet(const std::string& bytes) {
  const tenon_test::scratch_folder here;
  const std::string file = (here.path / "sheet.png").string();
  std::ofstream{file, std::ios::binary} << bytes;
  const std::string said = tenon_test::refusal([&] { digits::read_contact_sheet(file); });
  REQUIRE(said.starts_with(file + ": "));
  return said.substr(here.path.string().size() + 1);
}

/// The same of labels, of which there must be four.
std::string said_of_labels(const std::string& text) {
  const tenon_test::scratch_folder here;
  const std::string file = (here.path / "labels.txt").string();
  std::ofstream{file} << text;
  const std::string said = tenon_test::refusal([&] { digits::read_labels(file, 4); });
  return said == "accepted" ? said : said.substr(here.path.string().size() + 1);
}

}  // namespace

TEST_CASE("sheets of a wrong size") {
  CHECK(said_of_sheet(png({.width = 30})) ==
        "sheet.png: is 30x28 pixels; a contact sheet has a multiple of 28 each way");
  CHECK(said_of_sheet(png({.height = 57})) ==
        "sheet.png: is 28x57 pixels; a contact sheet has a multiple of 28 each way");
}

TEST_CASE("sheets with colours or transparency") {
  CHECK(said_of_sheet(png({.colour = 2})) ==
        "sheet.png: has 3 channels; save it as greyscale without transparency");
  CHECK(said_of_sheet(png({.colour = 4})) ==
        "sheet.png: has 2 channels; save it as greyscale without transparency");
}

TEST_CASE("sheets of a wrong depth") {
  for (const char depth : {'\1', '\4', '\20'})
    CHECK(said_of_sheet(png({.depth = depth})) == "sheet.png: is not 8 bits deep; save it as 8-bit greyscale");
}

TEST_CASE("sheets that are no pictures, or damaged") {
  const std::string remedy = "; restore it or run train.py beside the example";
  CHECK(said_of_sheet("") == "sheet.png: is empty" + remedy);
  CHECK(said_of_sheet("digits") == "sheet.png: is not a PNG picture" + remedy);
  std::string changed = png({});
  changed[changed.size() - 20] ^= 1;
  CHECK(said_of_sheet(changed) == "sheet.png: is damaged: a part of it is missing or changed" + remedy);
  // Every checksum is right, but what is compressed is no picture.
  CHECK(said_of_sheet(png({})).starts_with("sheet.png: is damaged ("));
}

TEST_CASE("a sheet of another number of digits") {
  const std::string sheet = std::string{DIGITS_FOLDER} + "/calibration/digits.png";
  CHECK(digits::read_contact_sheet(sheet).size() == 200);
  CHECK(tenon_test::refusal([&] { digits::read_contact_sheet(sheet, 40, 25); }).starts_with(
      sheet + ": holds 200 digits; there must be 1000"));
}

TEST_CASE("files that are none") {
  const std::string folder = DIGITS_FOLDER;
  CHECK(tenon_test::refusal([&] { digits::read_contact_sheet(folder); }) ==
        folder + ": is not a file; name the file itself, not a folder or device");
  CHECK(tenon_test::refusal([&] { digits::read_labels(folder + "/none.txt", 4); }) ==
        folder + "/none.txt: does not exist; check the path");
}

TEST_CASE("labels are digits and line breaks, as many as there must be") {
  CHECK(said_of_labels("01\r\n23\n") == "accepted");
  CHECK(said_of_labels("01\n2") == "labels.txt: has 3 labels; there must be 4");
  CHECK(said_of_labels("01234") == "labels.txt: has 5 labels; there must be 4");
  CHECK(said_of_labels("") == "labels.txt: has 0 labels; there must be 4");
  CHECK(said_of_labels("0 12") == "labels.txt: holds something that is no digit; write only 0 to 9 and line breaks");
}
