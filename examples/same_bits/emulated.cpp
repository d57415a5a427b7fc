// SPDX-License-Identifier: Apache-2.0
// Runs programs that are built for other processors, on emulators of them: inputs and answers go through files.
#include "emulated.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <span>
#include <stdexcept>
#include <system_error>
#include <vector>

#include <sys/resource.h>
#include <sys/wait.h>

#include "all_cores.hpp"

namespace same_bits {
namespace {

namespace fs = std::filesystem;

/// A folder that goes with this object.
class scratch_folder {
 public:
  scratch_folder() {
    std::string name = (fs::temp_directory_path() / "tenon-same-bits-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no folder can be made for " + name};
    path_ = name;
  }
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;
  ~scratch_folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  fs::path file(const std::string& name, std::size_t core) const { return path_ / (name + std::to_string(core)); }

 private:
  fs::path path_;
};

void write_bytes(const fs::path& path, byte_view bytes) {
  std::ofstream file{path, std::ios::binary};
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) throw std::runtime_error{path.string() + ": cannot be written; is the disk full?"};
}

std::vector<char> read_bytes(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::string ending(int status) {
  return WIFEXITED(status) ? "with status " + std::to_string(WEXITSTATUS(status)) : "by a signal";
}

/// One share of the inputs: throws unless the program ends well with an answer to each.
void run_share(const std::string& command, const fs::path& in, const fs::path& out, byte_view inputs,
               std::span<std::int8_t> bytes) {
  write_bytes(in, inputs);
  const int status = std::system((command + " <'" + in.string() + "' >'" + out.string() + "'").c_str());
  if (status != 0) throw std::runtime_error{"the program ended " + ending(status)};
  const std::vector<char> written = read_bytes(out);
  if (written.size() != bytes.size())
    throw std::runtime_error{"the program wrote " + std::to_string(written.size()) + " bytes instead of " +
                             std::to_string(bytes.size())};
  std::ranges::transform(written, bytes.begin(), [](char byte) { return static_cast<std::int8_t>(byte); });
}

/// Processor time of all programs that this one has started and that have ended.
double seconds_of_programs() noexcept {
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// All shares, one a core: throws what the last of them throws.
void run_shares(const std::string& command, extent size, byte_view inputs, std::span<std::int8_t> bytes) {
  const scratch_folder folder;
  const std::size_t count = inputs.size() / size.input;
  std::mutex shared;
  std::string problem;
  on_all_cores(count, [&](std::size_t core, std::size_t cores) {
    const std::size_t first = count * core / cores;
    const std::size_t own = count * (core + 1) / cores - first;
    try {
      run_share(command, folder.file("in", core), folder.file("out", core),
                inputs.subspan(first * size.input, own * size.input),
                bytes.subspan(first * size.output, own * size.output));
    } catch (const std::runtime_error& error) {
      const std::lock_guard lock{shared};
      problem = error.what();
    }
  });
  if (!problem.empty()) throw std::runtime_error{problem};
}

}  // namespace

answers run_emulated(const emulated_program& program, extent size, byte_view inputs) {
  answers made{program.how};
  if (!program.missing.empty()) {
    made.skipped = "it needs the packages " + program.missing;
    return made;
  }
  made.bytes.resize(inputs.size() / size.input * size.output);
  try {
    const double start = seconds_of_programs();
    run_shares(program.command, size, inputs, made.bytes);
    made.seconds = seconds_of_programs() - start;
  } catch (const std::runtime_error& error) {
    made.failed = error.what();
  }
  return made;
}

}  // namespace same_bits
