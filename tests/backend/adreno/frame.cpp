// SPDX-License-Identifier: Apache-2.0
// Launches are whole groups, vectors divide what they cover, and heads name what a kernel is given.
#include <tenon/backend/adreno/frame.hpp>

#include <doctest/doctest.h>

#include <string_view>

using namespace tenon;
using namespace tenon::adreno_kernels;

namespace {

using plain = adreno<a640>;
using grouped = adreno<a640, work_group{4, 2, 2}, sub_group::full, real_storage::f16>;

static_assert(launch_of<plain>(5, 3) == launch{{5, 3, 1}, {0, 0, 0}});
static_assert(launch_of<grouped>(5) == launch{{5, 1, 1}, {16, 1, 1}});
static_assert(launch_of<grouped>(5, 3) == launch{{5, 3, 1}, {4, 4, 1}});
static_assert(launch_of<grouped>(5, 3, 3).global(0) == 8 && launch_of<grouped>(5, 3, 3).global(2) == 4);
static_assert(launch_of<plain>(5).global(0) == 5 && launch_of<plain>(5).global(1) == 1);

static_assert(lanes_for(12, 8) == 4 && lanes_for(16, 4) == 4 && lanes_for(7, 16) == 1 &&
              lanes_for(6, 4) == 2);
static_assert(lane("sum", 11, 16).view() == "sum.sb" && lane("sum", 0, 1).view() == "sum");

static_assert(stored_type<plain>(f32) == "float" && stored_type<grouped>(f32) == "half" &&
              stored_type<plain>(i8) == "char");
static_assert(moved_type<plain>(f32) == "uint" && moved_type<grouped>(f32) == "ushort" &&
              moved_type<plain>(i16) == "ushort" && moved_type<plain>(u8) == "uchar");
static_assert(load_word<grouped>(f32) == "vload_half" && load_word<grouped>(i8) == "vload" &&
              store_word<plain>(f32) == "vstore");

struct some_kernel : on_device {
  using backend = grouped;
  static constexpr launch size = launch_of<grouped>(9, 2);
  static constexpr void write(text_writer& out) noexcept {
    put_head<some_kernel>(out, "half", "char", true, contraction::off);
    out.put_line("}");
  }
};

}  // namespace

TEST_CASE("the head of a kernel") {
  CHECK(source_of<some_kernel>.view() == R"(__attribute__((reqd_work_group_size(4, 4, 1)))
__kernel FULL_WAVE void $kernel(
  __global const uchar* x_memory, const int x_at,
  __global uchar* y_memory, const int y_at,
  __global const uchar* w_memory, const int w_at
) {
  #pragma OPENCL FP_CONTRACT OFF
  __global const half* x = (__global const half*)(x_memory + x_at);
  __global char* y = (__global char*)(y_memory + y_at);
  __global const numbers_of_$kernel* w = (__global const numbers_of_$kernel*)(w_memory + w_at);
}
)");
}
