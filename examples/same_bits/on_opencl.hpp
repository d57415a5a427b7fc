// SPDX-License-Identifier: Apache-2.0
// Runs a network on the adreno backend, by this machine's first OpenCL device.
#pragma once

#include <chrono>
#include <span>
#include <stdexcept>
#include <string>

#include <tenon/backend/adreno.hpp>
#include <tenon/host/opencl_runner.hpp>
#include <tenon/tenon.hpp>

#include "answers.hpp"

namespace same_bits {

/// What ran the kernels, and that it is no Adreno if it is none.
inline std::string name_of_device(const tenon::host::opencl_device& device) {
  const std::string name = device.name();
  const bool is_processor = device.device().getInfo<CL_DEVICE_TYPE>() & CL_DEVICE_TYPE_CPU;
  const bool is_adreno = name.find("Adreno") != std::string::npos;
  return "real, OpenCL on '" + name + "'" + (is_processor ? ", a CPU" : "") + (is_adreno ? "" : ", no Adreno");
}

/// Opens the device; a machine without one is told in `made.skipped`. It is never closed, as some drivers are gone
/// before static objects are.
inline tenon::host::opencl_device* open_device(answers& made) {
  static tenon::host::opencl_device* device = nullptr;
  try {
    if (device == nullptr) device = new tenon::host::opencl_device(tenon::host::opencl_device::open());
    made.how = name_of_device(*device);
  } catch (const std::runtime_error& missing) {
    made.skipped = missing.what();
  }
  return device;
}

/// The answers of a model with int8 border, all of its steps on adreno.
template <class Model, extent Size>
answers run_on_opencl(byte_view inputs) {
  using clock = std::chrono::steady_clock;
  answers made{"OpenCL"};
  tenon::host::opencl_device* const device = open_device(made);
  if (device == nullptr) return made;
  made.bytes.resize(inputs.size() / Size.input * Size.output);
  try {
    tenon::host::opencl_runner<tenon::engine<Model, tenon::on<tenon::adreno<tenon::a740>>>> runner(*device);
    const auto start = clock::now();
    for (std::size_t in = 0, out = 0; in < inputs.size(); in += Size.input, out += Size.output)
      runner.run(std::span<const std::int8_t, Size.input>{inputs.data() + in, Size.input},
                 std::span<std::int8_t, Size.output>{made.bytes.data() + out, Size.output});
    made.seconds = std::chrono::duration<double>(clock::now() - start).count();
  } catch (const std::runtime_error& error) {
    made.failed = error.what();
  }
  return made;
}

}  // namespace same_bits
