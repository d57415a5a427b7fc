// SPDX-License-Identifier: Apache-2.0
// An engine on adreno behind a few functions, run by this machine's first OpenCL device, whatever that is.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include <tenon/host/model_runner.hpp>
#include <tenon/host/opencl_device.hpp>
#include <tenon/host/opencl_runner.hpp>
#include <tenon/host/runnable_model.hpp>

namespace tenon::host {

namespace detail {

/// What ran the kernels, and that it is no Adreno if it is none.
inline std::string describe_device(const opencl_device& device) {
  const std::string name = device.name();
  const bool is_processor = (device.device().getInfo<CL_DEVICE_TYPE>() & CL_DEVICE_TYPE_CPU) != 0;
  if (name.find("Adreno") != std::string::npos) return "adreno: OpenCL on '" + name + "'";
  return "adreno: OpenCL on '" + name + "'" + (is_processor ? ", a CPU" : "") +
         ", as here is no Adreno; its latency tells nothing of one";
}

template <class Engine, std::size_t... Inputs, std::size_t... Outputs>
runnable_model make_opencl_runnable(opencl_device& device, std::index_sequence<Inputs...>,
                                    std::index_sequence<Outputs...>) {
  using calls = engine_calls<Engine, std::index_sequence<Inputs...>, std::index_sequence<Outputs...>>;
  const auto runner = std::make_shared<opencl_runner<Engine>>(device);
  runnable_model made;
  made.inputs = ports_of<Engine, true>();
  made.outputs = ports_of<Engine, false>();
  made.steps = Engine::steps;
  made.arena_bytes = Engine::arena_bytes;
  made.state_bytes = Engine::state_bytes;
  made.weight_bytes = Engine::weight_bytes;
  made.macs = Engine::macs;
  made.how = describe_device(device);
  if constexpr (Engine::state_bytes != 0) made.reset = [runner] { runner->reset(); };
  made.run = [runner](std::span<const void* const> inputs, std::span<void* const> outputs) {
    runner->run(calls::template input<Inputs>(inputs)..., calls::template output<Outputs>(outputs)...);
  };
  return made;
}

}  // namespace detail

/// An engine whose steps are all on adreno as something that can be run by its numbers of inputs and outputs. Single
/// steps cannot be watched. Throws std::runtime_error with one line if the device does not take its program.
template <class Engine>
runnable_model make_opencl_runnable(opencl_device& device) {
  return detail::make_opencl_runnable<Engine>(device, std::make_index_sequence<Engine::input_count>{},
                                              std::make_index_sequence<Engine::output_count>{});
}

/// The main function of a program for one engine on adreno: run_main, by the first OpenCL device. It is never closed,
/// as some drivers are gone before static objects are.
template <class Engine>
int run_main_on_opencl(const char* program, int count, const char* const* arguments) {
  return run_main_of(program, count, arguments, [] {
    static opencl_device* const device = new opencl_device(opencl_device::open());
    return make_opencl_runnable<Engine>(*device);
  });
}

}  // namespace tenon::host
