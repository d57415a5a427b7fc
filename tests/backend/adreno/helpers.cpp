// SPDX-License-Identifier: Apache-2.0
// The rounding rules in OpenCL C give the bits of core/requantize.hpp on accumulators and factors of every
// size.
#include <tenon/backend/adreno/helpers.hpp>

#include "backend/adreno/run_program.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <span>
#include <string>
#include <vector>

using namespace tenon;
using namespace tenon::adreno_kernels;

namespace {

constexpr std::size_t count = 20'000;

/// Accumulators: all sizes, both ends, small ones.
std::vector<std::int32_t> draw_accumulators() {
  std::mt19937 random(5);
  std::vector<std::int32_t> drawn{0, 1, -1, std::numeric_limits<std::int32_t>::max(),
                                  std::numeric_limits<std::int32_t>::min()};
  while (drawn.size() < count) drawn.push_back(static_cast<std::int32_t>(random()) >> (random() % 32));
  return drawn;
}

/// Factors: those of layers, powers of two, where products end in ties, and sizes that no layer has.
std::vector<double> draw_factors() {
  std::mt19937 random(6);
  std::vector<double> drawn;
  while (drawn.size() < count) {
    const double power =
        std::uniform_real_distribution<double>{-36.0, random() % 8 == 0 ? 34.0 : 2.0}(random);
    drawn.push_back((random() % 8 == 0 ? -1.0 : 1.0) *
                    std::exp2(random() % 4 == 0 ? std::floor(power) : power));
  }
  return drawn;
}

template <class Rule>
std::string program_of_rule() {
  std::string text;
  for (const std::string_view helper : {store_helper, fixed_point_helper, words_of<Rule>.helper})
    text += helper;
  text +=
      "__kernel void apply(__global const uchar* x_memory, int x_at, __global uchar* y_memory, int y_at,\n"
      "                    __global const uchar* w_memory, int w_at) {\n"
      "  const int i = get_global_id(0);\n"
      "  __global const " +
      std::string(words_of<Rule>.factor) + "* factors = (__global const " +
      std::string(words_of<Rule>.factor) +
      "*)(w_memory + w_at);\n"
      "  ((__global int*)y_memory)[i] = " +
      std::string(words_of<Rule>.scale) + "(((__global const int*)x_memory)[i], factors[i]);\n}\n";
  return text;
}

/// Products that differ from the rule's own.
template <class Rule>
int differences() {
  const auto accumulators = draw_accumulators();
  std::vector<typename Rule::factor> factors;
  for (const double real : draw_factors()) factors.push_back(Rule::make_from_real(real));
  const std::string text = program_of_rule<Rule>();
  const std::array<device_launch, 1> launches{
      {{"case",
        "apply",
        {{static_cast<int>(count), 1, 1}, {}},
        {{{device_memory::input, 0, 0}, {device_memory::output, 0, 0}, {device_memory::numbers, 0, 0}}},
        3}}};
  const std::size_t bytes = factors.size() * sizeof factors.front();
  const std::array<device_numbers, 1> numbers{{{factors.data(), bytes, 0, 0}}};
  const std::array<device_port, 1> ports{{{i32, count, false}}};
  std::vector<std::int32_t> results(count);
  const std::array<std::span<const std::byte>, 1> inputs{std::as_bytes(std::span{accumulators})};
  tenon_test::run_program({text, launches, numbers, {}, ports, ports, 0, bytes}, inputs,
                          std::as_writable_bytes(std::span{results}));
  int different = 0;
  for (std::size_t i = 0; i < count; ++i) different += results[i] != Rule::apply(accumulators[i], factors[i]);
  return different;
}

}  // namespace

TEST_CASE("scale_q31 is scale32") { CHECK(differences<q31_rule>() == 0); }
TEST_CASE("scale_double is a double product, rounded") { CHECK(differences<double_rule>() == 0); }
TEST_CASE("scale_float32 is a float product, rounded to even") { CHECK(differences<float32_rule>() == 0); }

TEST_CASE("each rule has words of its own") {
  static_assert(words_of<q31_rule>.scale == "scale_q31" && words_of<double_rule>.scale == "scale_double");
  static_assert(words_of<float32_rule>.factor == "float");
}
