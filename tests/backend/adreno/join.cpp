// SPDX-License-Identifier: Apache-2.0
// Joined kernels: one of each text, numbered names, every helper once and before its first use.
#include <tenon/backend/adreno/join.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>

using namespace tenon;
using namespace tenon::adreno_kernels;

namespace {

constexpr std::array<std::string_view, 2> both_helpers{"int one();\n", "int two();\n"};
constexpr std::array<std::string_view, 1> one_helper{"int two();\n"};
constexpr tensor_type image = tensor<i8, 4, 4, 2>::value;
constexpr tensor_type row = tensor<f32, 7>::value;

constexpr std::array<entry, 5> entries{
    entry{"add", "a", "void $kernel() {}\n", one_helper, image, image},
    entry{"mul", "b", "void $kernel() {}\n", both_helpers, row, row},
    entry{"add", "c", "void $kernel(int x) {}\n", one_helper, image, image},
    entry{"add", "d", "void $kernel() {}\n", one_helper, image, image},
    entry{"add", "e", "void $kernel(int x, int y) {}\n", {}, row, image, true}};
constexpr auto names = name_kernels(entries);
static_assert(names.names[0].view() == "add_1" && names.names[1].view() == "mul_1" &&
              names.names[2].view() == "add_2");
static_assert(names.names[3].view() == "add_1" && names.first[3] == 0 && names.names[4].view() == "add_3");

static_assert(is_first_use(entries, 0, 0) && is_first_use(entries, 1, 0) && !is_first_use(entries, 1, 1) &&
              !is_first_use(entries, 2, 0));

}  // namespace

TEST_CASE("a program of five uses and four kernels") {
  const std::string_view text{joined<entries>::text.text, joined<entries>::text.size()};
  const std::string_view head = "// OpenCL C, made by tenon.\n\n";
  REQUIRE(text.starts_with(head));
  CHECK(text.substr(head.size()).starts_with(wave_helper));
  CHECK(text.ends_with(R"(
int two();

int one();

// add, i8 4x4x2 -> i8 4x4x2: a, d
void add_1() {}

// mul, f32 7 -> f32 7: b
void mul_1() {}

// add, i8 4x4x2 -> i8 4x4x2: c
void add_2(int x) {}

// add, f32 7 -> i8 4x4x2: e
void add_3(int x, int y) {}
)"));
}
