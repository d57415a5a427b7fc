// SPDX-License-Identifier: Apache-2.0
// An OpenCL device of this machine: found, opened, and the programs that were built for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The version that the runner needs; every later one has it.
#ifndef CL_HPP_TARGET_OPENCL_VERSION
#define CL_HPP_TARGET_OPENCL_VERSION 120
#define CL_HPP_MINIMUM_OPENCL_VERSION 120
#endif
#include <CL/opencl.hpp>

#include <tenon/core/fixed_string.hpp>
#include <tenon/host/write_file.hpp>

namespace tenon::host {

/// What OpenCL calls a status, for messages: "CL_OUT_OF_RESOURCES", or its number.
inline std::string name_of_status(cl_int status) {
  switch (status) {
    case CL_DEVICE_NOT_FOUND:
      return "CL_DEVICE_NOT_FOUND";
    case CL_DEVICE_NOT_AVAILABLE:
      return "CL_DEVICE_NOT_AVAILABLE";
    case CL_COMPILER_NOT_AVAILABLE:
      return "CL_COMPILER_NOT_AVAILABLE";
    case CL_MEM_OBJECT_ALLOCATION_FAILURE:
      return "CL_MEM_OBJECT_ALLOCATION_FAILURE";
    case CL_OUT_OF_RESOURCES:
      return "CL_OUT_OF_RESOURCES";
    case CL_OUT_OF_HOST_MEMORY:
      return "CL_OUT_OF_HOST_MEMORY";
    case CL_BUILD_PROGRAM_FAILURE:
      return "CL_BUILD_PROGRAM_FAILURE";
    case CL_INVALID_VALUE:
      return "CL_INVALID_VALUE";
    case CL_INVALID_BINARY:
      return "CL_INVALID_BINARY";
    case CL_INVALID_BUFFER_SIZE:
      return "CL_INVALID_BUFFER_SIZE";
    case CL_INVALID_KERNEL_NAME:
      return "CL_INVALID_KERNEL_NAME";
    case CL_INVALID_WORK_GROUP_SIZE:
      return "CL_INVALID_WORK_GROUP_SIZE";
    default:
      return "status " + std::to_string(status);
  }
}

/// Throws std::runtime_error with one line unless a call of the driver succeeded: `task` is what it was to do.
inline void check_opencl(cl_int status, std::string_view task) {
  if (status == CL_SUCCESS) return;
  throw std::runtime_error{"tenon: the OpenCL driver cannot " + std::string(task) + " (" +
                           name_of_status(status) + "); check the driver, or choose another device"};
}

/// One device with its context. Throws std::runtime_error with one line for everything that a driver refuses.
class opencl_device {
 public:
  /// All devices of this machine, GPUs first.
  static std::vector<cl::Device> list() {
    std::vector<cl::Platform> platforms;
    cl::Platform::get(&platforms);
    std::vector<cl::Device> found;
    for (const cl_device_type wanted :
         {cl_device_type{CL_DEVICE_TYPE_GPU}, ~cl_device_type{CL_DEVICE_TYPE_GPU} & 0xf})
      for (const cl::Platform& platform : platforms) {
        std::vector<cl::Device> devices;
        platform.getDevices(wanted, &devices);
        found.insert(found.end(), devices.begin(), devices.end());
      }
    return found;
  }

  /// The first device whose name contains `wanted`. In `folder`, if one is given, programs are kept built.
  static opencl_device open(std::string_view wanted = {}, std::filesystem::path folder = {}) {
    return open_one_of(list(), wanted, std::move(folder));
  }

  /// The same out of a list.
  static opencl_device open_one_of(const std::vector<cl::Device>& devices, std::string_view wanted,
                                   std::filesystem::path folder = {}) {
    for (const cl::Device& device : devices)
      if (device.getInfo<CL_DEVICE_NAME>().find(wanted) != std::string::npos)
        return {device, std::move(folder)};
    if (devices.empty())
      throw std::runtime_error{
          "tenon: this machine has no OpenCL device; install a driver (on Debian pocl-opencl-icd runs on the CPU)"};
    throw std::runtime_error{"tenon: this machine has no OpenCL device named '" + std::string(wanted) +
                             "'; its first is '" + devices.front().getInfo<CL_DEVICE_NAME>() + "'"};
  }

