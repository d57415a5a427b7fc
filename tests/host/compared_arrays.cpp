// SPDX-License-Identifier: Apache-2.0
// Arrays of layers: integers made real, files in another order of axes, and files that fit no layer.
#include <tenon/host/compared_arrays.hpp>

#include <host/files.hpp>
#include <host/import/chain.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace tenon::host;

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("files that fit no layer are refused") {
  const tenon_test::scratch_folder folder;
  const imported_model model = tenon_test::chain();
  write_npy(folder.path / "pool.npy", detail::real_array({3}, std::vector<float>{1, 2, 3}));
  const std::vector<detail::layer_numbers> layers{{"pool", {1, 2}, {}}};
  const auto said = [&](const std::string& file) {
    const detail::file_comparison comparison{model, {(folder.path / file).string()}};
    return tenon_test::refusal([&] { comparison.compare(layers); });
  };
  CHECK(holds(said("pool.npy"), "pool.npy: holds 3 numbers, but 'pool' has 2"));
  CHECK(holds(said("other.npy"), "called after no layer that is left; call them <tensor>.npy, such as pool.npy"));
}

TEST_CASE("arrays in the order of a file's axes are brought into the network's, run by run") {
  imported_model model = tenon_test::chain();
  model.nodes[2].axes = {0, 2, 3, 1};
  std::vector<float> file, right;
  for (int run = 0; run < 2; ++run) {
    for (int channel = 0; channel < 2; ++channel)
      for (int pixel = 0; pixel < 4; ++pixel) file.push_back(static_cast<float>(100 * run + 10 * channel + pixel));
    for (int pixel = 0; pixel < 4; ++pixel)
      for (int channel = 0; channel < 2; ++channel)
        right.push_back(static_cast<float>(100 * run + 10 * channel + pixel));
  }
  const tenon_test::scratch_folder folder;
  write_npy(folder.path / "relu:0.npy", detail::real_array({2, 2, 2, 2}, file));
  const auto errors = detail::file_comparison{model, {(folder.path / "relu:0.npy").string()}}.compare(
      std::vector<detail::layer_numbers>{{"stem.relu", right, {}}});
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].largest == 0);
}

TEST_CASE("integers become real by the encoding of their layer") {
  const npy_array bytes{tenon::i8, {2}, {std::byte{0x80}, std::byte{0x7f}}};
  CHECK(detail::real_numbers(bytes, {0.5f, -128}) == std::vector<float>{0, 127.5f});
  CHECK(detail::real_numbers(bytes, {}) == std::vector<float>{-128, 127});
  CHECK(detail::real_numbers({tenon::i32, {1}, {std::byte{7}, {}, {}, {}}}, {0.5f, 0}) == std::vector<float>{7});
}
