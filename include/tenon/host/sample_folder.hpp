// SPDX-License-Identifier: Apache-2.0
// Samples for calibration: a folder of .npy files, each a sample or several in its leading axis.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/npy.hpp>
#include <tenon/host/port_info.hpp>

namespace tenon::host {

namespace detail {

/// The .npy files of a folder by name. Throws std::runtime_error with one line if there are none.
inline std::vector<std::string> npy_files_in(const std::string& folder) {
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed))
    throw std::runtime_error{folder + ": is no folder; name one with .npy files of samples"};
  std::vector<std::string> files;
  for (std::filesystem::directory_iterator entry{folder, failed}, end; !failed && entry != end; entry.increment(failed))
    if (entry->path().extension() == ".npy") files.push_back(entry->path().string());
  if (failed)
    throw std::runtime_error{folder + ": cannot be listed (" + failed.message() + "); check that you may read it"};
  if (files.empty()) throw std::runtime_error{folder + ": holds no .npy files; save samples there with numpy.save"};
  std::sort(files.begin(), files.end());
  return files;
}

/// The samples of one input, file after file; one file is in memory at a time.
class sample_stream {
 public:
  sample_stream(std::string folder, port_info port)
      : folder_(std::move(folder)), port_(std::move(port)), files_(npy_files_in(folder_)) {}

  /// The next sample's elements, or none behind the last.
  const void* next() {
    while (run_ == runs_) {
      if (file_ == files_.size()) return nullptr;
      array_ = read_npy(files_[file_]);
      runs_ = runs_in(array_, port_, files_[file_]);
      if (runs_ == 0) throw std::runtime_error{files_[file_] + ": holds no sample; remove it"};
      run_ = 0;
      ++file_;
    }
    return array_.bytes.data() + port_.type.bytes() * run_++;
  }
  const std::string& folder() const noexcept { return folder_; }

 private:
  std::string folder_;
  port_info port_;
  std::vector<std::string> files_;
  npy_array array_{};
  std::size_t file_ = 0, run_ = 0, runs_ = 0;
};

/// The folder of one of several inputs: as the input is called, with '_' for what no file is called.
inline std::string sample_folder_of(const std::string& folder, std::string name) {
  std::replace(name.begin(), name.end(), '/', '_');
  return (std::filesystem::path{folder} / name).string();
}

}  // namespace detail

/// Calls `take(pointers)` with the elements of each input, sample after sample, and returns how many samples there
/// were. With one input its files lie in `folder`; with several, those of each in a folder of its name there, the n-th
/// samples of all going together. Throws std::runtime_error with one line: file or folder, and remedy.
template <class Take>
std::size_t for_each_sample(const std::string& folder, const std::vector<port_info>& inputs, const Take& take) {
  std::vector<detail::sample_stream> streams;
  for (const port_info& input : inputs)
    streams.emplace_back(inputs.size() == 1 ? folder : detail::sample_folder_of(folder, input.name), input);
  for (std::size_t count = 0;; ++count) {
    std::vector<const void*> sample;
    for (detail::sample_stream& stream : streams) sample.push_back(stream.next());
    const auto ended = std::find(sample.begin(), sample.end(), nullptr);
    if (ended == sample.end()) {
      take(std::span<const void* const>{sample});
      continue;
    }
    if (std::any_of(sample.begin(), sample.end(), [](const void* each) { return each != nullptr; }))
      throw std::runtime_error{fmt::format("{}: holds {} samples, but another input has more; give all as many",
                                           streams[static_cast<std::size_t>(ended - sample.begin())].folder(), count)};
    return count;
  }
}

}  // namespace tenon::host
