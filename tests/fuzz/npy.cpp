// SPDX-License-Identifier: Apache-2.0
// Any bytes as a .npy file: read, and then as large as it says, or refused.
#include <tenon/host/npy.hpp>

#include <fuzz/fuzz.hpp>

#include <cstdlib>

namespace {

std::string file_of(const std::string& header, const std::string& data) {
  std::string text{"\x93NUMPY\x01\x00", 8};
  text += static_cast<char>(header.size());
  return text + '\0' + header + data;
}

}  // namespace

std::vector<std::string> tenon_test::seeds() {
  return {file_of("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }\n", std::string(8, '\1')),
          file_of("{'descr': '|i1', 'fortran_order': False, 'shape': (3,), }\n", "abc"),
          file_of("{'descr': '<i4', 'fortran_order': False, 'shape': (), }\n", "abcd"),
          file_of("{'descr': '|u1', 'fortran_order': False, 'shape': (0, 1099511627776), }\n", "")};
}

void tenon_test::take(std::string_view bytes) {
  read_or_refuse([&] {
    const auto array = tenon::host::parse_npy("file", bytes);
    if (array.bytes.size() > bytes.size() || array.bytes.size() < array.size() || array.extents.size() > 32)
      std::abort();
  });
}
