// SPDX-License-Identifier: Apache-2.0
// fuse_residual: which sums move into a convolution, and that no bit changes.
#include <tenon/pass/fuse_residual.hpp>

#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

template <class Graph>
using applied = tenon_laws::graph_after<pass::fuse_residual, Graph>;

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr clamp unbounded{-infinity, infinity};

using q = node<"q", input_<tensor<i8, 4, 4, 2>::value, encoded{{0.5f, 3}}>>;
using c = node<"c", conv2d_<filters{2}, encoded{{0.25f, -7}}, clamp{0.0f, 6.0f}>, "q">;
using sum = node<"sum", add_<encoded{{0.125f, 1}}, clamp{-1.0f, infinity}>, "c", "q">;
using sum_other_way = node<"sum", add_<encoded{{0.125f, 1}}, clamp{-1.0f, infinity}>, "q", "c">;
using merged = node<"sum", conv2d_<filters{2}, encoded{{0.125f, 1}}, clamp{-1.0f, infinity}, parameters_of<"c">{},
                                   residual{{0.25f, -7}, {0.0f, 6.0f}}>, "q", "q">;
static_assert(std::is_same_v<applied<graph<q, c, sum>>, graph<q, merged>>);
static_assert(std::is_same_v<applied<graph<q, c, sum_other_way>>, graph<q, merged>>);
static_assert(std::is_same_v<applied<graph<q, merged>>, graph<q, merged>>);

using x = node<"x", input_<tensor<f32, 4, 4, 2>::value>>;
using real_conv = node<"c", conv2d_<filters{2}>, "x">;
static_assert(
    std::is_same_v<applied<graph<x, real_conv, node<"sum", add_<>, "c", "x">>>,
                   graph<x, node<"sum", conv2d_<filters{2}, parameters_of<"c">{}, residual{{}, unbounded}, unbounded>,
                                 "x", "x">>>);

template <class Graph>
inline constexpr bool stays = std::is_same_v<applied<Graph>, Graph>;
// Broadcast, added to itself, read twice, an output, or a difference.
static_assert(stays<graph<x, node<"c", conv2d_<filters{1}>, "x">, node<"sum", add_<>, "c", "x">>>);
static_assert(stays<graph<x, node<"v", input_<tensor<f32, 2>::value>>, real_conv, node<"sum", add_<>, "c", "v">>>);
static_assert(stays<graph<x, real_conv, node<"sum", add_<>, "c", "c">>>);
static_assert(stays<graph<x, real_conv, node<"sum", add_<>, "c", "x">, node<"o", output_<>, "c">>>);
static_assert(stays<graph<x, real_conv, node<"sum", sub_<>, "c", "x">>>);
// A node takes one addition.
static_assert(size_of<applied<graph<x, real_conv, node<"s", add_<>, "c", "x">, node<"t", add_<>, "s", "x">>>> == 3);

static_assert(fault_of<graph<q, node<"c", conv2d_<filters{2}, encoded{{1.0f, 0}}, residual{}>, "q", "q">>>.kind ==
              fault_kind::refused_inputs);
static_assert(
    fault_of<graph<q, node<"c", conv2d_<filters{3}, encoded{{1.0f, 0}}, residual{{1.0f, 0}, {}}>, "q", "q">>>.detail ==
    "tenon: an operator adds a second input of another type or shape than its result; give it one that is equal");

inline constexpr auto kernel = [] {
  std::array<float, 4 * 9 * 4> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i * 37 % 101) / 50.0f - 1.0f;
  return values;
}();
struct block {
  static consteval auto graph() {
    auto a = input<"x", tensor<f32, 5, 5, 4>>;
    auto b = a | conv2d<"b", filters{4}, window{3, 3}, same_padding>;
    return add<"sum">(a, b) | relu6<"bounded">;
  }
};
using kernels = weights<bind<"b.kernel", kernel>>;
using codes = encodings<encode<"x", scale{0.017f}, zero_point{-5}>, encode<"b", scale{0.07f}, zero_point{4}>,
                        encode<"bounded", scale{0.023f}, zero_point{-128}>>;
using two_steps = pipeline<pass::infer_shapes, pass::fuse_activation, pass::quantize>;

template <class Rounding, class Codes, element Border>
bool equal_results() {
  using apart = engine<model<block, kernels, Codes, Rounding, border<Border>, two_steps>, on<reference>>;
  using fused = engine<model<block, kernels, Codes, Rounding, border<Border>, two_steps::then<pass::fuse_residual>>,
                       on<reference>>;
  static_assert(fused::step_count + 1 == apart::step_count);
  static_assert(fused::macs == apart::macs);
  static apart one;
  static fused other;
  for (std::uint32_t seed = 1; seed < 40; ++seed) {
    std::array<storage_t<Border>, 100> given;
    std::array<storage_t<Border>, 100> y;
    std::array<storage_t<Border>, 100> z;
    std::uint32_t state = seed;
    for (auto& value : given) {
      state = state * 1664525u + 1013904223u;
      const int integer = static_cast<int>(state >> 24) - 128;
      value = static_cast<storage_t<Border>>(Border == i8 ? static_cast<float>(integer)
                                                          : static_cast<float>(integer) / 50.0f);
    }
    one.run(given, y);
    other.run(given, z);
    if (y != z || y == given) return false;
  }
  return true;
}

TEST_CASE("the merged node gives the same numbers") {
  CHECK(equal_results<rounding::tflite, codes, i8>());
  CHECK(equal_results<rounding::float32, codes, i8>());
  CHECK(equal_results<rounding::tflite, codes, f32>());
  CHECK(equal_results<rounding::tflite, encodings<>, f32>());
}

TEST_CASE_TEMPLATE("laws", Topology, block) { tenon_laws::check_topology<Topology>(); }

}  // namespace
