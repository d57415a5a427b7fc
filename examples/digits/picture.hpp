// SPDX-License-Identifier: Apache-2.0
// Shows digits in a terminal.
#pragma once

#include <span>
#include <string>

#include "images.hpp"

namespace digits {

/// Several images side by side, two rows of pixels to a line of text, with a caption below each.
std::string draw(std::span<const image> images, std::span<const std::string> captions);

}  // namespace digits
