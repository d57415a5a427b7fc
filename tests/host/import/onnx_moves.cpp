// SPDX-License-Identifier: Apache-2.0
// Reshapes and transpositions that need no move of elements make none; others do.
#include <tenon/host/import/onnx_moves.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host::detail;

TEST_CASE("a transposition only changes how the result is said to be stored") {
  CHECK(imported(onnx_case{{1, 4, 5, 3}}.plain().call("Transpose", {"x"}, {integers("perm", {0, 3, 1, 2})}),
                 import_transpose) == " -> 1x3x4x5 as 0231");
  CHECK(imported(onnx_case{{1, 3, 4, 5}}.call("Transpose", {"x"}, {integers("perm", {0, 2, 3, 1})}),
                 import_transpose) == " -> 1x4x5x3 as 0123");
  CHECK(imported(onnx_case{{2, 3}}.call("Transpose", {"x"}), import_transpose) == " -> 3x2 as 10");
  CHECK(imported(onnx_case{{2, 3}}.call("Transpose", {"x"}, {integers("perm", {0, 0})}), import_transpose)
            .find("each axis once") != std::string::npos);
}

TEST_CASE("reshapes of axes that are stored side by side move nothing") {
  const auto reshape = [](onnx_case given, std::vector<double> wanted) {
    return imported(given.list("shape", std::move(wanted)).call("Reshape", {"x", "shape"}), import_reshape);
  };
  CHECK(reshape(onnx_case{{1, 3, 4, 5}}, {0, 0, -1}) == "reshape extents{1, 20, 3} -> 1x3x20 as 021");
  CHECK(reshape(onnx_case{{1, 6, 4, 5}}, {1, 2, 3, 4, 5}) == "reshape extents{1, 4, 5, 2, 3} -> 1x2x3x4x5 as 03412");
  CHECK(reshape(onnx_case{{1, 3, 1, 1}}, {1, -1}) == "reshape extents{1, 3} -> 1x3 as 01");
  CHECK(reshape(onnx_case{{1, 12}}, {1, 3, 2, 2}) == "reshape extents{1, 3, 2, 2} -> 1x3x2x2 as 0123");
  CHECK(reshape(onnx_case{{1, 3, 4, 5}}, {1, 6, 10}) ==
        "transpose permutation{0, 3, 1, 2} | reshape extents{1, 6, 10} -> 1x6x10 as 012");
  CHECK(reshape(onnx_case{{1, 3}}, {2, -1}).find("changes the number of elements") != std::string::npos);
}

TEST_CASE("a flattened image waits for who reads it") {
  CHECK(imported(onnx_case{{1, 3, 4, 5}}.call("Flatten", {"x"}), import_flatten) ==
        "reshape extents{1, 60} -> 1x60 as 01 flattened");
  CHECK(imported(onnx_case{{1, 3, 4, 5}}.plain().call("Flatten", {"x"}, {integer("axis", 2)}), import_flatten) ==
        "reshape extents{3, 20} -> 3x20 as 01");
  imported_case read{onnx_case{{1, 3, 4, 5}}.call("Flatten", {"x"}), {import_flatten}};
  const auto plain = read.graph().in_order_of_file(read.graph().value("y"));
  CHECK(plain.is_in_file_order());
  CHECK(read.text() ==
        "reshape extents{1, 60} | reshape extents{1, 4, 5, 3} | transpose permutation{0, 3, 1, 2} | "
        "reshape extents{1, 60} -> 1x60 as 01 flattened");
}

TEST_CASE("axes of one element come and go") {
  CHECK(imported(onnx_case({1, 3, 1, 1}, 11).call("Squeeze", {"x"}, {integers("axes", {2, 3})}), import_squeeze) ==
        "reshape extents{1, 3} -> 1x3 as 01");
  CHECK(imported(onnx_case{{1, 3}}.list("axes", {-1, 0}).call("Unsqueeze", {"x", "axes"}), import_unsqueeze) ==
        "reshape extents{1, 1, 3, 1} -> 1x1x3x1 as 0123");
  CHECK(imported(onnx_case({2, 3}, 11).call("Squeeze", {"x"}, {integers("axes", {0})}), import_squeeze)
            .find("more than one") != std::string::npos);
}

TEST_CASE("concat joins in the order in which its inputs are stored") {
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.input("z", {1, 5, 3, 4}).call("Concat", {"x", "z"}, {integer("axis", 1)}),
                 import_concat) == "concat axis{3} -> 1x7x3x4 as 0231");
  CHECK(imported(onnx_case{{1, 2}}.reals("c", {1, 3}).call("Concat", {"c", "x"}, {integer("axis", -1)}),
                 import_concat) == "constant | concat axis{1} -> 1x5 as 01");
  CHECK(imported(onnx_case{{1, 2}}.reals("c", {2, 3}).call("Concat", {"c", "x"}, {integer("axis", -1)}), import_concat)
            .find("differ on another axis") != std::string::npos);
}

TEST_CASE("what does nothing at inference goes") {
  CHECK(imported(onnx_case({1, 2}, 7).call("Dropout", {"x"}, {real("ratio", 0.5f)}), import_nothing) ==
        " -> 1x2 as 01");
  CHECK(imported(onnx_case{{1, 2}}.call("Cast", {"x"}, {integer("to", 10)}), import_cast) == " -> 1x2 as 01");
  CHECK(imported(onnx_case{{1, 2}}.call("Cast", {"x"}, {integer("to", 7)}), import_cast).find("to int64") !=
        std::string::npos);
}

TEST_CASE("channels become pixels, pixels channels, axes repeat") {
  const auto block = integer("blocksize", 2);
  CHECK(imported(onnx_case{{1, 8, 2, 3}}.call("DepthToSpace", {"x"}, {block}), import_depth_to_space) ==
        "depth_to_space block_size{2} -> 1x2x4x6 as 0231");
  CHECK(imported(onnx_case{{1, 8, 2, 3}}.call("DepthToSpace", {"x"}, {block, text("mode", "CRD")}),
                 import_depth_to_space) ==
        "reshape extents{2, 3, 2, 2, 2} | transpose permutation{0, 3, 1, 4, 2} | reshape extents{1, 4, 6, 2} -> "
        "1x2x4x6 as 0231");
  CHECK(imported(onnx_case{{1, 2, 4, 6}}.call("SpaceToDepth", {"x"}, {block}), import_space_to_depth) ==
        "space_to_depth block_size{2} -> 1x8x2x3 as 0231");
  CHECK(imported(onnx_case{{1, 2, 4, 5}}.call("SpaceToDepth", {"x"}, {block}), import_space_to_depth)
            .find("does not divide") != std::string::npos);
  CHECK(imported(onnx_case{{1, 2, 4, 6}}.list("r", {1, 3, 1, 2}).call("Tile", {"x", "r"}), import_tile) ==
        "tile repeats{1, 1, 2, 3} -> 1x6x4x12 as 0231");
}
