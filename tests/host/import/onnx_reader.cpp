// SPDX-License-Identifier: Apache-2.0
// Whole files: arithmetic on shapes goes, images stay channels last, all that cannot be imported is told at once.
#include <tenon/host/import/onnx_reader.hpp>

#include <host/files.hpp>
#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host;

namespace {

/// The nodes of a network, each with its name and operator.
std::string nodes_of(const onnx_model& file, const input_shapes& shapes = {}) {
  std::string text;
  for (const auto& node : read_onnx(file, shapes).nodes)
    text += (text.empty() ? "" : " ") + node.name + ":" + node.word;
  return text;
}
std::string refused(const onnx_model& file, const input_shapes& shapes = {}) {
  return refusal([&] { read_onnx(file, shapes); });
}

/// A convolution, and a dense layer behind a reshape to (batch, -1) whose shape is computed, as PyTorch exports it.
onnx_case classifier() {
  onnx_case given{{-1, 2, 2, 2}};
  given.reals("w", {3, 2, 1, 1}).reals("m", {4, 12}).list("zero", {0}).list("rest", {-1});
  given.call("Conv", {"x", "w"}, {}, {"c"}).call("Shape", {"c"}, {}, {"s"}).call("Gather", {"s", "zero"}, {}, {"n"});
  given.call("Concat", {"n", "rest"}, {integer("axis", 0)}, {"shape"}).call("Reshape", {"c", "shape"}, {}, {"f"});
  return given.call("Gemm", {"f", "m"}, {integer("transB", 1)});
}

}  // namespace

TEST_CASE("arithmetic on shapes is done at once, and images are flattened without a move") {
  CHECK(nodes_of(classifier().file) == "x:input c:conv2d f:reshape y:dense");
  const imported_model made = read_onnx(classifier().file);
  CHECK(made.nodes[0].axes == std::vector<int>{0, 2, 3, 1});
  CHECK(made.nodes[3].axes.empty());
  CHECK(made.outputs == std::vector<std::size_t>{3});
}

TEST_CASE("shapes come from the user where the file leaves them open") {
  auto given = classifier();
  given.file.inputs[0].extents = {-1, 2, -1, -1};
  CHECK(refused(given.file) ==
        "m.onnx: 1 thing cannot be imported: input 'x': its shape is open (1x2x?x?); give it one with "
        "--input-shape x:1,2,?,?");
  CHECK(read_onnx(given.file, {{"x", {1, 2, 2, 2}}}).nodes[0].extents == tenon::shape_of(1, 2, 2, 2));
  CHECK(refused(given.file, {{"z", {1}}}).find("has no input 'z'") != std::string::npos);
}

TEST_CASE("all that cannot be imported is told at once, and nothing that follows from it") {
  onnx_case given{{1, 2}};
  given.call("Trilu", {"x"}, {}, {"a"}).call("Relu", {"a"}, {}, {"b"}).call("Shape", {"b"}, {}, {"s"});
  given.call("Relu", {"x"}, {integer("odd", 1)}, {"c"}).call("Add", {"b", "c"});
  given.file.nodes[0].name = "first";
  CHECK(refused(given.file) ==
        "m.onnx: 2 things cannot be imported: Trilu 'first': tenon has no such operator; replace it, or cut "
        "the model before it | Relu 'c': tenon does not know its attribute odd; export the model without it");
  onnx_case other{{1, 2}};
  other.call("Relu", {"x"});
  other.file.nodes[0].domain = "my.own";
  CHECK(refused(other.file).find("no such operator (my.own)") != std::string::npos);
}

TEST_CASE("outputs that are inputs, constants or nothing") {
  CHECK(nodes_of(onnx_case{{1, 2}}.call("Identity", {"x"}).file) == "x:input y:output");
  CHECK(refused(onnx_case{{1, 2}}.file).find("output 'y'") != std::string::npos);
  CHECK(refused(onnx_case{{1, 2}}.input("z", {1, 2}).call("Relu", {"x"}).file).find("on which no output depends") !=
        std::string::npos);
}

TEST_CASE("hostile names become harmless ones") {
  auto given = onnx_case{{1, 2}}.call("Relu", {"x"}, {}, {"\"> evil(); //\n"}).call("Relu", {"\"> evil(); //\n"});
  given.file.nodes[0].name = "\"); system(\"rm\"); //";
  for (const auto& node : read_onnx(given.file).nodes)
    CHECK(node.name.find_first_of("\"\n();<> ") == std::string::npos);
  given.file.nodes[0].word = "Ev\nil";
  CHECK(refused(given.file).find('\n') == std::string::npos);
}
