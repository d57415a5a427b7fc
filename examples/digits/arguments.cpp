// SPDX-License-Identifier: Apache-2.0
// Reads the command line. On its own and built with less optimization, as the library for it is slow to compile.
#include "arguments.hpp"

#include <CLI/CLI.hpp>

namespace digits {

std::optional<int> read_arguments(int argc, char** argv, options& chosen) {
  CLI::App app{"Classifies 1,000 handwritten digits with the same network in float and int8, on every backend."};
  app.add_option("--folder", chosen.folder, "where test_digits.png and test_labels.txt are");
  app.add_option("--json", chosen.json, "also write the figures as a list of records to this file");
  app.add_flag("--layers", chosen.show_layers, "also show how far the int8 layers are from the float ones");
  app.add_option("--calibrate", chosen.calibration_folder,
                 "instead, find activation ranges on the contact sheets in this folder");
  app.add_option("--method", chosen.method, "how ranges are chosen")
      ->check(CLI::IsMember({"minmax", "percentile", "moving_average", "mse"}));
  app.add_option("--encodings", chosen.encodings_file, "the header that --calibrate writes");
  app.add_flag("--steps", chosen.show_steps, "also show every step of each engine");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& end) {
    return app.exit(end);
  }
  return std::nullopt;
}

}  // namespace digits
