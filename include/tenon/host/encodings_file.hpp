// SPDX-License-Identifier: Apache-2.0
// What a file of encodings says, whichever of its forms it has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tenon::host {

/// The forms in which Qualcomm's tools and AIMET write encodings as JSON. In all of them
/// `real = (integer + offset) * scale` with integers from 0 to 2^bits - 1, so offsets are 0 or below.
enum class encodings_form : std::uint8_t {
  aimet_1_0_0,  ///< lists of objects with names, scales and offsets
  aimet_0_6_1,  ///< objects by name, with minimum, maximum, scale and offset; also of 0.4.0 and 0.5.0
  qualcomm,     ///< quantization_overrides: the same without a version, of which minimum and maximum count
};

/// One step of the integers and what is added to them: of the tensor, or of one channel.
struct stated_encoding {
  double scale = 0;
  std::int64_t offset = 0;
};

/// What a file says of one tensor.
struct encodings_entry {
  std::string name{};
  bool is_parameter = false;  ///< weights and biases; all else are activations
  bool is_real = false;       ///< the tensor is to stay in real numbers; there are no codes then
  int bits = 8;
  bool is_symmetric = false;
  std::vector<stated_encoding> codes{};  ///< one, or one for each output channel
};

/// A whole file.
struct encodings_file {
  std::string path{};  ///< for messages
  encodings_form form = encodings_form::aimet_1_0_0;
  std::vector<encodings_entry> entries{};  ///< names are unique among activations, and among parameters
  std::vector<std::string> notes{};        ///< what was corrected while reading, a line each
};

}  // namespace tenon::host
