// SPDX-License-Identifier: Apache-2.0
// Any bytes as a .tflite file: refused, or imported and written as headers.
#include <tenon/host/import/tflite_reader.hpp>

#include <tenon/host/import/network_header.hpp>

#include <fuzz/fuzz.hpp>
#include <host/import/real_file.hpp>

namespace {

std::string text_of(const std::vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

std::vector<std::string> tenon_test::seeds() {
  return {text_of(small_int8_model()), text_of(small_int8_model("\"); #error", "a/b")), text_of(small_real_model())};
}

void tenon_test::take(std::string_view bytes) {
  using namespace tenon::host;
  read_or_refuse([&] {
    const imported_model model = read_tflite(tflite_file{"file", {bytes.begin(), bytes.end()}});
    write_network(model, {"net", "net", "file"});
  });
}
