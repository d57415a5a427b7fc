// SPDX-License-Identifier: Apache-2.0
// Layers with weights: the file's order of weights becomes the network's, whatever the input is stored like.
#include <tenon/host/import/onnx_linear.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host::detail;
using floats = std::vector<float>;

TEST_CASE("a convolution's weights go channels last") {
  const auto given = onnx_case{{1, 2, 4, 5}}
                         .reals("w", {1, 2, 2, 1})
                         .reals("b", {1})
                         .call("Conv", {"x", "w", "b"}, {integers("strides", {2, 1}), integers("pads", {1, 0, 0, 1})});
  imported_case made{given, {import_conv}};
  CHECK(made.text() == "conv2d filters{1} window{2, 1} stride{2, 1} padding{1, 0, 0, 1} -> 1x1x2x6 as 0231");
  CHECK(made.array(".kernel") == floats{1, 3, 2, 4});
  CHECK(made.array(".bias") == floats{1});
}

TEST_CASE("one channel a group is a depthwise convolution, some are groups") {
  const auto depthwise =
      onnx_case{{1, 2, 4, 5}}.reals("w", {4, 1, 1, 2}).call("Conv", {"x", "w"}, {integer("group", 2)});
  imported_case made{depthwise, {import_conv}};
  CHECK(made.text() == "depthwise_conv2d window{1, 2} multiplier{2} -> 1x4x4x4 as 0231");
  CHECK(made.array(".kernel") == floats{1, 3, 5, 7, 2, 4, 6, 8});
  CHECK(imported(onnx_case{{1, 4, 3, 3}}.reals("w", {2, 2, 1, 1}).call("Conv", {"x", "w"}, {integer("group", 2)}),
                 import_conv) == "conv2d filters{2} window{1, 1} groups{2} -> 1x2x3x3 as 0231");
}

TEST_CASE("a convolution over one axis is one over an image of one row") {
  const auto given = onnx_case{{1, 2, 8}}.reals("w", {3, 2, 3}).call("Conv", {"x", "w"}, {integers("pads", {1, 1})});
  CHECK(
      imported(given, import_conv) ==
      "reshape extents{1, 1, 8, 2} | conv2d filters{3} window{1, 3} padding{0, 0, 1, 1} | reshape extents{1, 8, 3} -> "
      "1x3x8 as 021");
}

TEST_CASE("an image that is stored as in the file is turned") {
  const auto given = onnx_case{{1, 2, 3, 4}}.plain().reals("w", {1, 2, 1, 1}).call("Conv", {"x", "w"});
  CHECK(imported(given, import_conv) ==
        "transpose permutation{0, 2, 3, 1} | conv2d filters{1} window{1, 1} -> 1x1x3x4 as 0231");
}

TEST_CASE("convolutions that tenon has none for are refused") {
  const auto said = [](const onnx_case& given) { return imported(given, import_conv); };
  CHECK(said(onnx_case{{1, 2, 3, 3, 3}}.reals("w", {1, 2, 1, 1, 1}).call("Conv", {"x", "w"})).find("has 5 axes") !=
        std::string::npos);
  CHECK(
      said(onnx_case{{1, 2, 3, 3}}.reals("w", {1, 3, 1, 1}).call("Conv", {"x", "w"})).find("do not fit the channels") !=
      std::string::npos);
  CHECK(said(onnx_case{{1, 2, 3, 3}}.input("w", {1, 2, 1, 1}).call("Conv", {"x", "w"})).find("is computed") !=
        std::string::npos);
  CHECK(said(onnx_case{{1, 2, 3, 3}}.reals("w", {1, 2, 4, 1}).call("Conv", {"x", "w"})).find("reaches beyond") !=
        std::string::npos);
  CHECK(said(onnx_case{{1, 1, 3, 3}}.reals("w", {1, 1, 1, 1}).call("Conv", {"x", "w"}, {integer("odd", 1)})) ==
        "refused: tenon does not know its attribute odd; export the model without it");
}

