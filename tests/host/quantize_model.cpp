// SPDX-License-Identifier: Apache-2.0
// From a network and samples to encodings, and with these to integers; one line for everything that is wrong.
#include <tenon/host/quantize_model.hpp>

#include <host/files.hpp>
#include <host/import/chain.hpp>
#include <tenon/host/import/apply_encodings.hpp>

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <vector>

namespace {

using namespace tenon::host;

imported_model chain_of(const convert_options&) { return tenon_test::chain(); }

struct samples_of_chain {
  tenon_test::scratch_folder folder;
  quantize_options options;

  samples_of_chain() {
    options.model.model = "m.tflite";
    options.samples = (folder.path / "samples").string();
    options.output = (folder.path / "e.json").string();
    options.headers = TENON_TESTS_FOLDER "/../include";
    std::filesystem::create_directory(options.samples);
  }
  /// Two samples, from -2 to 1 and all of them 3.
  void put_samples() const {
    npy_array array{tenon::f32, {2, 2, 2, 1}, std::vector<std::byte>(8 * sizeof(float))};
    for (std::size_t i = 0; i < 8; ++i) {
      const float number = i < 4 ? static_cast<float>(i) - 2 : 3;
      std::memcpy(array.bytes.data() + i * sizeof number, &number, sizeof number);
    }
    write_npy(std::filesystem::path{options.samples} / "samples.npy", array);
  }
  std::string said(const importer& import = chain_of) const {
    return tenon_test::refusal([&] { quantize_model(options, import, [](const std::string&) {}); });
  }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

// The filters are 1.27 x + 1 and -2.54 x + 2: at 3 the first is 4.81, at -2 the second 7.08.
TEST_CASE("ranges of samples, and the network that comes of them") {
  const samples_of_chain given;
  given.put_samples();
  std::vector<std::string> told;
  const encodings_file file =
      quantize_model(given.options, chain_of, [&](const std::string& part) { told.push_back(part); });
  CHECK(told.size() == 2);
  REQUIRE(file.entries.size() == 5);
  CHECK(file.entries[0].name == "x:0");
  CHECK(file.entries[0].codes[0].scale == double{5.0f / 255.0f});
  CHECK(file.entries[0].codes[0].offset == -102);
  CHECK(file.entries[1].name == "relu:0");
  CHECK(file.entries[1].codes[0].scale == doctest::Approx(7.08 / 255));
  CHECK(file.entries[2].name == "logits:0");
  CHECK(file.entries[3].name == "stem/w");
  CHECK(file.entries[3].codes[1].scale == double{2.54f / 127.0f});
  CHECK(holds(tenon_test::text_of(given.options.output), "\"name\": \"logits/w\""));

  imported_model model = tenon_test::chain();
  CHECK(apply_encodings(model, file, {"m.tflite"}).empty());
  CHECK(model.nodes[0].code == tenon::encoding{5.0f / 255.0f, -26});
  for (const imported_array& array : model.arrays) CHECK(array.bytes.empty());
}

TEST_CASE("bad calls are refused before anything is compiled, and write nothing") {
  samples_of_chain given;
  CHECK(holds(given.said(), "samples: holds no .npy files"));
  given.options.method = "best";
  CHECK(holds(given.said(), "there is no method 'best'"));
  given.options.method = "mse";
  given.options.form = "xml";
  CHECK(holds(given.said(), "there is no form 'xml'; they are: aimet-1.0.0 aimet-0.6.1 qualcomm"));
  given.options.form = "qualcomm";
  given.put_samples();
  CHECK(holds(given.said([](const convert_options&) {
    imported_model model = tenon_test::chain();
    model.quantized = true;
    return model;
  }),
              "m.tflite: is quantized already; give the model in real numbers"));
  given.options.headers = "/no/such/folder";
  CHECK(holds(given.said(), "holds no headers of tenon"));
  CHECK(given.folder.size() == 1);
}
