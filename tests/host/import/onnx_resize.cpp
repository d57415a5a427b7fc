// SPDX-License-Identifier: Apache-2.0
// A resize is imported where one of tenon's rules picks the same pixels.
#include <tenon/host/import/onnx_resize.hpp>

#include <host/import/onnx_case.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host::detail;

namespace {

std::string resized(attribute_map attributes, std::vector<double> sizes) {
  onnx_case given{{1, 2, 4, 4}};
  return imported(given.list("sizes", std::move(sizes)).call("Resize", {"x", "", "", "sizes"}, std::move(attributes)),
                  import_resize);
}

}  // namespace

TEST_CASE("nearest: twice the size is alike under every rule, other sizes only under the right one") {
  CHECK(resized({}, {1, 2, 8, 8}) == "resize image_size{8, 8} nearest -> 1x2x8x8 as 0231");
  CHECK(resized({text("coordinate_transformation_mode", "asymmetric"), text("nearest_mode", "floor")}, {1, 2, 3, 5}) ==
        "resize image_size{3, 5} nearest -> 1x2x3x5 as 0231");
  CHECK(resized({text("coordinate_transformation_mode", "asymmetric"), text("nearest_mode", "ceil")}, {1, 2, 7, 7})
            .find("picks other pixels") != std::string::npos);
  CHECK(resized({}, {1, 3, 8, 8}).find("batch or the channels") != std::string::npos);
}

TEST_CASE("linear: half pixels and corners") {
  CHECK(resized({text("mode", "linear")}, {1, 2, 8, 6}) ==
        "resize image_size{8, 6} bilinear half_pixel -> 1x2x8x6 as 0231");
  CHECK(resized({text("mode", "linear"), text("coordinate_transformation_mode", "align_corners")}, {1, 2, 7, 6}) ==
        "resize image_size{7, 6} bilinear align_corners -> 1x2x7x6 as 0231");
  CHECK(resized({text("mode", "cubic")}, {1, 2, 8, 8}).find("its mode is cubic") != std::string::npos);
}

TEST_CASE("old operators give scales") {
  CHECK(imported(onnx_case({1, 2, 4, 4}, 9).reals("s", {4}, {1, 1, 2, 3}).call("Upsample", {"x", "s"}),
                 import_resize) == "resize image_size{8, 12} nearest -> 1x2x8x12 as 0231");
}
