// SPDX-License-Identifier: Apache-2.0
// Classifies 1,000 handwritten digits that the network never saw, in float and in int8, on every backend of this machine.
#include <cstdio>
#include <exception>

#include <fmt/format.h>

#include "arguments.hpp"
#include "calibration.hpp"
#include "classify.hpp"

int main(int argc, char** argv) {
  digits::options chosen;
  if (const auto status = digits::read_arguments(argc, argv, chosen)) return *status;
  try {
    if (chosen.calibration_folder.empty()) digits::classify(chosen);
    else digits::calibrate(chosen.calibration_folder, chosen.method, chosen.encodings_file);
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "digits: {}\n", wrong.what());
    return 1;
  }
}