TEST_CASE("matrix products: weights as (units, depth), factors multiplied in") {
  const auto gemm = onnx_case{{1, 2}}
                        .reals("w", {2, 3})
                        .reals("c", {3})
                        .call("Gemm", {"x", "w", "c"}, {real("alpha", 2.0f), real("beta", 0.5f)});
  imported_case made{gemm, {import_gemm}};
  CHECK(made.text() == "dense units{3} -> 1x3 as 01");
  CHECK(made.array(".kernel") == floats{2, 8, 4, 10, 6, 12});
  CHECK(made.array(".bias") == floats{0.5f, 1, 1.5f});
  CHECK(imported(
            onnx_case{{4, 2}}.reals("w", {5, 4}).call("Gemm", {"x", "w"}, {integer("transA", 1), integer("transB", 1)}),
            import_gemm) == "transpose permutation{1, 0} | dense units{5} -> 2x5 as 01");
}

TEST_CASE("a dense layer behind a flattened image takes its weights channels last") {
  const auto flatten = [](tenon::host::onnx_graph& graph, const tenon::host::onnx_call& call) {
    auto value = graph.value(call.input(0));
    value.flattened = value.extents;
    value.node = graph.put_reshape("flat", value.node, tenon::shape_of(1, 4));
    graph.set_value(call.output(), {value.node, tenon::shape_of(1, 4), {0, 1}, value.flattened});
  };
  const auto given =
      onnx_case{{1, 2, 1, 2}}.reals("w", {4, 1}).call("Flatten", {"x"}, {}, {"f"}).call("Gemm", {"f", "w"});
  imported_case made{given, {flatten, import_gemm}};
  CHECK(made.text() == "reshape extents{1, 4} | dense units{1} -> 1x1 as 01");
  CHECK(made.array(".kernel") == floats{1, 3, 2, 4});
}

TEST_CASE("a constant added to a layer is its bias, unless something else reads the layer") {
  const auto add = [](tenon::host::onnx_graph& graph, const tenon::host::onnx_call& call) {
    if (!absorb_bias(graph, call, call.input(0), call.input(1))) throw tenon::host::not_importable{"no bias"};
  };
  auto given = onnx_case{{1, 2}}
                   .reals("w", {2, 3})
                   .reals("b", {1, 3})
                   .call("MatMul", {"x", "w"}, {}, {"m"})
                   .call("Add", {"m", "b"});
  imported_case made{given, {import_gemm, add}};
  CHECK(made.text() == "dense units{3} -> 1x3 as 01");
  CHECK(made.array("y.bias") == floats{1, 2, 3});
  CHECK(made.array("y.kernel").size() == 6);
  given.file.outputs.push_back({"m", onnx_type::float32, {}, false});
  CHECK(imported_case{given, {import_gemm, add}}.why() == "no bias");
  const auto image =
      onnx_case{{1, 2, 3, 3}}.reals("w", {2, 2, 1, 1}).reals("b", {2, 1, 1}).call("Conv", {"x", "w"}, {}, {"c"});
  CHECK(imported_case{onnx_case{image}.call("Add", {"c", "b"}), {import_conv, add}}.text() ==
        "conv2d filters{2} window{1, 1} -> 1x2x3x3 as 0231");
  auto rows = image;
  rows.reals("b", {2});
  CHECK(imported_case{rows.call("Add", {"c", "b"}), {import_conv, add}}.why() == "no bias");
}

TEST_CASE("batch normalization at inference") {
  auto given = onnx_case{{1, 2, 3, 3}}.reals("g", {2}).reals("b", {2}).reals("m", {2}).reals("v", {2});
  given.call("BatchNormalization", {"x", "g", "b", "m", "v"}, {real("epsilon", 0.5f), real("momentum", 0.9f)});
  imported_case made{given, {import_batch_norm}};
  CHECK(made.text() == "batch_norm epsilon{0.5f} -> 1x2x3x3 as 0231");
  CHECK(made.array(".variance") == floats{1, 2});
  given.file.nodes[0].attributes.insert(integer("training_mode", 1));
  CHECK(imported(given, import_batch_norm).find("as in training") != std::string::npos);
}
