// SPDX-License-Identifier: Apache-2.0
// The whole program of a tiny network: its text word for word, its launches, and where everything lies.
#include <tenon/backend/adreno/program.hpp>

#include <tenon/backend/adreno/conv2d.hpp>
#include <tenon/backend/adreno/max_pool.hpp>
#include <tenon/backend/adreno/pairwise.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/op/constant.hpp>
#include <tenon/op/input.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

using namespace tenon;

namespace {

struct tiny {
  static consteval auto graph() {
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 4, 4, 2>>;
    auto both = x | conv2d<"first", filters{2}, window{1, 1}> | conv2d<"second", filters{2}, window{1, 1}>;
    return add<"moved">(both, constant<"offset", tensor<f32, 2>>) |
           max_pool<"peaks", window{2, 2}, stride{2, 2}>;
  }
};
inline constexpr std::array<float, 4> kernel_values{1.0f, 2.0f, 3.0f, 4.0f};
inline constexpr std::array<float, 2> offset_values{0.5f, -0.5f};
struct tiny_weights : weights<bind<"first.kernel", kernel_values>, bind<"second.kernel", kernel_values>,
                              bind<"offset.value", offset_values>> {};

using tiny_engine = engine<model<tiny, tiny_weights>, on<adreno<a640>>>;
using half_engine = engine<model<tiny, tiny_weights>, on<adreno<a640, real_storage::f16>>>;
using tiny_program = program<tiny_engine>;

constexpr std::string_view wanted = R"(// OpenCL C, made by tenon.

// Vectors of one lane.
typedef char char1;
typedef uchar uchar1;
typedef int int1;
typedef uint uint1;
typedef float float1;
#define vload1(offset, p) (p)[offset]
#define vstore1(value, offset, p) (p)[offset] = (value)
#define vload_half1(offset, p) vload_half(offset, p)
#define vstore_half1(value, offset, p) vstore_half(value, offset, p)
#define convert_char1(value) convert_char(value)
#define convert_int1(value) convert_int(value)
#define convert_uint1(value) convert_uint(value)
#define convert_float1(value) convert_float(value)
#define as_int1(value) as_int(value)
#define as_uint1(value) as_uint(value)

// conv2d, f32 4x4x2 -> f32 4x4x2: first, second
typedef struct {
  float weights[4];
  float bias[2];
  float low;
  float high;
} numbers_of_conv2d_1;

__kernel void conv2d_1(
  __global const uchar* x_memory, const int x_at,
  __global uchar* y_memory, const int y_at,
  __global const uchar* w_memory, const int w_at
) {
  __global const float* x = (__global const float*)(x_memory + x_at);
  __global float* y = (__global float*)(y_memory + y_at);
  __global const numbers_of_conv2d_1* w = (__global const numbers_of_conv2d_1*)(w_memory + w_at);
  const int o = get_global_id(0) * 2;
  const int column = get_global_id(1);
  const int row = get_global_id(2);
  if (o >= 2 || column >= 4 || row >= 4) return;
  const int to = (row * 4 + column) * 2 + o;
  __global const float* weights = (__global const float*)w->weights + o * 2;
  float2 sum = vload2(0, w->bias + o);
  const int from_row = row;
  const int from_column = column;
  const int from = (from_row * 4 + from_column) * 2;
  const int tap = 0;
  const float2 value = vload2(0, x + from);
  sum += value.s0 * vload2(tap, weights);
  sum += value.s1 * vload2(tap + 1, weights);
  vstore2(clamp(sum, w->low, w->high), 0, y + to);
}

// add, f32 4x4x2 -> f32 4x4x2: moved
typedef struct {
  float low;
  float high;
} numbers_of_add_1;

__kernel void add_1(
  __global const uchar* a_memory, const int a_at,
  __global const uchar* b_memory, const int b_at,
  __global uchar* y_memory, const int y_at,
  __global const uchar* w_memory, const int w_at
) {
  __global const float* a = (__global const float*)(a_memory + a_at);
  __global const float* b = (__global const float*)(b_memory + b_at);
  __global float* y = (__global float*)(y_memory + y_at);
  __global const numbers_of_add_1* w = (__global const numbers_of_add_1*)(w_memory + w_at);
  const int i = get_global_id(0) * 2;
  const int row = get_global_id(1);
  if (i >= 2 || row >= 16) return;
  const int to = row * 2 + i;
  const int from_a = row * 2 + i;
  const float2 first = (float2)(vload2(0, a + from_a));
  const int from_b = i;
  const float2 second = (float2)(vload2(0, b + from_b));
  vstore2(clamp(first + second, w->low, w->high), 0, y + to);
}

// max_pool, f32 4x4x2 -> f32 2x2x2: peaks
typedef struct {
  float low;
  float high;
} numbers_of_max_pool_1;

__kernel void max_pool_1(
  __global const uchar* x_memory, const int x_at,
  __global uchar* y_memory, const int y_at,
  __global const uchar* w_memory, const int w_at
) {
  __global const float* x = (__global const float*)(x_memory + x_at);
  __global float* y = (__global float*)(y_memory + y_at);
  __global const numbers_of_max_pool_1* w = (__global const numbers_of_max_pool_1*)(w_memory + w_at);
  const int o = get_global_id(0) * 2;
  const int column = get_global_id(1);
  const int row = get_global_id(2);
  if (o >= 2 || column >= 2 || row >= 2) return;
  const int to = (row * 2 + column) * 2 + o;
  float2 largest = -FLT_MAX;
  for (int i = 0; i < 2; ++i) {
    const int from_row = row * 2 + i;
    for (int j = 0; j < 2; ++j) {
      const int from_column = column * 2 + j;
      const int from = (from_row * 4 + from_column) * 2 + o;
      largest = fmax(largest, vload2(0, x + from));
    }
  }
  vstore2(clamp(largest, w->low, w->high), 0, y + to);
}
)";
static_assert(tiny_program::text == wanted);

