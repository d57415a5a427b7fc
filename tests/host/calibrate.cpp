// SPDX-License-Identifier: Apache-2.0
// Calibration: which edges get an encoding, from which numbers, and that a quantized network asks for no
// other.
#include <tenon/host/calibrate.hpp>

#include <engine/small_network.hpp>
#include <engine/streaming_networks.hpp>
#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace tenon;
using host::calibrator;

std::vector<std::string> names_of(const std::vector<host::calibrated_edge>& edges) {
  std::vector<std::string> names;
  for (const host::calibrated_edge& edge : edges) names.push_back(edge.name);
  return names;
}

/// A network in which every pass that comes before the encodings finds something to do.
struct rewritten {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto lifted = constant<"offset", tensor<f32, 2>> | relu<"offset.relu">;
    const auto image = input<"x", tensor<f32, 4, 4, 1>> | pad<"framed", padding{1, 1, 1, 1}> |
                       conv2d<"c", filters{2}, window{3, 3}> | batch_norm<"c.bn"> | relu<"c.relu">;
    return add<"sum">(image | reshape<"same", extents{4, 4, 2}>, lifted) | argmax<"channel">;
  }
};
inline constexpr std::array<float, 18> kernel{1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 1, 0, 1, -4, 1, 0, 1, 0};
inline constexpr std::array<float, 2> offset{-1.0f, 0.5f};
inline constexpr std::array<float, 2> ones{1.0f, 1.0f};
inline constexpr std::array<float, 2> zeros{};
struct rewritten_weights
    : weights<bind<"c.kernel", kernel>, bind<"offset.value", offset>, bind<"c.bn.gamma", ones>,
              bind<"c.bn.beta", zeros>, bind<"c.bn.mean", zeros>, bind<"c.bn.variance", ones>> {};

constexpr std::array<float, 16> ramp{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

using x_code = encode<"x", tenon::scale{0.1f}>;
using relu_code = encode<"c.relu", tenon::scale{0.2f}>;
using sum_code = encode<"sum", tenon::scale{0.3f}>;
/// The first edge for which the quantized network lacks an encoding; empty if it has all.
template <class... Codes>
constexpr std::string_view lacking_with() {
  using quantized = model<rewritten, rewritten_weights, tenon::encodings<Codes...>>;
  return fault_of<engine<quantized, on<reference>>>.detail;
}

}  // namespace

TEST_CASE("inputs and results that have no rule of their own get an encoding, once a sample was seen") {
  calibrator<small_network::topology, small_network::weights> calibration;
  CHECK(calibration.samples() == 0);
  CHECK(calibration.encodings().empty());
  calibration.add(small_network::example);
  CHECK(calibration.samples() == 1);
  CHECK(names_of(calibration.encodings()) == std::vector<std::string>{"x", "hidden.relu", "logits"});
}

TEST_CASE("ranges are those of the real network's edges") {
  calibrator<small_network::topology, small_network::weights> calibration;
  const std::array<std::array<float, 4>, 2> samples{small_network::example, {-0.5f, 0.25f, 0.125f, -1.0f}};
  std::vector<double> logits;
  for (const auto& sample : samples) {
    calibration.add(std::span<const float, 4>{sample});
    for (const double logit : small_network::computed_again(sample)) logits.push_back(logit);
  }
  const auto edges = calibration.encodings();
  REQUIRE(edges.size() == 3);
  CHECK(edges[0].range.low == -1.1f);
  CHECK(edges[0].range.high == 2.0f);
  CHECK(edges[1].range.low == 0);
  CHECK(edges[2].range.low == doctest::Approx(*std::min_element(logits.begin(), logits.end())));
  CHECK(edges[2].range.high == doctest::Approx(*std::max_element(logits.begin(), logits.end())));
  for (const auto& edge : edges) CHECK(edge.code == host::encoding_of(edge.range));
}

TEST_CASE("the method is that of the options") {
  calibrator<small_network::topology, small_network::weights> calibration{
      {.method = host::range_method::moving_average, .momentum = 0.5}};
  calibration.add(std::array<float, 4>{-1, 0, 0, 1});
  calibration.add(std::array<float, 4>{-3, 0, 0, 5});
  CHECK(calibration.encodings()[0].range.low == -2);
  CHECK(calibration.encodings()[0].range.high == 3);
}

TEST_CASE("inputs that are not finite spoil no range, and an edge without a number gets no encoding") {
  calibrator<small_network::topology, small_network::weights> calibration;
  const float nothing = std::numeric_limits<float>::quiet_NaN();
  calibration.add(std::array<float, 4>{nothing, nothing, nothing, nothing});
  CHECK(calibration.encodings().empty());
  calibration.add(small_network::example);
  CHECK(names_of(calibration.encodings()) == std::vector<std::string>{"x", "hidden.relu", "logits"});
  CHECK(calibration.encodings()[0].range.high == 2.0f);
}

// The pad goes into the convolution, the reshape and the constant's relu go away, and the constant encodes
// itself.
TEST_CASE("names are those that the quantized network asks for: all of them, and no other") {
  calibrator<rewritten, rewritten_weights> calibration;
  calibration.add(ramp);
  CHECK(names_of(calibration.encodings()) == std::vector<std::string>{"x", "c.relu", "sum"});
  static_assert(lacking_with<x_code, relu_code, sum_code>().empty());
  static_assert(lacking_with<relu_code, sum_code>() == "x");
  static_assert(lacking_with<x_code, sum_code>() == "c.relu");
  static_assert(lacking_with<x_code, relu_code>() == "sum");
}

// Channel 0 is x[r-1][c-1] + 2 x[r][c] + x[r+1][c+1], at least 5 and largest at the last pixel; channel 1 is
// the Laplacian, 0 inside, and gets 0.5 more.
TEST_CASE("numbers behind rewritten nodes are right") {
  calibrator<rewritten, rewritten_weights> calibration;
  calibration.add(ramp);
  const auto edges = calibration.encodings();
  CHECK(edges[1].range.low == 0);
  CHECK(edges[1].range.high == doctest::Approx(10 + 2 * 15).epsilon(0.001));
  CHECK(edges[2].range.low == 0.5f);
  CHECK(edges[2].range.high == doctest::Approx(40).epsilon(0.001));
}

TEST_CASE("samples of a network with states are runs in a row, and the range of a state is what it holds before them") {
  calibrator<streaming_networks::running_sum, weights<>> calibration;
  const auto greatest = [&](std::string_view name) {
    for (const host::calibrated_edge& edge : calibration.encodings())
      if (edge.name == name) return edge.range.high;
    return -1.0f;
  };
  calibration.add(std::array<float, 2>{1, 2});
  CHECK(greatest("new_sum") == 2);
  calibration.add(std::array<float, 2>{3, 4});
  CHECK(greatest("sum") == 2);
  CHECK(greatest("new_sum") == 6);
  calibration.restart();
  calibration.add(std::array<float, 2>{0, 5});
  CHECK(greatest("sum") == 2);
  CHECK(greatest("new_sum") == 6);
}

TEST_CASE_TEMPLATE("laws", Topology, rewritten) { tenon_laws::check_topology<Topology>(); }
