// SPDX-License-Identifier: Apache-2.0
// Sessions refuse in one line what does not fit the network, and programs that lack a kernel.
#include <tenon/host/opencl_session.hpp>

#include <tenon/backend/adreno.hpp>

#include "backend/adreno/networks.hpp"
#include "backend/adreno/test_device.hpp"
#include "host/files.hpp"

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <vector>

using namespace tenon;
using namespace device_networks;

namespace {

using integer_engine = engine<integer_model, on<adreno<a640>>>;

}  // namespace

TEST_CASE("buffers of other sizes and numbers are refused in one line") {
  host::opencl_session session(tenon_test::test_device(), program<integer_engine>::table);
  const std::array<std::byte, 240> image{};
  std::array<std::byte, 16> scores{};
  const std::array<std::span<const std::byte>, 1> inputs{image};
  const std::array<std::span<const std::byte>, 1> short_inputs{std::span{image}.first(239)};
  const std::array<std::span<std::byte>, 1> outputs{scores};
  const std::array<std::span<std::byte>, 1> short_outputs{std::span{scores}.first(12)};
  CHECK(tenon_test::refusal([&] { session.run(short_inputs, outputs); }) ==
        "tenon: input 0 of the network has 240 bytes, and its buffer has 239; give one of exactly that size");
  CHECK(tenon_test::refusal([&] { session.run(inputs, short_outputs); }) ==
        "tenon: output 0 of the network has 16 bytes, and its buffer has 12; give one of exactly that size");
  CHECK(tenon_test::refusal([&] { session.run({}, outputs); }) ==
        "tenon: the network has 1 inputs, and 0 buffers were given; give one for each");
}

TEST_CASE("a kernel that the text lacks is told by name") {
  device_program wrong = program<integer_engine>::table;
  std::vector<device_launch> launches(wrong.launches.begin(), wrong.launches.end());
  launches[0].kernel = "nowhere_1";
  wrong.launches = launches;
  CHECK(
      tenon_test::refusal([&] { host::opencl_session session(tenon_test::test_device(), wrong); }) ==
      "tenon: the OpenCL driver cannot find the kernel 'nowhere_1' (CL_INVALID_KERNEL_NAME); check the driver, or choose "
      "another device");
}
