// SPDX-License-Identifier: Apache-2.0
// The main job of the example: all test images through all engines, and what came of it.
#pragma once

#include <string>

namespace digits {

/// What the user chose on the command line.
struct options {
  std::string folder = EXAMPLE_FOLDER;
  std::string json;
  bool show_steps = false;
  bool show_layers = false;
  std::string calibration_folder;
  std::string encodings_file = "encodings.hpp";
  std::string method = "percentile";
};

/// Classifies the contact sheet of a folder on every backend, and prints answers, accuracy, sizes and latencies.
/// Throws std::runtime_error if a file cannot be read or written.
void classify(const options& chosen);

}  // namespace digits
