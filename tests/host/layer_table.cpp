// SPDX-License-Identifier: Apache-2.0
// Comparison layer by layer: errors by hand, layers that cannot be compared, and the text of both tables.
#include <tenon/host/layer_table.hpp>

#include <engine/small_network.hpp>
#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace tenon;
using host::layer_comparison;
using host::layer_error;

std::vector<std::string> names_of(const std::vector<layer_error>& layers) {
  std::vector<std::string> names;
  for (const layer_error& layer : layers) names.push_back(layer.name);
  return names;
}

/// Unit 1 is always 0, and so is left out of the quantized network; the larger of the two others is looked
/// for.
struct with_dead_unit {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 2>> | dense<"hidden", units{3}> | relu<"hidden.relu"> |
           dense<"logits", units{2}> | argmax<"class">;
  }
};
inline constexpr std::array<float, 6> hidden_kernel{1, 0, 0, 0, 0, 1};
inline constexpr std::array<float, 6> logits_kernel{1, 1, 0, 0, 1, 1};
struct dead_unit_weights
    : weights<bind<"hidden.kernel", hidden_kernel>, bind<"logits.kernel", logits_kernel>> {};
struct coarse : encodings<encode<"x", tenon::scale{1.0f}>, encode<"hidden.relu", tenon::scale{1.0f}>,
                          encode<"logits", tenon::scale{1.0f}>> {};
using coarse_engine = engine<model<with_dead_unit, dead_unit_weights, coarse>, on<reference>>;

}  // namespace

TEST_CASE("a layer's error is the ratio of powers in decibels") {
  CHECK(layer_error{"a", 100, 1, 1}.sqnr() == doctest::Approx(20));
  CHECK(layer_error{"a", 1, 10, 1}.sqnr() == doctest::Approx(-10));
  CHECK(layer_error{"a", 5, 0, 0}.sqnr() == std::numeric_limits<double>::infinity());
  CHECK(layer_error{"a", 0, 1, 1}.sqnr() == -std::numeric_limits<double>::infinity());
}

// In steps of 1, 1.3 and 1.4 are 1, and 300 is the 127 of its range.
TEST_CASE("errors are those of rounding and clipping, summed over samples") {
  layer_comparison<coarse_engine> comparison;
  CHECK(comparison.layers().empty());
  comparison.add(std::array<float, 2>{1.3f, 1.4f});
  REQUIRE(comparison.layers().size() == 2);
  const layer_error& logits = comparison.layers().front();
  CHECK(logits.signal == doctest::Approx(1.3 * 1.3 + 1.4 * 1.4));
  CHECK(logits.noise == doctest::Approx(0.3 * 0.3 + 0.4 * 0.4));
  CHECK(logits.largest == doctest::Approx(0.4));
  comparison.add(std::array<float, 2>{300, 0});
  CHECK(comparison.layers().front().signal == doctest::Approx(1.3 * 1.3 + 1.4 * 1.4 + 300 * 300));
  CHECK(comparison.layers().front().largest == 173);
}

TEST_CASE("layers stand in the order of the steps, under their real names") {
  layer_comparison<small_network::integer_engine> comparison;
  comparison.add(small_network::example);
  CHECK(names_of(comparison.layers()) == std::vector<std::string>{"hidden.relu", "logits", "scores"});
  for (const layer_error& layer : comparison.layers()) {
    CAPTURE(layer.name);
    CHECK(layer.sqnr() > 20);
    CHECK(layer.largest < 0.1);
  }
}

// Integers 1 and 1 are equal, and argmax takes the first; real numbers have the larger one behind it.
TEST_CASE("a layer that lost channels is left out; indices are compared as numbers") {
  layer_comparison<coarse_engine> comparison;
  comparison.add(std::array<float, 2>{1.3f, 1.4f});
  CHECK(names_of(comparison.layers()) == std::vector<std::string>{"logits", "class"});
  CHECK(comparison.layers().back().signal == 1);
  CHECK(comparison.layers().back().noise == 1);
}

TEST_CASE("the table of layers, to the letter") {
  const std::vector<layer_error> layers{{"stem.relu", 10000, 1, 0.5}, {"scores", 1, 0, 0}};
  CHECK(host::format_layers(layers) ==
        "layer                       SQNR dB   max difference\n"
        "stem.relu                     40.00         0.500000\n"
        "scores                          inf         0.000000\n");
}

TEST_CASE("the table of steps, to the letter") {
  const std::vector<step_info> steps{
      {"stem",
       "conv2d",
       "kryo",
       "direct",
       tensor<i8, 8, 8, 1>::value,
       tensor<i8, 6, 6, 4>::value,
       1296,
       64,
       128,
       0,
       {}},
      {"y", "add", "reference", "plain", {}, tensor<f32>::value, 0, 0, 0, 0, {}}};
  const auto table = host::format_steps(steps);
  CHECK(table.substr(0, table.find('\n')) ==
        "step                     operator             backend    variant          result                 "
        "MACs   "
        "weights   scratch");
  CHECK(table.substr(table.find('\n') + 1) ==
        "stem                     conv2d               kryo       direct           i8 6x6x4               "
        "1296   "
        "     64       128\n"
        "y                        add                  reference  plain            f32                       "
        "0   "
        "      0         0\n");
}

TEST_CASE("columns stand below each other whatever names are as long as") {
  step_info step{};
  step.name = "model/block_1/depthwise_conv2d/relu";
  step.op = "relu";
  const auto table = host::format_steps(std::array{step});
  const std::size_t second = table.find('\n') + 1;
  CHECK(table.find("operator") == table.find("relu ", second + step.name.size()) - second);
}

TEST_CASE_TEMPLATE("laws", Topology, with_dead_unit) { tenon_laws::check_topology<Topology>(); }
