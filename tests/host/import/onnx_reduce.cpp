// SPDX-License-Identifier: Apache-2.0
// Pools, means, softmax, local_response_norm, argmax: windows in numbers, axes where the network stores them.
#include <tenon/host/import/onnx_reduce.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host::detail;

TEST_CASE("pools") {
  const auto window = integers("kernel_shape", {3, 2});
  CHECK(imported(onnx_case{{1, 2, 5, 5}}.call("MaxPool", {"x"}, {window, integers("strides", {2, 2})}),
                 import_max_pool) == "max_pool window{3, 2} stride{2, 2} -> 1x2x2x2 as 0231");
  CHECK(imported(onnx_case{{1, 2, 5, 5}}.call(
                     "AveragePool", {"x"}, {window, integer("count_include_pad", 1), integers("pads", {1, 1, 0, 0})}),
                 import_average_pool) ==
        "average_pool window{3, 2} padding{1, 0, 1, 0} count_padding{true} -> 1x2x4x5 as 0231");
  CHECK(imported(onnx_case{{1, 2, 5, 5}}.call("AveragePool", {"x"}, {window, integer("count_include_pad", 1)}),
                 import_average_pool) == "average_pool window{3, 2} -> 1x2x3x4 as 0231");
  CHECK(imported(onnx_case{{1, 2, 5, 5}}.call("GlobalMaxPool", {"x"}), import_global_max_pool) ==
        "global_max_pool keep_axes{true} -> 1x2x1x1 as 0231");
  CHECK(imported(onnx_case{{1, 2, 5}}.call("GlobalAveragePool", {"x"}), import_global_average_pool) ==
        "reshape extents{1, 1, 5, 2} | global_average_pool keep_axes{true} | reshape extents{1, 1, 2} -> 1x2x1 as 021");
  CHECK(imported(onnx_case{{1, 2, 5, 5}}.call("MaxPool", {"x"}, {window}, {"y", "indices"}), import_max_pool)
            .find("more than one output") != std::string::npos);
}

TEST_CASE("means over axes of the file are means over those of the network") {
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.call("ReduceMean", {"x"}, {integers("axes", {2, -1})}), import_mean) ==
        "mean axes{1, 2} keep_axes{true} -> 1x2x1x1 as 0231");
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.call("ReduceMean", {"x"}, {integers("axes", {1}), integer("keepdims", 0)}),
                 import_mean) == "mean axes{3} -> 1x3x4 as 012");
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.call("ReduceMean", {"x"}, {integers("axes", {2}), integer("keepdims", 0)}),
                 import_mean) == "mean axes{1} -> 1x2x4 as 021");
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.call("ReduceMax", {"x"}, {integers("axes", {3})}), import_reduce_max) ==
        "reduce_max axes{2} keep_axes{true} -> 1x2x3x1 as 0231");
  CHECK(imported(onnx_case({1, 2, 3}, 18).plain().list("axes", {0}).call("ReduceMean", {"x", "axes"}), import_mean) ==
        "mean axes{0} keep_axes{true} -> 1x2x3 as 012");
  CHECK(imported(onnx_case({1, 2}, 18).call("ReduceMean", {"x"}, {integer("noop_with_empty_axes", 1)}), import_mean) ==
        " -> 1x2 as 01");
  CHECK(imported(onnx_case{{1, 2}}.call("ReduceMean", {"x"}, {integer("keepdims", 0)}), import_mean).find("scalar") !=
        std::string::npos);
}

TEST_CASE("softmax along an axis that is stored last, or is brought there") {
  const auto softmax = [](onnx_case given, attribute_map attributes = {}) {
    return imported(given.call("Softmax", {"x"}, std::move(attributes)), import_softmax);
  };
  CHECK(softmax(onnx_case{{1, 2, 3, 4}}, {integer("axis", 1)}) == "softmax -> 1x2x3x4 as 0231");
  CHECK(softmax(onnx_case{{1, 2, 3, 4}}) == "transpose permutation{0, 1, 3, 2} | softmax -> 1x2x3x4 as 0213");
  CHECK(softmax(onnx_case{{1, 5}}) == "softmax -> 1x5 as 01");
}

TEST_CASE("before operator set 13 softmax takes all axes behind the given one as one") {
  const auto softmax = [](onnx_case given, attribute_map attributes = {}) {
    return imported(given.call("Softmax", {"x"}, std::move(attributes)), import_softmax);
  };
  CHECK(softmax(onnx_case({1, 5}, 11)) == "softmax -> 1x5 as 01");
  CHECK(softmax(onnx_case({1, 5, 1, 1}, 11)) == "softmax -> 1x5x1x1 as 0231");
  CHECK(softmax(onnx_case({2, 5, 3}, 11).plain()) ==
        "reshape extents{2, 15} | softmax | reshape extents{2, 5, 3} -> 2x5x3 as 012");
  CHECK(softmax(onnx_case({2, 5, 3}, 11).plain(), {integer("axis", 2)}) == "softmax -> 2x5x3 as 012");
}

TEST_CASE("local_response_norm along channels, which are stored last or brought there") {
  const auto norm = [](onnx_case given, attribute_map attributes) {
    return imported(given.call("LRN", {"x"}, std::move(attributes)), import_local_response_norm);
  };
  CHECK(norm(onnx_case{{1, 4, 3, 2}}, {integer("size", 5)}) ==
        "local_response_norm neighbours{5, 1.0f, 0.0001f, 0.75f} -> 1x4x3x2 as 0231");
  CHECK(norm(onnx_case{{1, 4, 3}}.plain(), {integer("size", 2), real("bias", 2), real("alpha", 0.5f), real("beta", 1)}) ==
        "transpose permutation{0, 2, 1} | local_response_norm neighbours{2, 2.0f, 0.5f, 1.0f} -> 1x4x3 as 021");
  CHECK(norm(onnx_case{{1, 4, 3}}, {}).find("size") != std::string::npos);
  CHECK(norm(onnx_case{{1, 4, 3}}, {integer("size", 0)}).find("twice the number") != std::string::npos);
  CHECK(norm(onnx_case{{1, 4, 3}}, {integer("size", 9)}).find("twice the number") != std::string::npos);
  CHECK(norm(onnx_case{{1, 4, 3}}, {integer("size", 3), real("bias", 0)}).find("divide by 0") != std::string::npos);
  CHECK(norm(onnx_case{{4}}.plain(), {integer("size", 3)}).find("no channels") != std::string::npos);
}

TEST_CASE("argmax takes its axis away, and a reshape brings it back") {
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.call("ArgMax", {"x"}, {integer("axis", 1), integer("keepdims", 0)}),
                 import_argmax) == "argmax axis{3} -> 1x3x4 as 012");
  CHECK(imported(onnx_case{{1, 5}}.call("ArgMax", {"x"}, {integer("axis", -1)}), import_argmax) ==
        "argmax axis{1} | reshape extents{1, 1} -> 1x1 as 01");
}
