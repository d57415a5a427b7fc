// SPDX-License-Identifier: Apache-2.0
// Runs programs on the OpenCL device of the tests, without the driver's headers.
#pragma once

#include <tenon/backend/adreno/device_program.hpp>

#include <cstddef>
#include <span>

namespace tenon_test {

/// Runs a program of one output once on the test device.
void run_program(const tenon::device_program& program, std::span<const std::span<const std::byte>> inputs,
                 std::span<std::byte> output);

}  // namespace tenon_test
