// SPDX-License-Identifier: Apache-2.0
// Pieces and margins: indices of the file's axes stand where the network stores them.
#include <tenon/host/import/onnx_slices.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host::detail;

TEST_CASE("slices of some axes, forwards and backwards") {
  const auto slice = [](std::vector<double> starts, std::vector<double> ends, std::vector<double> axes,
                        std::vector<double> steps) {
    onnx_case given{{1, 4, 6, 8}};
    given.list("starts", starts).list("ends", ends).list("axes", axes).list("steps", steps);
    return imported(given.call("Slice", {"x", "starts", "ends", "axes", "steps"}), import_slice);
  };
  CHECK(slice({1, -3}, {3, 100}, {1, 3}, {1, 1}) == "slice begin{0, 0, 5, 1} end{1, 6, 8, 3} -> 1x2x6x3 as 0231");
  CHECK(slice({-1}, {-9e18}, {2}, {-2}) ==
        "slice begin{0, 5, 0, 0} end{1, -7, 8, 4} strides{1, -2, 1, 1} -> 1x4x3x8 as 0231");
  CHECK(slice({5}, {1}, {2}, {-2}) ==
        "slice begin{0, 5, 0, 0} end{1, 1, 8, 4} strides{1, -2, 1, 1} -> 1x4x2x8 as 0231");
  CHECK(slice({2}, {2}, {2}, {1}).find("takes nothing") != std::string::npos);
  CHECK(imported(onnx_case({4, 6}, 9).call("Slice", {"x"}, {integers("starts", {1}), integers("ends", {3})}),
                 import_slice) == "slice begin{1, 0} end{3, 6} -> 2x6 as 01");
}

TEST_CASE("split is a slice for each part") {
  const auto given =
      onnx_case({1, 4, 2, 2}, 11).call("Split", {"x"}, {integer("axis", 1), integers("split", {1, 3})}, {"y", "z"});
  imported_case made{given, {import_split}};
  CHECK(made.text() ==
        "slice begin{0, 0, 0, 0} end{1, 2, 2, 1} | slice begin{0, 0, 0, 1} end{1, 2, 2, 4} -> 1x1x2x2 as 0231");
  CHECK(made.text("z").ends_with("-> 1x3x2x2 as 0231"));
  imported_case even{onnx_case{{5, 2}}.call("Split", {"x"}, {}, {"y", "z"}), {import_split}};
  CHECK(even.text("z") == "slice begin{0, 0} end{3, 2} | slice begin{3, 0} end{5, 2} -> 2x2 as 01");
}

TEST_CASE("gather of indices at equal distances is a slice") {
  onnx_case one{{1, 4, 6}};
  one.plain().file.constants["i"] = tenon::host::tensor_of(onnx_type::int64, {}, {-1});
  CHECK(imported(one.call("Gather", {"x", "i"}, {integer("axis", 1)}), import_gather) ==
        "slice begin{0, 3, 0} end{1, 4, 6} | reshape extents{1, 6} -> 1x6 as 01");
  CHECK(imported(onnx_case{{4, 6}}.list("i", {0, 2}).call("Gather", {"x", "i"}), import_gather) ==
        "slice begin{0, 0} end{3, 6} strides{2, 1} -> 2x6 as 01");
  CHECK(imported(onnx_case{{4, 6}}.list("i", {3, 2, 0}).call("Gather", {"x", "i"}), import_gather) ==
        "gather axis{0} indices<3, 2, 0> -> 3x6 as 01");
}

TEST_CASE("margins, and what fills them") {
  CHECK(imported(onnx_case{{1, 2, 3, 4}}.list("p", {0, 0, 1, 2, 0, 0, 3, 4}).call("Pad", {"x", "p"}), import_pad) ==
        "pad padding{1, 3, 2, 4} -> 1x2x7x10 as 0231");
  CHECK(imported(onnx_case({2, 3}, 10).call("Pad", {"x"}, {integers("pads", {0, 1, 0, 1}), real("value", 2)}),
                 import_pad) == "pad before{0, 1} after{0, 1} fill{2.0f} -> 2x5 as 01");
  CHECK(imported(onnx_case({2, 3}, 10).call("Pad", {"x"}, {integers("pads", {0, -1, 0, 1})}), import_pad)
            .find("below 0") != std::string::npos);
  const auto edge = onnx_case({2, 3}, 10).call("Pad", {"x"}, {text("mode", "edge"), integers("pads", {0, 1, 0, 1})});
  CHECK(imported(edge, import_pad) == "mirror_pad before{0, 1} after{0, 1} repeat_edge -> 2x5 as 01");
  const auto wrap = onnx_case({2, 3}, 10).call("Pad", {"x"}, {text("mode", "wrap")});
  CHECK(imported(wrap, import_pad).find("its mode is wrap") != std::string::npos);
}
