// SPDX-License-Identifier: Apache-2.0
// Small networks under oclgrind, which looks at every access of every item: none beyond its memory, no race.
#include <tenon/backend/adreno.hpp>
#include <tenon/host/opencl_runner.hpp>

#include "backend/adreno/networks.hpp"
#include "backend/adreno/run_program.hpp"
#include "backend/adreno/test_device.hpp"
#include "host/files.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

using namespace tenon;
using namespace device_networks;

// g++ and clang tell it in ways of their own.
#ifndef __has_feature
#define __has_feature(x) 0
#endif

namespace {

#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
constexpr bool has_address_sanitizer = true;
#else
constexpr bool has_address_sanitizer = false;
#endif

/// Runs test cases of this program under oclgrind; false if one fails. What oclgrind finds goes to `log`.
bool run_under_oclgrind(std::string_view cases, const std::filesystem::path& log) {
  const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
  // It knows no funnel shifts, which optimised code has.
  const std::string command = "oclgrind --data-races --build-options -cl-opt-disable --log '" + log.string() +
                              "' '" + self + "' --no-skip --no-intro --test-case='" + std::string(cases) +
                              "' >/dev/null 2>&1";
  return std::system(command.c_str()) == 0;
}

template <class Model, class Backend>
void run_once() {
  host::opencl_runner<engine<Model, on<Backend>>> runner(tenon_test::test_device());
  std::array<float, 4> scores{};
  runner.run(image_of(1), scores);
  static engine<Model, on<reference>> judge;
  std::array<float, 4> wanted{};
  judge.run(image_of(1), wanted);
  for (std::size_t i = 0; i < 4; ++i) CHECK(scores[i] == doctest::Approx(wanted[i]).epsilon(1e-2));
}

}  // namespace

TEST_CASE("network: int8") { run_once<integer_model, adreno<a640>>(); }
TEST_CASE("network: int8 in groups") {
  run_once<integer_model, adreno<a640, work_group{4, 2, 1}, vector_width{2}>>();
}
TEST_CASE("network: float32") { run_once<real_model, adreno<a640>>(); }
TEST_CASE("network: int8 by dot products") {
  run_once<integer_model, adreno<a640, integer_dot_product::on>>();
}
TEST_CASE("network: textures") { run_once<real_model, adreno<a640, weight_storage::image2d>>(); }
TEST_CASE("network: int8, pixels together") { run_once<integer_model, adreno<a640, pixels_per_item{2}>>(); }
TEST_CASE("network: halves") { run_once<real_model, adreno<a640, real_storage::f16>>(); }

TEST_CASE("wrong: beyond its memory" * doctest::skip()) {
  const std::array<device_launch, 1> launches{
      {{"case", "beyond", {{17, 1, 1}, {}}, {{{device_memory::output, 0, 0}}}, 1}}};
  const std::array<device_port, 1> port{{{i8, 16, false}}};
  std::array<std::byte, 16> y{};
  constexpr std::string_view text = "__kernel void beyond(__global char* y, int at) { y[get_global_id(0)] = 1; }";
  tenon_test::run_program({text, launches, {}, {}, {}, port, 0, 0}, {}, y);
}

TEST_CASE("oclgrind finds nothing in small networks, and finds what is wrong elsewhere") {
  if (has_address_sanitizer) {
    MESSAGE("skipped: oclgrind cannot be loaded before the address sanitizer; the plain build runs under it");
    return;
  }
  if (std::system("oclgrind --version >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: oclgrind is missing; install it to look for wrong accesses and races");
    return;
  }
  const tenon_test::scratch_folder folder;
  CHECK(run_under_oclgrind("network:*", folder.path / "networks.log"));
  CHECK(tenon_test::text_of(folder.path / "networks.log") == "");
  run_under_oclgrind("wrong:*", folder.path / "wrong.log");
  CHECK(tenon_test::text_of(folder.path / "wrong.log").find("Invalid write") != std::string::npos);
}
