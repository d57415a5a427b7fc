// SPDX-License-Identifier: Apache-2.0
// Files that are sound are taken; truncated, changed and foreign ones are refused in one line, and never read beyond.
#include <tenon/host/import/tflite_file.hpp>

#include <tenon/host/import/network_header.hpp>
#include <tenon/host/import/tflite_reader.hpp>

#include <host/files.hpp>
#include <host/import/tflite_writer.hpp>

#include <doctest/doctest.h>

#include <random>

using namespace tenon_test;
using tenon::host::tflite_file;

namespace {

std::string refusal_of(std::vector<std::uint8_t> bytes) {
  return refusal([&] { tflite_file{"m.tflite", std::move(bytes)}; });
}

/// Reads a file as the converter does; true if it was taken. Anything but one line that names the file fails the test.
bool import(const std::vector<std::uint8_t>& bytes) {
  const std::string said = refusal([&] {
    const tflite_file file{"m.tflite", bytes};
    const auto model = tenon::host::read_tflite(file);
    const auto texts = tenon::host::write_network(model, {"n", "n", "m.tflite"});
    REQUIRE(!texts.topology.empty());
  });
  if (said == "accepted") return true;
  CHECK(said.starts_with("m.tflite: "));
  CHECK(said.find('\n') == std::string::npos);
  return false;
}

}  // namespace

TEST_CASE("a sound file tells its tensors and operators") {
  const tflite_file file{"m.tflite", small_int8_model()};
  CHECK(file.tensor_count() == 8);
  CHECK(file.tensor_name(0) == "image");
  CHECK(file.data(0).empty());
  CHECK(file.data(1).size() == 8);
  CHECK(file.code(*file.graph().operators()->Get(0)) == 3);
  CHECK(tenon::host::type_name(file.tensor(1).type()) == "int8");
  CHECK(tenon::host::type_name(static_cast<tflite::tensor_type>(99)) == "type 99");
}

TEST_CASE("what is no such file is refused by its first bytes") {
  CHECK(refusal_of({}).find("is no .tflite file") != std::string::npos);
  CHECK(refusal_of(std::vector<std::uint8_t>(100)).find("is no .tflite file") != std::string::npos);
}

TEST_CASE("another version, and numbers that point nowhere, are refused") {
  tflite_writer old;
  const int x = old.real("x", {1});
  CHECK(refusal_of(old.finish({x}, {x}, 2)).find("schema version 2") != std::string::npos);
  tflite_writer beyond;
  const int y = beyond.real("y", {1});
  CHECK(refusal_of(beyond.finish({y}, {7})).find("names a tensor that it does not hold") != std::string::npos);
  tflite_writer negative;
  const int z = negative.real("z", {1});
  negative.call("RELU", {z}, {-1});
  CHECK(refusal_of(negative.finish({z}, {z})).find("names a tensor that it does not hold") != std::string::npos);
}

TEST_CASE("every file that ends too early is refused") {
  const auto whole = small_int8_model();
  REQUIRE(import(whole));
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK(!import({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)}));
}

// Most changes leave a file that is refused or has other numbers; none may crash, hang or say nothing.
TEST_CASE("changed bytes are refused in one line or read as other numbers") {
  const auto whole = small_int8_model();
  std::mt19937 random{20240607};
  int taken = 0;
  int refused = 0;
  for (int round = 0; round < 4000; ++round) {
    auto changed = whole;
    for (unsigned n = 1 + random() % 4; n > 0; --n) {
      const std::size_t at = random() % changed.size();
      const std::uint8_t values[]{0,
                                  255,
                                  128,
                                  127,
                                  static_cast<std::uint8_t>(random()),
                                  static_cast<std::uint8_t>(changed[at] ^ (1u << random() % 8))};
      changed[at] = values[random() % 6];
    }
    import(changed) ? ++taken : ++refused;
  }
  CHECK(taken > 100);
  CHECK(refused > 100);
}
