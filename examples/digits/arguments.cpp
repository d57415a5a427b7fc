// SPDX-License-Identifier: Apache-2.0
// Reads the command line. On its own and built with less optimization, as the library for it is slow to compile.
#include "arguments.hpp"

#include <exception>
#include <string>

#include <tenon/host/method_names.hpp>

#include "../command_line.hpp"

namespace digits {
namespace {

/// Empty for the word of a method of calibration, else what is wrong with it, as CLI11 wants it.
std::string wrong_method(const std::string& word) {
  try {
    tenon::host::method_called(word);
  } catch (const std::exception& wrong) {
    return wrong.what();
  }
  return {};
}

}  // namespace

std::optional<int> read_arguments(int argc, char** argv, options& chosen) {
  CLI::App app{"Classifies 1,000 handwritten digits with the same network in float and int8, on every backend.",
               "digits"};
  app.add_option("--folder", chosen.folder, "where test_digits.png and test_labels.txt are");
  app.add_option("--json", chosen.json, "also write the figures as a list of records to this file");
  app.add_flag("--layers", chosen.show_layers, "also show how far the int8 layers are from the float ones");
  app.add_option("--calibrate", chosen.calibration_folder,
                 "instead, find activation ranges on the contact sheets in this folder");
  app.add_option("--method", chosen.method,
                 "how ranges are chosen: minmax, percentile, moving_average, mse, entropy or sqnr")
      ->check(wrong_method);
  app.add_option("--encodings", chosen.encodings_file, "the header that --calibrate writes");
  app.add_flag("--steps", chosen.show_steps, "also show every step of each engine");
  return examples::read_command_line(app, argc, argv);
}

}  // namespace digits