constexpr const device_program& table = tiny_program::table;
constexpr const device_program& halved = program<half_engine>::table;
static_assert(table.launches.size() == 4 && table.launches[1].kernel == "conv2d_1" &&
              table.launches[1].node == "second");
static_assert(table.launches[2].kernel == "add_1" && table.launches[2].argument_count == 4);
static_assert(table.launches[0].arguments[0] == device_place{device_memory::input, 0, 0});
static_assert(table.launches[3].arguments[1] == device_place{device_memory::output, 0, 0});
// The arena of an engine on this backend is that of every engine, and half of it where all of it is halves.
static_assert(table.arena_bytes == tiny_engine::arena_bytes && halved.arena_bytes * 2 == table.arena_bytes);
static_assert(table.inputs[0].bytes() == 4 * 4 * 2 * 4 && halved.inputs[0].bytes() == 4 * 4 * 2 * 2);
static_assert(halved.outputs[0].bytes() == 2 * 2 * 2 * 2 && halved.outputs[0].size == 8);

}  // namespace

TEST_CASE("the text of a program is a constant of its type, word for word") {
  CHECK(tiny_program::text == wanted);
}

TEST_CASE("numbers and constants lie one after the other, aligned to 64 bytes") {
  std::size_t end = 0;
  for (const device_numbers& piece : table.numbers) {
    CHECK(piece.offset % 64 == 0);
    CHECK(piece.offset >= end);
    CHECK(piece.data != nullptr);
    end = piece.offset + piece.bytes;
  }
  CHECK(end <= table.number_bytes);
  CHECK(table.numbers.size() == 5);
}

TEST_CASE("a step writes where the next one reads") {
  for (std::size_t i = 0; i + 1 < table.launches.size(); ++i) {
    const device_launch& step = table.launches[i];
    CHECK(step.arguments[step.argument_count - 2] == table.launches[i + 1].arguments[0]);
  }
}

TEST_CASE("a constant is read from the numbers, as halves where those are stored") {
  const device_place place = table.launches[2].arguments[1];
  CHECK(place.memory == device_memory::numbers);
  bool found = false;
  for (const device_numbers& piece : table.numbers) {
    if (piece.offset != place.offset) continue;
    found = true;
    CHECK(static_cast<const float*>(piece.data)[1] == -0.5f);
  }
  CHECK(found);
  for (const device_numbers& piece : halved.numbers) {
    if (piece.offset != halved.launches[2].arguments[1].offset) continue;
    CHECK(static_cast<const std::uint16_t*>(piece.data)[1] == 0xb800);
  }
}

TEST_CASE_TEMPLATE("laws", Topology, tiny) { tenon_laws::check_topology<Topology>(); }
