// SPDX-License-Identifier: Apache-2.0
// Nodes get names, constants become nodes when they are asked for, edges are turned once.
#include <tenon/host/import/onnx_graph.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host;
using tenon::shape_of;

TEST_CASE("an edge is turned once, however often it is asked for") {
  const auto given = onnx_case{{1, 2, 3, 4}};
  onnx_graph graph{given.file};
  graph.add_input("x", shape_of(1, 2, 3, 4), channels_last(4));
  const auto first = graph.in_order_of_file(graph.value("x"));
  CHECK(graph.model().nodes[first.node].word == "transpose");
  CHECK(graph.in_order_of_file(graph.value("x")).node == first.node);
  CHECK(graph.as_image(graph.value("x")).node == 0);
  CHECK(graph.model().nodes[0].axes == channels_last(4));
}

TEST_CASE("the same edge under other axes is turned otherwise") {
  const auto given = onnx_case{{1, 2, 3, 4}};
  onnx_graph graph{given.file};
  graph.add_input("x", shape_of(1, 2, 3, 4), channels_last(4));
  const auto turned = transposed_value(graph.value("x"), {0, 1, 3, 2});
  const auto first = graph.in_order_of_file(graph.value("x")), second = graph.in_order_of_file(turned);
  CHECK(graph.model().nodes[first.node].extents == shape_of(1, 2, 3, 4));
  CHECK(graph.model().nodes[second.node].extents == shape_of(1, 2, 4, 3));
}

TEST_CASE("inputs and outputs keep the file's names, others are called after their nodes") {
  auto given = onnx_case{{1, 2}}.call("Relu", {"x"}, {}, {"17"}).call("Relu", {"17"});
  given.file.nodes[0].name = "/body/act/Relu";
  given.file.nodes[1].name = "/body/end/Relu";
  onnx_graph graph{given.file};
  CHECK(graph.name_for({given.file.nodes[0], 13}, "relu") == "act");
  CHECK(graph.name_for({given.file.nodes[1], 13}, "relu") == "y");
}

TEST_CASE("an output that another node made too gets a node of its own, else its node gets the name") {
  auto given = onnx_case{{1, 2}}.call("Identity", {"x"});
  onnx_graph graph{given.file};
  graph.add_input("x", shape_of(1, 2), {0, 1});
  graph.set_value("y", graph.value("x"));
  CHECK(graph.model().nodes[graph.output_of("y")].word == "output");
  graph.set_value("y", {graph.put({"inner", "relu", {}, {0}}), shape_of(1, 2), {0, 1}, {}});
  CHECK(graph.model().nodes[graph.output_of("y")].name == "y");
}

TEST_CASE("what is not constant, not made, or not finite is refused") {
  const auto given = onnx_case{{1, 2}}.reals("inf", {1}, {1e300}).call("Add", {"x", "w"});
  onnx_graph graph{given.file};
  graph.add_input("x", shape_of(1, 2), {0, 1});
  const onnx_call call{given.file.nodes[0], 13};
  const auto why = [](const auto& function) -> std::string {
    try {
      function();
    } catch (const not_importable& wrong) {
      return wrong.why;
    }
    return "accepted";
  };
  CHECK(why([&] { graph.constant_input(call, 1); }).find("'w' is computed") != std::string::npos);
  CHECK(why([&] { graph.value("w"); }).find("made by no node") != std::string::npos);
  CHECK(why([&] { graph.value("inf"); }).find("not finite") != std::string::npos);
}
