// SPDX-License-Identifier: Apache-2.0
// The network that grows while a file is read: names, constants, activations behind nodes, renamed arrays, kept roundings.
#include <tenon/host/import/tflite_graph.hpp>

#include <tenon/host/import/finish_network.hpp>

#include <host/import/tflite_writer.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host;

namespace {

/// x -> "net/conv/Conv2D" -> "y", and a constant of rank 0.
struct small_graph {
  tflite_file file = [] {
    tflite_writer writer;
    writer.int8("x", {1, 2}, 0.5f, 1);
    writer.int8("net/conv/Conv2D", {1, 2}, 0.25f, 2);
    writer.int8("y", {1, 2}, 0.125f, 3);
    writer.int8("net/c", {}, 1.0f, 0, {7});
    writer.call("RELU", {0}, {1});
    writer.call("RELU", {1}, {2});
    return tflite_file{"m.tflite", writer.finish({0}, {2})};
  }();
  tflite_tensors facts{file};
  tflite_graph graph{file, facts};
};

}  // namespace

TEST_CASE("inputs and outputs keep the file's names, the rest is called after its layer") {
  small_graph small;
  CHECK(small.graph.name_for(0, "input") == "x");
  CHECK(small.graph.name_for(2, "relu") == "y");
  CHECK(small.graph.name_for(1, "conv") == "net.conv");
  CHECK(small.graph.name_for(1, "conv") == "net.conv_2");
  CHECK(small.graph.name_after(1, 2, tflite::activation::none, "conv") == "y");
  CHECK(small.graph.name_after(1, 2, tflite::activation::relu, "conv") == "net.conv_3");
  CHECK(small.graph.is_output(2));
  CHECK(!small.graph.is_output(1));
}

TEST_CASE("a fused activation is a node of its own, with the encoding") {
  small_graph small;
  small.graph.result(0, {"x", "input"});
  small.graph.activated(1, {"conv", "conv2d", {}, {0}}, tflite::activation::relu6);
  const auto& nodes = small.graph.model().nodes;
  REQUIRE(nodes.size() == 3);
  CHECK(nodes[1].name == "conv");
  CHECK(!nodes[1].code.known());
  CHECK(nodes[2].name == "conv.relu6");
  CHECK(nodes[2].inputs == std::vector<std::size_t>{1});
  CHECK(nodes[2].code == tenon::encoding{0.25f, 2});
  CHECK(small.graph.edge(1) == 2);
  CHECK_THROWS_AS(small.graph.activated(2, {"a", "add"}, tflite::activation::sign_bit), not_importable);
}

TEST_CASE("a constant becomes a node when it is asked for, once, with an axis at least") {
  small_graph small;
  const std::size_t node = small.graph.edge(3);
  CHECK(small.graph.edge(3) == node);
  CHECK(small.graph.model().nodes[node].extents == tenon::shape_of(1));
  CHECK(small.graph.model().arrays.size() == 1);
  CHECK(small.graph.model().arrays[0].name == small.graph.model().nodes[node].name + ".value");
  CHECK_THROWS_AS(small.graph.edge(1), not_importable);
}

TEST_CASE("a node's arrays follow its name, and those of longer names do not") {
  small_graph small;
  small.graph.result(0, {"a", "dense"});
  small.graph.bind("a", "kernel", {});
  small.graph.bind("a.b", "kernel", {});
  rename_node(small.graph.model(), 0, "c");
  CHECK(small.graph.model().arrays[0].name == "c.kernel");
  CHECK(small.graph.model().arrays[1].name == "a.b.kernel");
}

TEST_CASE("an activation in another encoding leaves the rounding before it, told once") {
  small_graph small;
  small.graph.result(0, {"x", "input"});
  small.graph.result(1, {"conv", "conv2d", {}, {0}});
  small.graph.keep_rounding_before(1, 2);
  small.graph.keep_rounding_before(1, 2);
  small.graph.keep_rounding_before(1, 1);
  CHECK(small.graph.model().nodes[1].attributes == std::vector<std::string>{"encoded{{0.25f, 2}}"});
}

TEST_CASE("real numbers have one encoding for all who read them as integers") {
  small_graph small;
  small.graph.put({"r", "input"});
  small.graph.encode(0, {0.5f, 1});
  CHECK(small.graph.encode(0, {0.5f, 1}) == 0);
  CHECK_THROWS_AS(small.graph.encode(0, {0.5f, 2}), not_importable);
}