  opencl_device(cl::Device device, std::filesystem::path folder)
      : device_(std::move(device)), folder_(std::move(folder)) {
    cl_int status = CL_SUCCESS;
    context_ = cl::Context(device_, nullptr, nullptr, nullptr, &status);
    check_opencl(status, "open the device '" + name() + "'");
  }

  std::string name() const { return device_.getInfo<CL_DEVICE_NAME>(); }
  const cl::Device& device() const noexcept { return device_; }
  const cl::Context& context() const noexcept { return context_; }

  /// The built program of a text: one that is at hand already, or that the folder keeps, or built now.
  cl::Program build(std::string_view text) {
    const std::string key = key_of(text);
    if (const auto known = programs_.find(key); known != programs_.end()) return known->second;
    cl::Program program;
    if (!load(key, program)) {
      program = compile(text, key);
      keep(key, program);
    }
    programs_.emplace(key, program);
    return program;
  }

 private:
  /// Text and device in one name: a driver's update gives a new one.
  std::string key_of(std::string_view text) const {
    const std::uint64_t of_text = hash_of(text);
    const std::uint64_t of_both = hash_of(
        name() + device_.getInfo<CL_DRIVER_VERSION>() + device_.getInfo<CL_DEVICE_VERSION>(), of_text);
    char digits[17]{};
    for (std::size_t i = 0; i < 16; ++i) digits[i] = "0123456789abcdef"[of_both >> (60 - 4 * i) & 15];
    return "tenon-" + std::string(digits) + "-" + std::to_string(text.size());
  }

  /// OpenCL C 3.0 on devices of that version, as some extensions are only seen there; else what drivers take
  /// unasked.
  std::string options() const {
    return device_.getInfo<CL_DEVICE_VERSION>().starts_with("OpenCL 3") ? "-cl-std=CL3.0" : "";
  }

  cl::Program compile(std::string_view text, const std::string& key) const {
    cl_int status = CL_SUCCESS;
    cl::Program program(context_, std::string(text), false, &status);
    check_opencl(status, "take a program");
    status = program.build(device_, options().c_str());
    if (status == CL_SUCCESS) return program;
    const std::filesystem::path log = log_folder() / (key + ".log");
    write_file(log, program.getBuildInfo<CL_PROGRAM_BUILD_LOG>(device_) + "\n\n" + std::string(text));
    throw std::runtime_error{"tenon: the OpenCL driver of '" + name() + "' refuses a program (" +
                             name_of_status(status) + "); its messages and the program are in " +
                             log.string()};
  }

  std::filesystem::path log_folder() const {
    return folder_.empty() ? std::filesystem::temp_directory_path() : folder_;
  }

  /// A program from the folder; false if it is not there, or the driver does not take it any more.
  bool load(const std::string& key, cl::Program& program) const {
    if (folder_.empty()) return false;
    std::ifstream file{folder_ / (key + ".bin"), std::ios::binary};
    if (!file) return false;
    std::vector<unsigned char> bytes{std::istreambuf_iterator<char>{file}, {}};
    if (bytes.empty()) return false;
    cl_int status = CL_SUCCESS;
    program = cl::Program(context_, {device_}, {std::move(bytes)}, nullptr, &status);
    return status == CL_SUCCESS && program.build(device_, options().c_str()) == CL_SUCCESS;
  }

  void keep(const std::string& key, const cl::Program& program) const {
    if (folder_.empty()) return;
    const auto binaries = program.getInfo<CL_PROGRAM_BINARIES>();
    if (binaries.empty() || binaries.front().empty()) return;
    const auto& bytes = binaries.front();
    write_file(folder_ / (key + ".bin"), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }

  cl::Device device_;
  cl::Context context_;
  std::filesystem::path folder_;
  std::map<std::string, cl::Program> programs_;
};

}  // namespace tenon::host
