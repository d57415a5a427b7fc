// SPDX-License-Identifier: Apache-2.0
// The main function of a calibration: samples from a folder, a line an edge, and its status.
#include <tenon/host/calibration_program.hpp>

#include <engine/small_network.hpp>
#include <host/files.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <string>

namespace {

using namespace tenon;
using calibrator = host::calibrator<small_network::topology, small_network::weights>;

int run(const std::string& folder, const char* method, const std::string& result) {
  const std::array<const char*, 5> arguments{"small", folder.c_str(), method, "99.9", result.c_str()};
  return host::calibration_main<calibrator>("small", 5, arguments.data());
}

}  // namespace

TEST_CASE("edges are written as a calibrator gives them") {
  const tenon_test::scratch_folder folder;
  host::npy_array samples{f32, {2, 4}, std::vector<std::byte>(8 * sizeof(float))};
  const std::array<float, 8> numbers{-1, 0, 0, 1, -3, 0, 0, 5};
  std::memcpy(samples.bytes.data(), numbers.data(), sizeof numbers);
  host::write_npy(folder.path / "samples.npy", samples);
  const std::string result = (folder.path / "result").string();
  REQUIRE(run(folder.path.string(), "minmax", result) == 0);
  calibrator again;
  again.add(std::array<float, 4>{-1, 0, 0, 1});
  again.add(std::array<float, 4>{-3, 0, 0, 5});
  const auto edges = again.encodings();
  CHECK(tenon_test::text_of(result) == host::detail::lines_of(edges));
  CHECK(tenon_test::text_of(result).starts_with("x\t" + fmt::format("{}", 8.0f / 255.0f) + "\t"));
}

TEST_CASE("what is wrong is a status") {
  const tenon_test::scratch_folder folder;
  const std::string result = (folder.path / "result").string();
  CHECK(run(folder.path.string(), "minmax", result) == 1);
  CHECK(run(folder.path.string(), "best", result) == 1);
  const std::array<const char*, 1> none{"small"};
  CHECK(host::calibration_main<calibrator>("small", 1, none.data()) == 1);
  CHECK(folder.size() == 0);
}
