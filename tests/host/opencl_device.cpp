// SPDX-License-Identifier: Apache-2.0
// Devices are found by name, programs are built once and kept, and what a driver refuses is told in one line
// with a log.
#include <tenon/host/opencl_device.hpp>

#include "backend/adreno/test_device.hpp"
#include "host/files.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace tenon::host;

namespace {

constexpr std::string_view small_program = "__kernel void fill(__global int* y) { y[get_global_id(0)] = 7; }";

}  // namespace

TEST_CASE("without a device there is one line that says what to install") {
  CHECK(
      tenon_test::refusal([] { opencl_device::open_one_of({}, ""); }) ==
      "tenon: this machine has no OpenCL device; install a driver (on Debian pocl-opencl-icd runs on the CPU)");
}

TEST_CASE("a device that is not there is told with the name of one that is") {
  const std::string first = tenon_test::test_device().name();
  CHECK(tenon_test::refusal([] { opencl_device::open("no such device"); }) ==
        "tenon: this machine has no OpenCL device named 'no such device'; its first is '" + first + "'");
  CHECK(opencl_device::open(first).name() == first);
}

TEST_CASE("a program that the driver refuses leaves its messages in a file") {
  const tenon_test::scratch_folder folder;
  opencl_device device(tenon_test::test_device().device(), folder.path);
  const std::string told = tenon_test::refusal([&] { device.build("__kernel void broken( { }"); });
  CHECK(told.starts_with("tenon: the OpenCL driver of '" + device.name() +
                         "' refuses a program (CL_BUILD_PROGRAM_FAILURE); "
                         "its messages and the program are in " +
                         folder.path.string()));
  const std::filesystem::path log = told.substr(told.find(" are in ") + 8);
  REQUIRE(std::filesystem::is_regular_file(log));
  CHECK(tenon_test::text_of(log).find("error") != std::string::npos);
  CHECK(tenon_test::text_of(log).find("broken") != std::string::npos);
}

TEST_CASE("a program is built once, and kept in the folder for the next process") {
  const tenon_test::scratch_folder folder;
  opencl_device device(tenon_test::test_device().device(), folder.path);
  const cl::Program built = device.build(small_program);
  CHECK(device.build(small_program)() == built());
  std::filesystem::path kept;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path)) kept = entry.path();
  REQUIRE(kept.extension() == ".bin");
  opencl_device again(tenon_test::test_device().device(), folder.path);
  cl_int status = CL_SUCCESS;
  cl::Kernel kernel(again.build(small_program), "fill", &status);
  CHECK(status == CL_SUCCESS);
}

TEST_CASE("a kept program that is damaged is built anew") {
  const tenon_test::scratch_folder folder;
  opencl_device device(tenon_test::test_device().device(), folder.path);
  device.build(small_program);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path))
    write_file(entry.path(), "damaged");
  opencl_device again(tenon_test::test_device().device(), folder.path);
  cl_int status = CL_SUCCESS;
  cl::Kernel kernel(again.build(small_program), "fill", &status);
  CHECK(status == CL_SUCCESS);
}

TEST_CASE("statuses have names") {
  CHECK(name_of_status(CL_OUT_OF_RESOURCES) == "CL_OUT_OF_RESOURCES");
  CHECK(name_of_status(-12345) == "status -12345");
  CHECK(
      tenon_test::refusal([] { check_opencl(CL_OUT_OF_HOST_MEMORY, "do this"); }) ==
      "tenon: the OpenCL driver cannot do this (CL_OUT_OF_HOST_MEMORY); check the driver, or choose another device");
}
