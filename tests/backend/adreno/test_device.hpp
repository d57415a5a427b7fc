// SPDX-License-Identifier: Apache-2.0
// The OpenCL device that tests run on.
#pragma once

#include <tenon/host/opencl_device.hpp>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

/// What drivers keep until the process ends is not for the leak sanitizer to tell; it asks this function.
extern "C" [[gnu::used]] inline const char* __lsan_default_suppressions() {
  return "leak:libpocl\nleak:libOpenCL\nleak:libLLVM\nleak:libclang-cpp\n";
}

namespace tenon_test {

/// The OpenCL device that tests run on. Without one the program ends as skipped, with a line that says why.
/// It is never closed, as some drivers are gone before static objects are.
inline tenon::host::opencl_device& test_device() {
  static auto* const device = [] {
    try {
      return new tenon::host::opencl_device(tenon::host::opencl_device::open());
    } catch (const std::runtime_error& missing) {
      std::printf("skipped: %s\n", missing.what());
      std::exit(77);
    }
  }();
  return *device;
}

}  // namespace tenon_test
