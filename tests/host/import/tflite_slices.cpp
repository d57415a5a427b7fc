// SPDX-License-Identifier: Apache-2.0
// Indices of an axis: a slice where they are evenly spaced, gathered where not. (Files are read by
// tflite_functions.cpp.)
#include <tenon/host/import/tflite_slices.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::string written(const std::vector<int>& picked) {
  const tenon::host::imported_node node = tenon::host::detail::taken(tenon::shape_of(3, 6), 1, picked);
  std::string text = node.word;
  for (const std::string& attribute : node.attributes) text += " " + attribute;
  return text;
}

}  // namespace

TEST_CASE("indices are taken by a slice if they can be") {
  CHECK(written({2}) == "slice begin{0, 2} end{3, 3}");
  CHECK(written({0, 1, 2}) == "slice begin{0, 0} end{3, 3}");
  CHECK(written({1, 5}) == "slice begin{0, 1} end{3, 6} strides{1, 4}");
  CHECK(written({5, 3, 1}) == "slice begin{0, 5} end{3, 0} strides{1, -2}");
  CHECK(written({1, 0}) == "slice begin{0, 1} end{3, -7} strides{1, -1}");
  CHECK(written({0, 1, 3}) == "gather axis{1} indices<0, 1, 3>");
  CHECK(written({4, 4}) == "gather axis{1} indices<4, 4>");
}
