// SPDX-License-Identifier: Apache-2.0
// Constants are cut, joined, turned and given other axes, as exporters do with shapes.
#include <tenon/host/import/onnx_folding_moves.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;
using integers = std::vector<std::int64_t>;

namespace {

onnx_tensor whole(integers extents, std::vector<double> numbers) {
  return tensor_of(onnx_type::int64, std::move(extents), numbers);
}

/// The numbers that an operator makes of constants, or why it makes none.
std::string made(const std::string& word, const std::vector<onnx_tensor>& inputs,
                 std::map<std::string, onnx_attribute> attributes = {}, std::int64_t opset = 13) {
  const onnx_node node{"", word, "", {}, {"y"}, std::move(attributes)};
  std::vector<const onnx_tensor*> pointers;
  for (const auto& each : inputs) pointers.push_back(&each);
  try {
    const onnx_tensor result = fold({node, opset}, pointers);
    std::string text;
    for (const std::int64_t extent : result.extents) text += std::to_string(extent) + "x";
    for (const std::int64_t number : integers_of(result)) text += " " + std::to_string(number);
    return text;
  } catch (const not_importable& wrong) {
    return wrong.why;
  }
}

std::map<std::string, onnx_attribute> with(const std::string& name, std::int64_t number, integers list = {}) {
  onnx_attribute attribute;
  attribute.integer = number;
  attribute.integers = std::move(list);
  return {{name, attribute}};
}

const onnx_tensor matrix = whole({2, 3}, {1, 2, 3, 4, 5, 6});

}  // namespace

TEST_CASE("pieces") {
  CHECK(made("Gather", {matrix, whole({}, {-1})}, with("axis", 1)) == "2x 3 6");
  CHECK(made("Gather", {matrix, whole({2}, {1, 1})}) == "2x3x 4 5 6 4 5 6");
  CHECK(made("Gather", {matrix, whole({1}, {2})}).find("not there") != std::string::npos);
  CHECK(made("Slice", {matrix, whole({1}, {-1}), whole({1}, {-9e18}), whole({1}, {1}), whole({1}, {-2})}) ==
        "2x2x 3 1 6 4");
  CHECK(made("Slice", {matrix, whole({1}, {1}), whole({1}, {5})}) == "1x3x 4 5 6");
}

TEST_CASE("joined and turned") {
  CHECK(made("Concat", {matrix, whole({2, 1}, {8, 9})}, with("axis", 1)) == "2x4x 1 2 3 8 4 5 6 9");
  CHECK(made("Concat", {matrix, whole({1}, {8})}, with("axis", 0)).find("different numbers of axes") !=
        std::string::npos);
  CHECK(made("Transpose", {matrix}) == "3x2x 1 4 2 5 3 6");
  CHECK(made("Transpose", {matrix}, with("perm", 0, {0, 0})).find("each axis once") != std::string::npos);
}

TEST_CASE("other axes") {
  CHECK(made("Reshape", {matrix, whole({2}, {0, -1})}) == "2x3x 1 2 3 4 5 6");
  CHECK(made("Reshape", {matrix, whole({1}, {5})}).find("number of elements") != std::string::npos);
  CHECK(made("Unsqueeze", {whole({1}, {7}), whole({1}, {0})}) == "1x1x 7");
  CHECK(made("Squeeze", {whole({1, 1}, {7})}, with("axes", 0, {0}), 11) == "1x 7");
  CHECK(made("Squeeze", {matrix}, with("axes", 0, {0}), 11).find("more than one") != std::string::npos);
  CHECK(made("Unsqueeze", {whole({1}, {7}), whole({2}, {0, 0})}).find("twice") != std::string::npos);
}

TEST_CASE("sums and products of shapes") {
  CHECK(made("ReduceProd", {whole({3}, {2, 3, 4})}, with("keepdims", 0)) == " 24");
  CHECK(made("ReduceSum", {whole({2}, {2, 3})}) == "1x 5");
  CHECK(made("ReduceSum", {matrix}).find("more than one axis") != std::string::npos);
  CHECK(can_fold({onnx_node{"", "Floor", "", {}, {}, {}}, 13}));
  CHECK(!can_fold({onnx_node{"", "Conv", "", {}, {}, {}}, 13}));
}
