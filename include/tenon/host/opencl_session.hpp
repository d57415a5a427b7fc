// SPDX-License-Identifier: Apache-2.0
// A program on an OpenCL device: memory and arguments are set once, then a run is a row of launches.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <tenon/backend/adreno/device_program.hpp>
#include <tenon/backend/adreno/half.hpp>
#include <tenon/host/opencl_device.hpp>

namespace tenon::host {

/// How long one launch of the last run took on the device.
struct launch_time {
  std::string_view node;
  std::string_view kernel;
  double microseconds;
};

/// A device_program on a device: one buffer for the arena, one for the parameters, one for each input and
/// output.
class opencl_session {
 public:
  /// Builds the program, copies the parameters and sets all arguments. `timed` runs tell how long each launch
  /// took.
  opencl_session(opencl_device& device, const device_program& program, bool timed = false)
      : program_(program), timed_(timed) {
    cl_int status = CL_SUCCESS;
    const cl_command_queue_properties wanted =
        timed ? cl_command_queue_properties{CL_QUEUE_PROFILING_ENABLE} : 0;
    queue_ = cl::CommandQueue(device.context(), device.device(), wanted, &status);
    check_opencl(status, "make a queue");
    reserve_memory(device);
    copy_numbers();
    copy_images(device);
    bind(device.build(program.text));
  }

  /// Copies the inputs to the device, runs the network once and copies the outputs back. Throws
  /// std::runtime_error with one line if a buffer is not as large as its tensor, or the driver fails.
  void run(std::span<const std::span<const std::byte>> inputs,
           std::span<const std::span<std::byte>> outputs) {
    check_count("inputs", inputs.size(), inputs_.size());
    check_count("outputs", outputs.size(), outputs_.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) write(i, inputs[i]);
    enqueue();
    for (std::size_t i = 0; i < outputs.size(); ++i) read(i, outputs[i]);
    check_opencl(queue_.finish(), "finish a run");
  }

  /// Writes the first bytes of the arena, where a network's states lie.
  void write_states(std::span<const std::byte> bytes) {
    check_opencl(queue_.enqueueWriteBuffer(arena_, CL_TRUE, 0, bytes.size(), bytes.data()), "copy states");
  }

  /// Times of the launches of the last run, in order; empty unless the session is timed.
  std::vector<launch_time> times() const {
    std::vector<launch_time> told;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const auto start = events_[i].getProfilingInfo<CL_PROFILING_COMMAND_START>();
      const auto end = events_[i].getProfilingInfo<CL_PROFILING_COMMAND_END>();
      told.push_back({program_.launches[i].node, program_.launches[i].kernel,
                      static_cast<double>(end - start) / 1000.0});
    }
    return told;
  }

 private:
  static cl::Buffer reserve(const opencl_device& device, cl_mem_flags flags, std::size_t bytes) {
    cl_int status = CL_SUCCESS;
    cl::Buffer made(device.context(), flags, bytes == 0 ? 1 : bytes, nullptr, &status);
    check_opencl(status, "reserve " + std::to_string(bytes) + " bytes");
    return made;
  }

  void reserve_memory(const opencl_device& device) {
    arena_ = reserve(device, CL_MEM_READ_WRITE, program_.arena_bytes);
    numbers_ = reserve(device, CL_MEM_READ_ONLY, program_.number_bytes);
    for (const device_port& port : program_.inputs)
      inputs_.push_back(reserve(device, CL_MEM_READ_ONLY, port.bytes()));
    for (const device_port& port : program_.outputs)
      outputs_.push_back(reserve(device, CL_MEM_READ_WRITE, port.bytes()));
  }

  void copy_numbers() {
    for (const device_numbers& piece : program_.numbers)
      check_opencl(queue_.enqueueWriteBuffer(numbers_, CL_TRUE, piece.offset, piece.bytes,
                                             static_cast<const std::byte*>(piece.data) + piece.skipped),
                   "copy parameters");
  }

  void copy_images(const opencl_device& device) {
    for (const device_image& image : program_.images) {
      const cl::ImageFormat format(CL_RGBA, image.size.halved ? CL_HALF_FLOAT : CL_FLOAT);
      const auto width = static_cast<std::size_t>(image.size.width);
      const auto height = static_cast<std::size_t>(image.size.height);
      cl_int status = CL_SUCCESS;
      images_.emplace_back(device.context(), CL_MEM_READ_ONLY | CL_MEM_COPY_HOST_PTR, format, width, height,
                           std::size_t{0}, const_cast<void*>(image.data), &status);
      check_opencl(status, "make a texture of " + std::to_string(width) + " x " + std::to_string(height));
    }
  }

