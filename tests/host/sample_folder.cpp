// SPDX-License-Identifier: Apache-2.0
// Samples in folders: order, several to a file, several inputs, and one line for everything that does not fit.
#include <tenon/host/sample_folder.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace tenon::host;
using tenon_test::scratch_folder;

const port_info pair{"a/pair", {tenon::f32, tenon::shape_of(1, 2)}};
const port_info single{"one", {tenon::f32, tenon::shape_of(1)}};

void put(const std::filesystem::path& path, std::vector<std::size_t> extents, const std::vector<float>& numbers) {
  npy_array made{tenon::f32, std::move(extents), std::vector<std::byte>(numbers.size() * sizeof(float))};
  if (!numbers.empty()) std::memcpy(made.bytes.data(), numbers.data(), made.bytes.size());
  write_npy(path, made);
}

/// The first number of each input, sample after sample.
std::vector<float> seen(const std::filesystem::path& folder, const std::vector<port_info>& inputs) {
  std::vector<float> numbers;
  const std::size_t count = for_each_sample(folder.string(), inputs, [&](std::span<const void* const> sample) {
    for (const void* each : sample) numbers.push_back(*static_cast<const float*>(each));
  });
  CHECK(count * inputs.size() == numbers.size());
  return numbers;
}

std::string refused(const std::filesystem::path& folder, const std::vector<port_info>& inputs) {
  return tenon_test::refusal([&] { seen(folder, inputs); });
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("files are taken by name, each one sample or several; other files are left alone") {
  const scratch_folder folder;
  put(folder.path / "b.npy", {3, 2}, {2, 0, 3, 0, 4, 0});
  put(folder.path / "a.npy", {1, 2}, {1, 0});
  put(folder.path / "c.npy", {2, 1, 2}, {5, 0, 6, 0});
  std::filesystem::create_directory(folder.path / "deeper");
  tenon::host::write_file(folder.path / "labels.txt", "1 2 3");
  CHECK(seen(folder.path, {pair}) == std::vector<float>{1, 2, 3, 4, 5, 6});
}

TEST_CASE("several inputs have a folder each, whose samples go together") {
  const scratch_folder folder;
  std::filesystem::create_directories(folder.path / "a_pair");
  std::filesystem::create_directories(folder.path / "one");
  put(folder.path / "a_pair" / "x.npy", {2, 2}, {1, 0, 2, 0});
  put(folder.path / "one" / "x.npy", {1}, {10});
  put(folder.path / "one" / "y.npy", {1}, {20});
  CHECK(seen(folder.path, {pair, single}) == std::vector<float>{1, 10, 2, 20});
  put(folder.path / "one" / "z.npy", {1}, {30});
  CHECK(refused(folder.path, {pair, single}) ==
        (folder.path / "a_pair").string() + ": holds 2 samples, but another input has more; give all as many");
}

TEST_CASE("folders and files that do not fit are named") {
  const scratch_folder folder;
  CHECK(holds(refused(folder.path, {pair}), ": holds no .npy files"));
  CHECK(holds(refused(folder.path / "none", {pair}), "none: is no folder"));
  CHECK(holds(refused(folder.path, {pair, single}), "a_pair: is no folder"));
  put(folder.path / "a.npy", {1, 3}, {1, 2, 3});
  CHECK(holds(refused(folder.path, {pair}), "a.npy: holds f32 1x3, but the input a/pair takes f32 1x2"));
  put(folder.path / "a.npy", {0, 2}, {});
  CHECK(holds(refused(folder.path, {pair}), "a.npy: holds no sample"));
  write_npy(folder.path / "a.npy", {tenon::i8, {1, 2}, std::vector<std::byte>(2)});
  CHECK(holds(refused(folder.path, {pair}), "a.npy: holds i8 1x2"));
  tenon::host::write_file(folder.path / "a.npy", "nothing");
  CHECK(holds(refused(folder.path, {pair}), "a.npy: is no .npy file"));
}
