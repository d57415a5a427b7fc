// SPDX-License-Identifier: Apache-2.0
// Calibration of the digits network: what it writes, and how it refuses folders that hold nothing to calibrate with.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include <tenon/host/method_names.hpp>

#include "calibration.hpp"
#include "small_png.hpp"

namespace {

namespace fs = std::filesystem;
const std::string folder = DIGITS_FOLDER;

/// An empty folder that goes when the test ends.
struct scratch_folder {
  fs::path path = fs::temp_directory_path() / ("tenon_calibration_" + std::to_string(std::hash<std::string>{}(folder)));
  scratch_folder() { fs::remove_all(path), fs::create_directories(path); }
  ~scratch_folder() { fs::remove_all(path); }
};

std::string text_of(const fs::path& file) {
  std::ifstream stream{file};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

std::string refusal(const std::string& from, const fs::path& to) {
  try {
    digits::calibrate(from, "minmax", to.string());
  } catch (const std::runtime_error& wrong) {
    return wrong.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("the committed encodings are those that calibration finds") {
  const scratch_folder here;
  digits::calibrate(folder + "/calibration", "percentile", (here.path / "encodings.hpp").string());
  CHECK(text_of(here.path / "encodings.hpp") == text_of(folder + "/encodings.hpp"));
}

TEST_CASE("methods give ranges of their own") {
  const scratch_folder here;
  for (const auto& [word, ignored] : tenon::host::range_methods) {
    const std::string method{word};
    digits::calibrate(folder + "/calibration", method, (here.path / method).string());
    CHECK(text_of(here.path / method).find("stem.relu") != std::string::npos);
  }
  CHECK(text_of(here.path / "minmax") != text_of(here.path / "mse"));
}

TEST_CASE("folders without usable sheets are refused in one line, and nothing is written") {
  const scratch_folder here;
  const fs::path out = here.path / "encodings.hpp";
  CHECK(refusal((here.path / "missing").string(), out).find("missing: is no folder") != std::string::npos);
  CHECK(refusal(here.path.string(), out).find("holds no contact sheet") != std::string::npos);
  std::ofstream{here.path / "a.png"} << "no picture";
  CHECK(refusal(here.path.string(), out).find("a.png: is not a PNG picture") != std::string::npos);
  fs::copy_file(folder + "/calibration/digits.png", here.path / "a.png", fs::copy_options::overwrite_existing);
  fs::resize_file(here.path / "a.png", 2000);
  CHECK(refusal(here.path.string(), out).find("a.png: is damaged") != std::string::npos);
  fs::copy_file(folder + "/calibration/digits.png", here.path / "a.png", fs::copy_options::overwrite_existing);
  std::ofstream{here.path / "b.png", std::ios::binary} << digits_test::png({.width = 30});
  CHECK(refusal(here.path.string(), out).find("b.png: is 30x28 pixels") != std::string::npos);
  CHECK(!fs::exists(out));
}

TEST_CASE("a header that cannot be written is refused in one line") {
  CHECK(refusal(folder + "/calibration", "/nowhere/encodings.hpp").find("/nowhere/encodings.hpp: cannot be written") == 0);
}