  const cl::Buffer& memory_of(const device_place& place) const {
    switch (place.memory) {
      case device_memory::input:
        return inputs_[place.index];
      case device_memory::output:
        return outputs_[place.index];
      case device_memory::numbers:
        return numbers_;
      case device_memory::arena:
      case device_memory::image:
        break;
    }
    return arena_;
  }

  void bind(const cl::Program& built) {
    for (const device_launch& launch : program_.launches) {
      cl_int status = CL_SUCCESS;
      cl::Kernel kernel(built, std::string(launch.kernel).c_str(), &status);
      check_opencl(status, "find the kernel '" + std::string(launch.kernel) + "'");
      cl_uint index = 0;
      for (const device_place& place : std::span{launch.arguments}.first(launch.argument_count)) {
        if (place.memory == device_memory::image) {
          check_opencl(kernel.setArg(index++, images_[place.index]),
                       "take a texture of '" + std::string(launch.kernel) + "'");
          continue;
        }
        check_opencl(kernel.setArg(index++, memory_of(place)),
                     "take an argument of '" + std::string(launch.kernel) + "'");
        check_opencl(kernel.setArg(index++, static_cast<cl_int>(place.offset)),
                     "take an offset of '" + std::string(launch.kernel) + "'");
      }
      kernels_.push_back(std::move(kernel));
    }
    if (timed_) events_.resize(kernels_.size());
  }

  void enqueue() {
    for (std::size_t i = 0; i < kernels_.size(); ++i) {
      const adreno_kernels::launch& size = program_.launches[i].size;
      const cl::NDRange global{size.global(0), size.global(1), size.global(2)};
      const auto unit = [&](std::size_t k) { return static_cast<std::size_t>(size.group[k]); };
      const cl::NDRange local = size.group[0] == 0 ? cl::NullRange : cl::NDRange{unit(0), unit(1), unit(2)};
      check_opencl(queue_.enqueueNDRangeKernel(kernels_[i], cl::NullRange, global, local, nullptr,
                                               timed_ ? &events_[i] : nullptr),
                   "launch '" + std::string(program_.launches[i].kernel) + "'");
    }
  }

  static void check_count(std::string_view what, std::size_t given, std::size_t wanted) {
    if (given != wanted)
      throw std::runtime_error{"tenon: the network has " + std::to_string(wanted) + " " + std::string(what) +
                               ", and " + std::to_string(given) + " buffers were given; give one for each"};
  }

  static void check_size(std::string_view what, std::size_t index, std::size_t given,
                         const device_port& port) {
    const std::size_t wanted = port.size * bytes_of(port.type);
    if (given != wanted)
      throw std::runtime_error{"tenon: " + std::string(what) + " " + std::to_string(index) +
                               " of the network has " + std::to_string(wanted) +
                               " bytes, and its buffer has " + std::to_string(given) +
                               "; give one of exactly that size"};
  }

  void write(std::size_t index, std::span<const std::byte> from) {
    const device_port& port = program_.inputs[index];
    check_size("input", index, from.size(), port);
    const void* data = from.data();
    std::vector<std::uint16_t> halves;
    if (port.halved) {
      for (std::size_t i = 0; i < port.size; ++i) {
        float value = 0;
        std::memcpy(&value, from.data() + i * sizeof value, sizeof value);
        halves.push_back(adreno_kernels::to_half(value));
      }
      data = halves.data();
    }
    check_opencl(queue_.enqueueWriteBuffer(inputs_[index], CL_TRUE, 0, port.bytes(), data), "copy an input");
  }

  void read(std::size_t index, std::span<std::byte> to) {
    const device_port& port = program_.outputs[index];
    check_size("output", index, to.size(), port);
    std::vector<std::uint16_t> halves(port.halved ? port.size : 0);
    void* const data = port.halved ? static_cast<void*>(halves.data()) : static_cast<void*>(to.data());
    check_opencl(queue_.enqueueReadBuffer(outputs_[index], CL_TRUE, 0, port.bytes(), data), "copy an output");
    for (std::size_t i = 0; i < halves.size(); ++i) {
      const float value = adreno_kernels::from_half(halves[i]);
      std::memcpy(to.data() + i * sizeof value, &value, sizeof value);
    }
  }

  device_program program_;
  bool timed_;
  cl::CommandQueue queue_;
  cl::Buffer arena_;
  cl::Buffer numbers_;
  std::vector<cl::Image2D> images_;
  std::vector<cl::Buffer> inputs_;
  std::vector<cl::Buffer> outputs_;
  std::vector<cl::Kernel> kernels_;
  std::vector<cl::Event> events_;
};

}  // namespace tenon::host
