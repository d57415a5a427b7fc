// SPDX-License-Identifier: Apache-2.0
// Integers: edges get encodings, constants know their integers, QLinear operators are plain ones between encodings.
#include <tenon/host/import/onnx_quantized.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host;
using namespace tenon::host::detail;

namespace {

onnx_case with_codes(std::vector<std::int64_t> extents) {
  onnx_case made{std::move(extents)};
  made.reals("s", {}, {0.5}).reals("t", {}, {0.25}).reals("ss", {2}, {0.5, 2});
  made.file.constants["z"] = tensor_of(onnx_type::uint8, {}, {130});
  made.file.constants["i"] = tensor_of(onnx_type::int8, {}, {0});
  return made;
}

}  // namespace

TEST_CASE("an edge between QuantizeLinear and DequantizeLinear has an encoding") {
  auto given =
      with_codes({1, 2}).call("QuantizeLinear", {"x", "s", "z"}, {}, {"q"}).call("DequantizeLinear", {"q", "s", "z"});
  imported_case made{given, {import_quantize_linear, import_dequantize_linear}};
  CHECK(made.text() == " -> 1x2 as 01");
  CHECK(made.graph().model().nodes[0].code == tenon::encoding{0.5f, 2});
  CHECK(made.graph().value("y").quantized);
  given.file.nodes[1].inputs[1] = "t";
  CHECK(imported_case{given, {import_quantize_linear, import_dequantize_linear}}.why().find("another scale") !=
        std::string::npos);
}

TEST_CASE("an edge that is quantized in two ways changes its encoding in between") {
  const auto given = with_codes({1, 2})
                         .call("QuantizeLinear", {"x", "s", "z"}, {}, {"q"})
                         .call("DequantizeLinear", {"q", "s", "z"}, {}, {"d"})
                         .call("QuantizeLinear", {"d", "t", "i"}, {}, {"r"})
                         .call("DequantizeLinear", {"r", "t", "i"});
  imported_case made{
      given, {import_quantize_linear, import_dequantize_linear, import_quantize_linear, import_dequantize_linear}};
  CHECK(made.text() == "requantize encoded{{0.25f, 0}} -> 1x2 as 01");
}

TEST_CASE("constants of integers become real numbers that know them") {
  auto given = with_codes({1, 2}).call("DequantizeLinear", {"w", "ss"}, {integer("axis", 0)}, {"y"});
  given.file.constants["w"] = tensor_of(onnx_type::int8, {2, 2}, {1, -2, 3, 4});
  imported_case made{given, {import_dequantize_linear}};
  CHECK(reals_of(*made.graph().constant("y")) == std::vector<float>{0.5f, -1, 6, 8});
  CHECK(made.graph().codes("y")->scales == std::vector<float>{0.5f, 2});
  auto quantized = with_codes({1, 2}).reals("r", {3}, {0.25, 0.75, -1e6}).call("QuantizeLinear", {"r", "s", "i"});
  imported_case integers{quantized, {import_quantize_linear}};
  CHECK(integers_of(*integers.graph().constant("y")) == std::vector<std::int64_t>{0, 2, -128});
}

TEST_CASE("QLinearConv is a convolution of integers") {
  auto given = with_codes({1, 1, 2, 2}).call("QuantizeLinear", {"x", "s", "z"}, {}, {"q"});
  given.file.constants["w"] = tensor_of(onnx_type::int8, {1, 1, 1, 2}, {5, -6});
  given.file.constants["b"] = tensor_of(onnx_type::int32, {1}, {8});
  given.call("QLinearConv", {"q", "s", "z", "w", "t", "i", "t", "i", "b"}, {}, {"p"})
      .call("DequantizeLinear", {"p", "t", "i"});
  imported_case made{given, {import_quantize_linear, import_integer_conv, import_dequantize_linear}};
  CHECK(made.text() == "conv2d filters{1} window{1, 2} -> 1x1x2x1 as 0231");
  CHECK(made.array(".bias") == std::vector<float>{1});
  CHECK(made.graph().model().arrays[0].bytes == std::vector<std::int8_t>{5, -6});
  CHECK(made.graph().integer_nodes().contains(1));
}

TEST_CASE("what is not 8 bits wide, or leaves as integers, is refused") {
  auto wide = with_codes({1, 2}).call("QuantizeLinear", {"x", "s", "h"}, {}, {"q"});
  wide.file.constants["h"] = tensor_of(onnx_type::int16, {}, {0});
  CHECK(imported_case{wide, {import_quantize_linear}}.why().find("it holds int16") != std::string::npos);
  const auto leaves = with_codes({1, 2}).call("QuantizeLinear", {"x", "s", "z"});
  CHECK(imported_case{leaves, {import_quantize_linear}}.why().find("makes integers an output") != std::string::npos);
  const auto channels = with_codes({1, 2}).call("QuantizeLinear", {"x", "ss"}, {}, {"q"});
  CHECK(imported_case{channels, {import_quantize_linear}}.why().find("scale a channel") != std::string::npos);
}
