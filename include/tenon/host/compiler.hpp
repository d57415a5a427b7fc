// SPDX-License-Identifier: Apache-2.0
// Makes programs with this machine's C++ compiler, as tools do that have a network run.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <tenon/host/read_file.hpp>

namespace tenon::host {

/// A word as a shell takes it, whatever stands in it.
inline std::string shell_word(std::string_view word) {
  std::string quoted = "'";
  for (const char letter : word) {
    if (letter == '\'')
      quoted += "'\\''";
    else
      quoted += letter;
  }
  return quoted + "'";
}

/// A folder of its own that goes when the object does.
class work_folder {
 public:
  work_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tenon.XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw std::runtime_error{pattern + ": cannot be made; check TMPDIR and the space on its disk"};
    path_ = pattern;
  }
  work_folder(const work_folder&) = delete;
  work_folder& operator=(const work_folder&) = delete;
  ~work_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

namespace detail {

/// True if a command runs and ends with status 0; what it prints goes to a file.
inline bool succeeds(const std::string& command, const std::string& log) {
  return std::system((command + " >" + shell_word(log) + " 2>&1").c_str()) == 0;
}

/// The compiler that CXX names, or the first of the usual ones that is there.
inline std::string find_compiler() {
  const char* named = std::getenv("CXX");
  for (const std::string each : {named == nullptr ? "" : named, "c++", "g++", "clang++"})
    if (!each.empty() && succeeds("command -v " + shell_word(each), "/dev/null")) return each;
  throw std::runtime_error{"there is no C++ compiler; install g++ 12 or clang 19, or name one with CXX"};
}

/// The folder of tenon's headers: what TENON_INCLUDE says, the one beside an installed program, or the given one.
inline std::string include_folder(const std::string& otherwise) {
  if (const char* named = std::getenv("TENON_INCLUDE"); named != nullptr) return named;
  std::error_code failed;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
  const auto beside = program.parent_path().parent_path() / "include";
  if (!failed && std::filesystem::exists(beside / "tenon" / "tenon.hpp", failed)) return beside.string();
  return otherwise;
}

/// The options that tenon's CMake target carries, for one compiler.
inline std::string limits_of(const std::string& compiler, const std::filesystem::path& folder) {
  const std::string log = (folder / "version").string();
  const bool is_clang =
      succeeds(shell_word(compiler) + " --version", log) && read_file(log, 1 << 20).find("clang") != std::string::npos;
  return is_clang ? " -fconstexpr-steps=4000000000 -fbracket-depth=4096"
                  : " -fconstexpr-ops-limit=4000000000 -fconstexpr-loop-limit=2000000000";
}

/// The first lines of a compiler's output that say what is wrong, in one.
inline std::string first_error_in(const std::string& log) {
  std::string text = read_file(log, std::uintmax_t{256} << 20);
  std::size_t at = text.find("tenon: ");
  if (at == std::string::npos) at = text.find("error");
  if (at == std::string::npos) at = 0;
  return text.substr(at, std::min<std::size_t>(text.find('\n', at) - at, 200));
}

}  // namespace detail

/// Compiles the file `source` of a folder into `program` there. `headers` is where tenon's lie unless they are
/// installed beside this program. Throws std::runtime_error with one line.
inline void compile_program(const std::filesystem::path& folder, const std::string& source, const std::string& program,
                            const std::string& headers) {
  const std::string compiler = detail::find_compiler();
  const std::string log = (folder / "compile.log").string();
  const std::string include = detail::include_folder(headers);
  if (!std::filesystem::exists(std::filesystem::path{include} / "tenon" / "tenon.hpp"))
    throw std::runtime_error{include + ": holds no headers of tenon; name their folder with TENON_INCLUDE"};
  const std::string command = shell_word(compiler) + " -std=c++20 -O2 -march=native -DNDEBUG -ffp-contract=off" +
                              detail::limits_of(compiler, folder) + " -I " + shell_word(include) + " " +
                              shell_word((folder / source).string()) + " -lfmt -o " +
                              shell_word((folder / program).string());
  if (!detail::succeeds(command, log))
    throw std::runtime_error{"the network could not be compiled with " + compiler + " (" + detail::first_error_in(log) +
                             "); convert the model and compile its header to see all"};
}

/// Runs a program that prints one line when it fails; what it says lies in `folder` meanwhile. Throws
/// std::runtime_error with that line.
inline std::string run_program(const std::filesystem::path& folder, const std::filesystem::path& program,
                               const std::vector<std::string>& arguments) {
  std::string command = shell_word(program.string());
  for (const std::string& argument : arguments) command += " " + shell_word(argument);
  const std::string log = (folder / "run.log").string();
  const bool well = detail::succeeds(command, log);
  std::string said = read_file(log, std::uintmax_t{256} << 20);
  while (!said.empty() && said.back() == '\n') said.pop_back();
  if (!well) throw std::runtime_error{said.empty() ? program.string() + ": ended early; run it by hand" : said};
  return said;
}

}  // namespace tenon::host
