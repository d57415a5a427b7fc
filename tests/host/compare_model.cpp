// SPDX-License-Identifier: Apache-2.0
// Layers of a model against arrays in files: matched by name, in the network's order; one line for what does not fit.
#include <tenon/host/compare_model.hpp>

#include <host/files.hpp>
#include <host/import/chain.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace tenon::host;

imported_model chain_of(const convert_options&) { return tenon_test::chain(); }

struct arrays_of_chain {
  tenon_test::scratch_folder folder;
  compare_options options;

  arrays_of_chain() {
    options.model.model = "m.tflite";
    options.headers = TENON_TESTS_FOLDER "/../include";
  }
  std::string put(const std::string& name, std::vector<std::size_t> extents, const std::vector<float>& numbers) const {
    const auto path = folder.path / (name + ".npy");
    write_npy(path, detail::real_array(std::move(extents), numbers));
    return path.string();
  }
  std::string said() const {
    return tenon_test::refusal([&] { compare_model(options, chain_of, [](const std::string&) {}); });
  }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

// The filters are 1.27 x + 1 and -2.54 x + 2.
TEST_CASE("layers are held to the files that are called after their tensors") {
  arrays_of_chain given;
  given.options.against = {given.put("x:0", {1, 2, 2, 1}, {0, 0, 0, -2}),
                           given.put("relu:0", {1, 2, 2, 2}, {1, 2, 1, 2, 1, 2, 0, 7.08f}),
                           given.put("pool", {1, 1, 1, 2}, {1, 7}), given.put("something", {1}, {1})};
  const auto errors = compare_model(given.options, chain_of, [](const std::string&) {});
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].name == "stem.relu");
  CHECK(errors[0].largest < 1e-6);
  CHECK(errors[1].name == "pool");
  CHECK(errors[1].largest == doctest::Approx(0.08));
}

TEST_CASE("bad calls are refused before anything is compiled") {
  arrays_of_chain given;
  CHECK(holds(given.said(), "m.tflite: is compared with nothing; give --against or --encodings"));
  given.options.against = {"a.npy", "b.tflite"};
  CHECK(holds(given.said(), "b.tflite: compare with .npy files, or with one model"));
  given.options.against = {"a.npy"};
  given.options.headers = "/no/such/folder";
  CHECK(holds(given.said(), "holds no headers of tenon"));
}
