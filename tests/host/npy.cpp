// SPDX-License-Identifier: Apache-2.0
// Arrays as NumPy writes them: what is written comes back, and every damaged file is refused in one line.
#include <tenon/host/npy.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

#include <random>

using namespace tenon;
using namespace tenon_test;
using host::npy_array;
using host::read_npy;
using host::write_npy;

namespace {

std::string header_of(const std::string& dictionary, const std::string& data, char version = 1) {
  std::string text = std::string{"\x93NUMPY"} + version + std::string(1, '\0');
  text += static_cast<char>(dictionary.size());
  text += std::string(version == 1 ? 1 : 3, '\0');
  return text + dictionary + data;
}

struct npy_file {
  scratch_folder folder;
  std::string path = (folder.path / "a.npy").string();

  explicit npy_file(const std::string& text) { host::write_file(path, text); }
  std::string fault() const {
    const std::string said = refusal([&] { read_npy(path); });
    CHECK((said == "accepted" || said.starts_with(path + ": ")));
    CHECK(said.find('\n') == std::string::npos);
    return said == "accepted" ? said : said.substr(path.size() + 2);
  }
};

}  // namespace

TEST_CASE("what is written comes back, of every type and rank") {
  const scratch_folder folder;
  for (const element type : {f32, f16, i32, i16, i8, u8})
    for (const auto& extents : {std::vector<std::size_t>{}, {3}, {1, 4}, {2, 0, 5}, {2, 3, 4, 5}}) {
      npy_array array{type, extents, {}};
      for (std::size_t i = 0; i < array.size() * bytes_of(type); ++i) array.bytes.push_back(static_cast<std::byte>(i * 37));
      write_npy(folder.path / "a.npy", array);
      const npy_array back = read_npy((folder.path / "a.npy").string());
      CHECK(back.type == type);
      CHECK(back.extents == extents);
      CHECK(back.bytes == array.bytes);
      CHECK((text_of(folder.path / "a.npy").find('\n') + 1) % 64 == 0);
    }
}

TEST_CASE("the text is NumPy's") {
  const scratch_folder folder;
  write_npy(folder.path / "a.npy", {i8, {2}, {std::byte{1}, std::byte{2}}});
  CHECK(text_of(folder.path / "a.npy").substr(10).starts_with("{'descr': '|i1', 'fortran_order': False, 'shape': (2,), }"));
  write_npy(folder.path / "a.npy", {f32, {1, 1}, std::vector<std::byte>(4)});
  CHECK(text_of(folder.path / "a.npy")
            .substr(10)
            .starts_with("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), }"));
}

TEST_CASE("headers in any order and of both versions are read") {
  const std::string dictionary = "{'shape': (2, ), 'descr':'|u1','fortran_order': False}\n";
  CHECK(npy_file{header_of(dictionary, "ab")}.fault() == "accepted");
  CHECK(npy_file{header_of(dictionary, "ab", 2)}.fault() == "accepted");
}

TEST_CASE("what cannot be read is refused in one line") {
  const scratch_folder folder;
  CHECK(refusal([&] { read_npy((folder.path / "none.npy").string()); }).find("cannot be read; check the path") !=
        std::string::npos);
  CHECK(refusal([&] { read_npy(folder.path.string()); }).find("cannot be read; check the path") != std::string::npos);
  CHECK(npy_file{"hello, this is text"}.fault().find("is no .npy file") == 0);
  const auto with = [](const std::string& dictionary) { return npy_file{header_of(dictionary, "ab")}.fault(); };
  CHECK(with("{'descr': '>f4', 'fortran_order': False, 'shape': (2,)}").find("holds elements of type >f4") == 0);
  CHECK(with("{'descr': '|u1', 'fortran_order': True, 'shape': (2,)}").find("is in column-major order") == 0);
  CHECK(with("{'descr': '|u1', 'fortran_order': False, 'shape': (3,)}").find("has not as much data") == 0);
  CHECK(with("{'descr': '|u1', 'fortran_order': False, 'shape': (99999999, 99999999)}")
            .find("has a shape that no array has") == 0);
  CHECK(with("{'descr': '|u1', 'fortran_order': False, 'shape': (1099511627776, 1099511627776)}")
            .find("has a shape that no array has") == 0);
  std::string axes = "1";
  for (int axis = 0; axis < 33; ++axis) axes += ", 1";
  CHECK(with("{'descr': '|u1', 'fortran_order': False, 'shape': (" + axes + ")}").find("has more than 32 axes") == 0);
  CHECK(with("{'descr': '<\n\x1b', 'fortran_order': False, 'shape': (2,)}").find("holds elements of type <??;") == 0);
  CHECK(with("{'descr': '|u1', 'fortran_order': False}").find("has no shape") == 0);
}

TEST_CASE("changed and shortened files never do more than refuse") {
  const scratch_folder folder;
  write_npy(folder.path / "a.npy", {i8, {2, 3}, std::vector<std::byte>(6)});
  const std::string whole = text_of(folder.path / "a.npy");
  std::mt19937 random{3};
  for (int round = 0; round < 400; ++round) {
    std::string changed = whole.substr(0, random() % 4 == 0 ? random() % whole.size() : whole.size());
    if (!changed.empty()) changed[random() % changed.size()] = static_cast<char>(random());
    npy_file{changed}.fault();
  }
}
