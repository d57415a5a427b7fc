// SPDX-License-Identifier: Apache-2.0
// What all fuzz targets share: seeds that the program writes itself, and what a reader may do with bytes that are
// wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <tenon/host/write_file.hpp>

namespace tenon_test {

/// Bytes from which a target starts. Each target defines both.
std::vector<std::string> seeds();
void take(std::string_view bytes);

/// Reads bytes: they are taken, or refused by std::runtime_error with one line that begins with the name "file". All
/// else ends the program.
template <class Read>
void read_or_refuse(const Read& read) {
  try {
    read();
  } catch (const std::runtime_error& wrong) {
    const std::string_view said = wrong.what();
    if (said.starts_with("file: ") && said.find('\n') == std::string_view::npos) return;
    std::fprintf(stderr, "no line that names the file: %s\n", wrong.what());
    std::abort();
  }
}

}  // namespace tenon_test

/// With TENON_SEEDS=FOLDER the program writes its seeds there and ends.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* folder = std::getenv("TENON_SEEDS");
  if (folder == nullptr) return 0;
  std::filesystem::create_directories(folder);
  int number = 0;
  for (const std::string& seed : tenon_test::seeds())
    tenon::host::write_file(std::filesystem::path{folder} / ("seed" + std::to_string(number++)), seed);
  std::exit(0);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tenon_test::take({reinterpret_cast<const char*>(data), size});
  return 0;
}
