// SPDX-License-Identifier: Apache-2.0
// Functions and pairs: attributes, bounds of every operator set, operands brought to one order.
#include <tenon/host/import/onnx_plain.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host::detail;

TEST_CASE("functions keep the order in which their input is stored") {
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.call("Tanh", {"x"}), import_named<"tanh">) == "tanh -> 1x2x3x4 as 0231");
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.plain().call("Sigmoid", {"x"}), import_named<"sigmoid">) ==
        "sigmoid -> 1x2x3x4 as 0123");
  CHECK(imported(onnx_case{{1, 2}}.call("HardSigmoid", {"x"}, {real("alpha", 0.5f)}), import_hard_sigmoid) ==
        "hard_sigmoid line{0.5f, 0.5f} -> 1x2 as 01");
  CHECK(imported(onnx_case{{1, 2}}.call("LeakyRelu", {"x"}), import_leaky_relu) ==
        "leaky_relu slope{0.01f} -> 1x2 as 01");
  CHECK(imported(onnx_case{{1, 2}}.call("Elu", {"x"}), import_elu) == "elu alpha{1.0f} -> 1x2 as 01");
}

TEST_CASE("bounds are attributes in old operator sets and inputs in newer ones") {
  CHECK(imported(onnx_case({1, 2}, 10).call("Clip", {"x"}, {real("min", 0), real("max", 6)}), import_clip) ==
        "relu6 -> 1x2 as 01");
  CHECK(imported(onnx_case({1, 2}, 10).call("Clip", {"x"}), import_clip) == "clip clamp{} -> 1x2 as 01");
  const onnx_case bounds = onnx_case{{1, 2}}.reals("low", {}, {-1.5}).reals("high", {1}, {2}).reals("zero", {}, {0});
  const auto clip = [&](std::vector<std::string> inputs) {
    return imported(onnx_case{bounds}.call("Clip", inputs), import_clip);
  };
  CHECK(clip({"x", "low", "high"}) == "clip clamp{-1.5f, 2.0f} -> 1x2 as 01");
  CHECK(clip({"x", "", "high"}) == "clip clamp{.high = 2.0f} -> 1x2 as 01");
  CHECK(clip({"x", "low"}) == "clip clamp{.low = -1.5f} -> 1x2 as 01");
  CHECK(clip({"x", "zero"}) == "relu -> 1x2 as 01");
  CHECK(clip({"x", "high", "low"}).find("above its upper bound") != std::string::npos);
}

TEST_CASE("a constant beside an image is stored like the image") {
  const auto given = onnx_case{{1, 2, 2, 2}}.reals("c", {2, 1, 2}).call("Mul", {"c", "x"});
  imported_case made{given, {import_mul}};
  CHECK(made.text() == "constant | mul -> 1x2x2x2 as 0231");
  CHECK(made.array(".value") == std::vector<float>{1, 3, 2, 4});
  CHECK(made.graph().model().nodes[1].extents == tenon::shape_of(1, 1, 2, 2));
  CHECK(made.graph().model().nodes[2].inputs == std::vector<std::size_t>{1, 0});
}

TEST_CASE("edges with fewer axes get them in front, edges in another order are turned") {
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.input("r", {3, 4}).call("Add", {"x", "r"}), import_add) ==
        "reshape extents{1, 1, 3, 4} | reshape extents{1, 3, 4, 1} | add -> 1x2x3x4 as 0231");
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.plain().input("r", {4}).call("Sub", {"x", "r"}), import_sub) ==
        "reshape extents{1, 1, 1, 4} | sub -> 1x2x3x4 as 0123");
  CHECK(imported(onnx_case{{1, 2}}.input("r", {3, 1}).call("Div", {"x", "r"}), import_div) == "div -> 3x2 as 01");
  CHECK(imported(onnx_case{{1, 2}}.input("r", {3, 3}).call("Div", {"x", "r"}), import_div).find("do not go together") !=
        std::string::npos);
}

TEST_CASE("sums of many are chains, powers are what tenon has words for") {
  CHECK(imported(onnx_case{{1, 2}}.input("a", {1, 2}).reals("b", {2}).call("Sum", {"x", "a", "b"}), import_sum) ==
        "add | constant | add -> 1x2 as 01");
  CHECK(imported(onnx_case{{1, 2}}.call("Max", {"x"}), import_max) == " -> 1x2 as 01");
  CHECK(imported(onnx_case{{1, 2}}.input("a", {2}).call("Min", {"x", "a"}), import_min) ==
        "reshape extents{1, 2} | minimum -> 1x2 as 01");
  const auto pow = [](double exponent) {
    return imported(onnx_case{{1, 2}}.reals("e", {}, {exponent}).call("Pow", {"x", "e"}), import_pow);
  };
  CHECK(pow(2) == "square -> 1x2 as 01");
  CHECK(pow(0.5) == "sqrt -> 1x2 as 01");
  CHECK(pow(3).find("none of 2") != std::string::npos);
}

TEST_CASE("slopes of a channel stand last") {
  const auto given = onnx_case{{1, 2, 3, 3}}.reals("s", {2, 1, 1}).call("PRelu", {"x", "s"});
  imported_case made{given, {import_prelu}};
  CHECK(made.text() == "constant | prelu -> 1x2x3x3 as 0231");
  CHECK(made.graph().model().nodes[1].extents == tenon::shape_of(1, 1, 1, 2));
}
