// SPDX-License-Identifier: Apache-2.0
// Reads the command line of an example program, and answers a wrong one in a single line.
#pragma once

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace examples {

/// What is wrong with a command line, in one line: the first word that the program does not know, or else what its
/// options say.
inline std::string complaint(const CLI::App& program, const CLI::ParseError& wrong) {
  const auto unknown = program.remaining();
  std::string text = wrong.what();
  if (!unknown.empty())
    text = (unknown.front().starts_with('-') ? "unknown option " : "unexpected argument ") + unknown.front();
  std::ranges::replace(text, '\n', ' ');
  return text;
}

/// Reads a command line into the options of a program that was given its name. Returns the exit status if the program is
/// to end at once: 0 after --help, which is printed, or 2 after a mistake, which a line on standard error explains.
inline std::optional<int> read_command_line(CLI::App& program, int argc, const char* const* argv) {
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    return program.exit(asked_for_help);
  } catch (const CLI::ParseError& wrong) {
    fmt::print(stderr, "{0}: {1}; {0} --help lists the options\n", program.get_name(), complaint(program, wrong));
    return 2;
  }
  return std::nullopt;
}

}  // namespace examples
