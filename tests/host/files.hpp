// SPDX-License-Identifier: Apache-2.0
// Folders that go when a test ends, what files hold, and the one line with which a function refuses.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>

namespace tenon_test {

/// An empty folder of its own for a test.
struct scratch_folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("tenon_host_" + std::to_string(std::random_device{}()));

  scratch_folder() { std::filesystem::create_directories(path); }
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;
  ~scratch_folder() { std::filesystem::remove_all(path); }

  /// How many files and folders stand in it.
  std::ptrdiff_t size() const {
    return std::distance(std::filesystem::directory_iterator{path}, std::filesystem::directory_iterator{});
  }
};

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

/// What a function says when it throws std::runtime_error; "accepted" if it does not.
template <class Function>
std::string refusal(const Function& function) {
  try {
    function();
  } catch (const std::runtime_error& wrong) {
    return wrong.what();
  }
  return "accepted";
}

}  // namespace tenon_test
