// SPDX-License-Identifier: Apache-2.0
// Attributes and shapes as they are written.
#include <tenon/host/import/attribute_text.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

TEST_CASE("shapes, numbers and lists") {
  CHECK(extents_text(tenon::shape_of(1, 25, 5)) == "1x25x5");
  CHECK(extents_text({}) == "scalar");
  CHECK(float_text(2.0f) == "2.0f");
  CHECK(float_text(0.1f) == "0.1f");
  CHECK(list_text("axes", {1, -2}) == "axes{1, -2}");
}

TEST_CASE("margins of rows and columns alone are a padding") {
  CHECK(margin_attributes({0, 1, 2, 0}, {0, 3, 4, 0}) == std::vector<std::string>{"padding{1, 3, 2, 4}"});
  CHECK(margin_attributes({0, 1, 2, 1}, {0, 3, 4, 0}) ==
        std::vector<std::string>{"before{0, 1, 2, 1}", "after{0, 3, 4, 0}"});
  CHECK(margin_attributes({1}, {0}) == std::vector<std::string>{"before{1}", "after{0}"});
}
