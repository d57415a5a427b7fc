// SPDX-License-Identifier: Apache-2.0
// The text of generated headers: of a small model letter by letter, the same each time, and harmless whatever names say.
#include <tenon/host/import/network_header.hpp>

#include <tenon/host/import/tflite_reader.hpp>

#include <host/import/streaming_model.hpp>
#include <host/import/tflite_writer.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace tenon_test;
using namespace tenon::host;

namespace {

network_headers headers_of(std::vector<std::uint8_t> bytes) {
  return write_network(read_tflite(tflite_file{"small.tflite", std::move(bytes)}), {"small", "small", "small.tflite"});
}

constexpr const char* topology = R"(// The network in small.tflite, as tenon reads it: edit it like a network written by hand.
// Arrays are bound by name in small_weights.hpp, encodings of int8 edges in small_encodings.hpp.
#pragma once

#include <tenon/tenon.hpp>

#include "small_encodings.hpp"
#include "small_weights.hpp"

namespace small {

struct network {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    return input<"image", tensor<f32, 1, 4, 4, 1>>                                            // 1x4x4x1
         | conv2d<"stem", filters{2}, window{2, 2}, stride{2, 2}, same_padding>               // 1x2x2x2
         | relu<"stem.relu">                                                                  // 1x2x2x2
         | mean<"pool", axes{1, 2}>                                                           // 1x2
         | dense<"scores", units{3}>;                                                         // 1x3
  }
};

/// int8 throughout, inputs and outputs too.
using model = tenon::model<network, weights, encodings, tenon::border<tenon::i8>>;

}  // namespace small
)";

constexpr const char* weights = R"(// Trained arrays of the network in small.tflite, each under the name that its node asks for.
#pragma once

#include <array>
#include <cstdint>

#include <tenon/model/weights.hpp>

// Arrays are longer than the strings that the standard promises to compile; g++ and clang compile them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"

namespace small {

/// "stem.kernel": 2x2x2x1, int8, one character each.
inline constexpr char stem_kernel[] =
    "\001\376\003\374A0\200\177";
inline constexpr std::array<float, 2> stem_kernel_scales{
    0.25f, 0.5f};

/// "stem.bias": 2, int32.
inline constexpr std::array<std::int32_t, 2> stem_bias{
    10, -20};

/// "scores.kernel": 3x2, int8, one character each.
inline constexpr char scores_kernel[] =
    "\001\002\003\004\005\372";
inline constexpr std::array<float, 1> scores_kernel_scales{
    0.0078125f};

struct weights : tenon::weights<
    tenon::bind<"stem.kernel", stem_kernel, stem_kernel_scales>,
    tenon::bind<"stem.bias", stem_bias>,
    tenon::bind<"scores.kernel", scores_kernel, scores_kernel_scales>> {};

}  // namespace small

#pragma GCC diagnostic pop
)";

constexpr const char* encodings = R"(// Encodings of the int8 edges of the network in small.tflite: real = scale * (integer - zero_point).
#pragma once

#include <tenon/model/encodings.hpp>

namespace small {

struct encodings : tenon::encodings<
    tenon::encode<"image", tenon::scale{0.5f}, tenon::zero_point{-3}>,
    tenon::encode<"stem.relu", tenon::scale{0.125f}, tenon::zero_point{-128}>,
    tenon::encode<"pool", tenon::scale{0.25f}, tenon::zero_point{-128}>,
    tenon::encode<"scores", tenon::scale{0.0625f}, tenon::zero_point{5}>> {};

}  // namespace small
)";

}  // namespace

TEST_CASE("a small model is written letter by letter as it always was") {
  const network_headers made = headers_of(small_int8_model());
  CHECK(made.topology == topology);
  CHECK(made.weights == weights);
  CHECK(made.encodings == encodings);
}

TEST_CASE("names from files never become code") {
  const std::string hostile = "\">; int main() { } //\n*/ \\\" )\" \t\x7f";
  const network_headers made = headers_of(small_int8_model(hostile, hostile));
  const network_headers plain = headers_of(small_int8_model());
  const auto count = [](const std::string& text, char letter) { return std::count(text.begin(), text.end(), letter); };
  for (const char letter : {'"', '\n', '{', '}', ';', '(', ')', '\\', '#'}) {
    CHECK(count(made.topology, letter) == count(plain.topology, letter));
    CHECK(count(made.encodings, letter) == count(plain.encodings, letter));
  }
  CHECK(made.topology.find("main") != std::string::npos);
}

TEST_CASE("an edge with several readers is a variable, and several outputs are listed in the file's order") {
  tflite_writer file;
  const int x = file.real("x", {1, 4});
  const int y = file.real("m/left", {1, 4});
  const int z = file.real("m/right", {1, 4});
  const int sum = file.real("add", {1, 4});
  file.call("RELU", {x}, {y});
  file.call("TANH", {y}, {z});
  file.call("ADD", {y, z}, {sum}, tflite::options::add_options, tflite::Createadd_options(file.builder));
  const std::string text = headers_of(file.finish({x}, {sum, z})).topology;
  CHECK(text.find("    const auto m_left = input<\"x\", tensor<f32, 1, 4>>") != std::string::npos);
  CHECK(text.find("    const auto m_right_made = m_left\n         | op::tanh<\"m.right.made\">;") != std::string::npos);
  CHECK(text.find("    const auto add_1 = add<\"add.made\">(m_left, m_right_made)") != std::string::npos);
  CHECK(text.find("    return outputs(add_1, m_right);") != std::string::npos);
  CHECK(text.find("output<\"add\">") != std::string::npos);
  CHECK(text.find("using model = tenon::model<network, weights>;") != std::string::npos);
  CHECK(text.find("encodings") == std::string::npos);
}

TEST_CASE("states are sources, and get their next values behind the outputs") {
  const std::string text = headers_of(streaming_model{}.file()).topology;
  CHECK(text.find("concat<\"window.made\", axis{0}>(stream_states, x)") != std::string::npos);
  CHECK(text.find("const auto stream_states = state<\"stream.states\", tensor<f32, 2, 2>>;") != std::string::npos);
  CHECK(text.find("return outputs(window_1,\n                   assign<\"stream.states\">(model_newest));\n") !=
        std::string::npos);
}

TEST_CASE("inputs and outputs whose axes the file keeps in another order are told") {
  imported_model model;
  model.nodes = {{"x", "input"}, {"r", "relu", {}, {0}}, {"y", "tanh", {}, {1}}};
  for (auto& node : model.nodes) {
    node.extents = tenon::shape_of(1, 2, 3);
    node.axes = {0, 2, 1};
  }
  model.nodes[2].axes.clear();
  model.outputs = {2};
  const std::string text = write_network(model, {"n", "n", "m.onnx"}).topology;
  CHECK(text.find("static constexpr std::array file_axes{\n      tenon::port_axes{\"x\", {0, 2, 1}}};") != std::string::npos);
}
