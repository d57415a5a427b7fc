// SPDX-License-Identifier: Apache-2.0
// An engine on adreno behind functions: the reference's integers, and what it says of the device.
#include <tenon/host/opencl_model.hpp>

#include <tenon/backend/adreno.hpp>

#include "backend/adreno/networks.hpp"
#include "backend/adreno/test_device.hpp"

#include <doctest/doctest.h>

#include <array>
#include <span>

using namespace tenon;

TEST_CASE("a network is run by its numbers of inputs and outputs, and the device is told") {
  using model_type = device_networks::integer_model;
  const host::runnable_model model =
      host::make_opencl_runnable<engine<model_type, on<adreno<a740>>>>(tenon_test::test_device());
  REQUIRE(model.inputs.size() == 1);
  CHECK(model.inputs[0].name == "image");
  REQUIRE(model.outputs.size() == 1);
  CHECK(model.outputs[0].name == "scores");
  CHECK(model.how.starts_with("adreno: OpenCL on '"));
  CHECK(!model.watch);
  static engine<model_type, on<reference>> judge;
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    const auto image = device_networks::image_of(seed);
    std::array<float, 4> wanted{}, scores{};
    judge.run(image, wanted);
    const std::array<const void*, 1> from{image.data()};
    const std::array<void*, 1> to{scores.data()};
    model.run(from, to);
    CHECK(scores == wanted);
  }
}
