// SPDX-License-Identifier: Apache-2.0
// Products of two edges, and convolutions that spread.
#include <tenon/host/import/onnx_products.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host::detail;

TEST_CASE("a product with constant weights is a dense layer, others are products of edges") {
  CHECK(imported(onnx_case{{1, 3, 2}}.plain().reals("w", {2, 5}).call("MatMul", {"x", "w"}), import_matmul) ==
        "dense units{5} -> 1x3x5 as 012");
  CHECK(imported(onnx_case{{4, 3, 2}}.plain().input("b", {2, 5}).call("MatMul", {"x", "b"}), import_matmul) ==
        "batch_matmul -> 4x3x5 as 012");
  CHECK(imported(onnx_case{{4, 3, 2}}.input("b", {1, 2, 5}).call("MatMul", {"x", "b"}), import_matmul) ==
        "transpose permutation{0, 2, 1} | transpose permutation{0, 2, 1} | batch_matmul -> 4x3x5 as 012");
  CHECK(imported(onnx_case{{3, 2}}.input("b", {3, 5}).call("MatMul", {"x", "b"}), import_matmul)
            .find("do not fit columns") != std::string::npos);
  CHECK(
      imported(onnx_case{{3, 2}}.input("b", {2}).call("MatMul", {"x", "b"}), import_matmul).find("fewer than 2 axes") !=
      std::string::npos);
}

TEST_CASE("a transposed convolution's weights go filters first, channels last") {
  const auto given =
      onnx_case{{1, 2, 3, 3}}
          .reals("w", {2, 1, 1, 2})
          .call("ConvTranspose", {"x", "w"},
                {integers("strides", {1, 2}), integers("pads", {0, 1, 0, 0}), integers("output_padding", {0, 1})});
  imported_case made{given, {import_transposed_conv}};
  CHECK(made.text() ==
        "transposed_conv2d filters{1} window{1, 2} stride{1, 2} padding{0, 0, 1, -1} -> 1x1x3x6 as 0231");
  CHECK(made.array(".kernel") == std::vector<float>{1, 3, 2, 4});
  const auto groups =
      onnx_case{{1, 4, 2, 2}}.reals("w", {4, 1, 1, 1}).call("ConvTranspose", {"x", "w"}, {integer("group", 2)});
  imported_case grouped{groups, {import_transposed_conv}};
  CHECK(grouped.text() ==
        "transposed_conv2d filters{2} window{1, 1} stride{1, 1} padding{0, 0, 0, 0} groups{2} -> 1x2x2x2 as 0231");
  CHECK(grouped.array(".kernel") == std::vector<float>{1, 2, 3, 4});
}

TEST_CASE("paddings of a transposed convolution by name or by the wanted size") {
  const auto made = [](attribute_map attributes) {
    attributes.insert(integers("strides", {2, 2}));
    return imported(onnx_case{{1, 1, 3, 3}}.reals("w", {1, 1, 3, 3}).call("ConvTranspose", {"x", "w"}, attributes),
                    import_transposed_conv);
  };
  CHECK(made({text("auto_pad", "SAME_UPPER")}).find("padding{0, 1, 0, 1} -> 1x1x6x6") != std::string::npos);
  CHECK(made({text("auto_pad", "SAME_LOWER")}).find("padding{1, 0, 1, 0} -> 1x1x6x6") != std::string::npos);
  CHECK(made({integers("output_shape", {5, 7})}).find("padding{1, 1, 0, 0} -> 1x1x5x7") != std::string::npos);
  CHECK(made({integers("pads", {-1, 0, 0, 0})}).find("before its first pixel") != std::string::npos);
}
