// SPDX-License-Identifier: Apache-2.0
// Windows: padding by name becomes numbers, counts that round up, images of one row.
#include <tenon/host/import/onnx_window.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host;
using namespace tenon::host::detail;

namespace {

std::string window(attribute_map attributes, std::vector<std::int64_t> size = {3, 3}) {
  const onnx_node node{"", "MaxPool", "", {"x"}, {"y"}, std::move(attributes)};
  const onnx_image image{0, tenon::shape_of(1, 1, 6, 7), size.size() == 1};
  try {
    const onnx_window made = window_of({node, 13}, size, image);
    std::string text = std::to_string(made.rows.out) + "x" + std::to_string(made.columns.out);
    for (const std::string& attribute : made.attributes()) text += " " + attribute;
    return text;
  } catch (const not_importable& wrong) {
    return wrong.why;
  }
}

}  // namespace

TEST_CASE("padding by name") {
  const auto strides = integers("strides", {2, 2});
  CHECK(window({strides}) == "2x3 window{3, 3} stride{2, 2}");
  CHECK(window({strides, text("auto_pad", "SAME_UPPER")}) == "3x4 window{3, 3} stride{2, 2} padding{0, 1, 1, 1}");
  CHECK(window({strides, text("auto_pad", "SAME_LOWER")}) == "3x4 window{3, 3} stride{2, 2} padding{1, 0, 1, 1}");
  CHECK(window({strides, text("auto_pad", "VALID"), integers("pads", {1, 1, 1, 1})}) ==
        "2x3 window{3, 3} stride{2, 2}");
  CHECK(window({integers("pads", {1, 0, 2, 3}), integers("dilations", {2, 1})}) ==
        "5x8 window{3, 3} dilation{2, 1} padding{1, 2, 0, 3}");
}

TEST_CASE("counts that round up reach behind the image, but no window starts there") {
  CHECK(window({integers("strides", {2, 2}), integer("ceil_mode", 1)}) ==
        "3x3 window{3, 3} stride{2, 2} padding{0, 1, 0, 0}");
  CHECK(window({integers("strides", {3, 4}), integer("ceil_mode", 1)}, {1, 1}) == "2x2 window{1, 1} stride{3, 4}");
  CHECK(window({integers("strides", {4, 4}), integer("ceil_mode", 1), integers("pads", {0, 0, 2, 0})}, {1, 1}) ==
        "2x2 window{1, 1} stride{4, 4} padding{0, 2, 0, 0}");
}

TEST_CASE("one axis, and what does not fit") {
  CHECK(window({integers("strides", {2}), integers("pads", {1, 1})}, {3}) ==
        "6x4 window{1, 3} stride{1, 2} padding{0, 0, 1, 1}");
  CHECK(window({}, {7, 1}).find("reaches beyond") != std::string::npos);
  CHECK(window({integers("strides", {0, 1})}).find("below 1") != std::string::npos);
  CHECK(window({integers("strides", {1})}).find("not one number for each axis") != std::string::npos);
  CHECK(window({integers("pads", {-1, 0, 0, 0})}).find("below 0") != std::string::npos);
}
