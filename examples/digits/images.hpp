// SPDX-License-Identifier: Apache-2.0
// Reads contact sheets of handwritten digits, on the host.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace digits {

/// One picture of 28 rows of 28 grey values, 0 (paper) to 255 (ink), row by row.
using image = std::array<std::uint8_t, 28 * 28>;

/// The cells of a contact sheet, row of cells by row of cells: images of 28x28 in one PNG of 8-bit grey. Throws
/// std::runtime_error("FILE: what is wrong; what to do") for a file that is missing, damaged or no such sheet.
std::vector<image> read_contact_sheet(const std::string& file);

/// The same for a sheet that must hold `columns` x `rows` images.
std::vector<image> read_contact_sheet(const std::string& file, int columns, int rows);

/// The digits 0..9 in a text file of `count` digits, line breaks skipped. Throws like read_contact_sheet.
std::vector<int> read_labels(const std::string& file, int count);

/// Grey values as the network wants them: 28x28x1, 0.0 to 1.0.
std::array<float, 28 * 28> as_input(const image& pixels) noexcept;

}  // namespace digits
