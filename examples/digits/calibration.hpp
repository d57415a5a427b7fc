// SPDX-License-Identifier: Apache-2.0
// Finds the activation ranges of the digits network, and shows what quantization does to each layer.
#pragma once

#include <span>
#include <string>

#include "images.hpp"

namespace digits {

/// Runs the float network over every contact sheet (*.png) of a folder and writes the encodings header. Throws
/// std::runtime_error with one line that names the file.
void calibrate(const std::string& folder, const std::string& method, const std::string& encodings_file);

/// The SQNR of each int8 layer against the float network, over some images, as a table.
std::string compare_layers(std::span<const image> images);

}  // namespace digits
