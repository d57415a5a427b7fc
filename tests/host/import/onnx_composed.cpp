// SPDX-License-Identifier: Apache-2.0
// Operators that become several nodes: the last has the name, all are stored like the input.
#include <tenon/host/import/onnx_composed.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host::detail;

TEST_CASE("norms are functions around a sum") {
  const auto axes = integers("axes", {1});
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.call("ReduceL2", {"x"}, {axes}), import_l2_norm) ==
        "square | reduce_sum axes{3} keep_axes{true} | sqrt -> 1x1x3x4 as 0231");
  CHECK(imported(onnx_case{{1, 2, 3}}.plain().call("ReduceL1", {"x"}, {axes, integer("keepdims", 0)}),
                 import_l1_norm) == "abs | reduce_sum axes{1} -> 1x3 as 01");
  CHECK(imported(onnx_case{{1, 2, 3}}.plain().call("ReduceLogSumExp", {"x"}, {axes, integer("keepdims", 0)}),
                 import_log_sum_exp) ==
        "reduce_max axes{1} keep_axes{true} | sub | exp | reduce_sum axes{1} | log | reduce_max axes{1} | add -> 1x3 "
        "as 01");
  CHECK(imported(onnx_case{{1, 2}}.call("LpNormalization", {"x"}), import_lp_normalization) ==
        "square | reduce_sum axes{1} keep_axes{true} | sqrt | div -> 1x2 as 01");
  CHECK(imported(onnx_case{{2}}.call("ReduceLogSum", {"x"}, {integer("keepdims", 0)}), import_log_sum).find("scalar") !=
        std::string::npos);
}

TEST_CASE("normalizations bring scales and offsets into the order of the input") {
  const auto instance =
      onnx_case{{1, 2, 3, 4}}.reals("s", {2}).reals("b", {2}).call("InstanceNormalization", {"x", "s", "b"});
  imported_case made{instance, {import_instance_norm}};
  CHECK(made.text() ==
        "mean axes{1, 2} keep_axes{true} | sub | square | mean axes{1, 2} keep_axes{true} | constant | add | rsqrt | "
        "mul | "
        "constant | mul | constant | add -> 1x2x3x4 as 0231");
  CHECK(made.graph().model().nodes.back().name == "y");
  CHECK(made.graph().model().nodes[9].extents == tenon::shape_of(1, 1, 1, 2));
  const auto layer = onnx_case{{2, 3}}.reals("s", {3}).call("LayerNormalization", {"x", "s"});
  CHECK(imported(layer, import_layer_norm).ends_with("rsqrt | mul | constant | mul -> 2x3 as 01"));
}

TEST_CASE("softmax in logarithms, softsign, means, repeats") {
  CHECK(imported(onnx_case{{1, 3}}.call("LogSoftmax", {"x"}), import_log_softmax) == "softmax | log -> 1x3 as 01");
  CHECK(imported(onnx_case{{1, 3}}.call("Softsign", {"x"}), import_softsign) ==
        "abs | constant | add | div -> 1x3 as 01");
  CHECK(imported(onnx_case{{1, 3}}.input("z", {1, 3}).call("Mean", {"x", "z"}), import_mean_of_edges) ==
        "add | constant | mul -> 1x3 as 01");
  CHECK(imported(onnx_case{{1, 3}}.list("shape", {2, 4, 1}).call("Expand", {"x", "shape"}), import_expand) ==
        "reshape extents{1, 1, 3} | tile repeats{2, 4, 1} -> 2x4x3 as 012");
}
