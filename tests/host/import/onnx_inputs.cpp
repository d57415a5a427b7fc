// SPDX-License-Identifier: Apache-2.0
// Inputs get shapes by the user or the file, and are images if an image operator reads them.
#include <tenon/host/import/onnx_inputs.hpp>

#include <host/files.hpp>
#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host;

namespace {

std::string added(const onnx_case& given, const input_shapes& shapes = {}) {
  onnx_graph graph{given.file};
  try {
    detail::add_onnx_input(graph, given.file.inputs[0], shapes);
  } catch (const not_importable& wrong) {
    return wrong.why;
  }
  return extents_text(graph.model().nodes[0].extents);
}

}  // namespace

TEST_CASE("a shape is a name and extents") {
  CHECK(read_input_shape("a:b:1,3") == std::pair{std::string{"a:b"}, std::vector<std::int64_t>{1, 3}});
  for (const char* wrong : {"x", "x:", "x:1,", "x:0", "x:1,-1", ":1", "x:1,2a", "x:99999999999"})
    CHECK(refusal([&] { read_input_shape(wrong); }).find("is no shape") != std::string::npos);
}

TEST_CASE("open extents are asked for, an open batch is one") {
  CHECK(added(onnx_case{{-1, 3, 8}}) == "1x3x8");
  CHECK(added(onnx_case{{-1, 3, -1}}) == "its shape is open (1x3x?); give it one with --input-shape x:1,3,?");
  CHECK(added(onnx_case{{-1, 3, -1}}, {{"x", {2, 3, 5}}}) == "2x3x5");
  CHECK(added(onnx_case{{-1, 3, -1}}, {{"x", {2, 4, 5}}}).find("fixed extents forbid") != std::string::npos);
}

TEST_CASE("an input that a convolution reads is stored channels last") {
  CHECK(added(onnx_case{{1, 3, 4, 5}}.call("Relu", {"x"}, {}, {"r"}).call("Conv", {"r", "w"})) == "1x4x5x3");
  CHECK(added(onnx_case{{1, 3, 4, 5}}.call("Conv", {"w", "x"})) == "1x3x4x5");
  CHECK(added(onnx_case{{1, 3, 4, 5}}.call("Transpose", {"x"}, {}, {"t"}).call("Conv", {"t", "w"})) == "1x3x4x5");
}

TEST_CASE("inputs of other types are refused") {
  onnx_case given{{1, 3}};
  given.file.inputs[0].type = onnx_type::int64;
  CHECK(added(given).find("it holds int64") != std::string::npos);
}
