// SPDX-License-Identifier: Apache-2.0
// Runs programs on the OpenCL device of the tests: the driver's headers are compiled here, once for all of them.
#include "backend/adreno/run_program.hpp"
#include "backend/adreno/test_device.hpp"

#include <tenon/host/opencl_session.hpp>

void tenon_test::run_program(const tenon::device_program& program, std::span<const std::span<const std::byte>> inputs,
                             std::span<std::byte> output) {
  tenon::host::opencl_session session(test_device(), program);
  session.run(inputs, {&output, 1});
}
