// SPDX-License-Identifier: Apache-2.0
// Arithmetic on constants: broadcasting, integer division, casts, shapes made of shapes.
#include <tenon/host/import/onnx_folding.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;
using namespace tenon::host::detail;
using doubles = std::vector<double>;

namespace {

const onnx_node nothing{};
const onnx_call call{nothing, 13};

folded whole(std::vector<std::int64_t> extents, doubles numbers) {
  return {onnx_type::int64, std::move(extents), std::move(numbers)};
}
folded real(std::vector<std::int64_t> extents, doubles numbers) {
  return {onnx_type::float32, std::move(extents), std::move(numbers)};
}

template <class Function>
std::string why(const Function& function) {
  try {
    function();
  } catch (const not_importable& wrong) {
    return wrong.why;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("pairs are broadcast") {
  const auto add = fold_pair([](double a, double b) { return a + b; });
  const folded sum = add(call, {whole({2, 1}, {1, 2}), whole({3}, {10, 20, 30})});
  CHECK(sum.extents == std::vector<std::int64_t>{2, 3});
  CHECK(sum.numbers == doubles{11, 21, 31, 12, 22, 32});
  CHECK(why([&] {
          add(call, {whole({2}, {1, 2}), whole({3}, {1, 2, 3})});
        }).find("do not go together") != std::string::npos);
}

TEST_CASE("integers are divided as integers") {
  CHECK(fold_divide(call, {whole({1}, {-7}), whole({1}, {2})}).numbers == doubles{-3});
  CHECK(fold_divide(call, {real({1}, {-7}), real({1}, {2})}).numbers == doubles{-3.5});
  CHECK(why([] { fold_divide(call, {whole({1}, {1}), whole({1}, {0})}); }).find("by 0") != std::string::npos);
}

TEST_CASE("choices, repetitions, ranges") {
  CHECK(fold_where(call, {whole({2}, {1, 0}), whole({1}, {5}), whole({2}, {6, 7})}).numbers == doubles{5, 7});
  CHECK(fold_expand(call, {whole({1}, {4}), whole({2}, {2, 2})}).numbers == doubles{4, 4, 4, 4});
  CHECK(fold_range(call, {whole({}, {2}), whole({}, {9}), whole({}, {3})}).numbers == doubles{2, 5, 8});
  CHECK(why([] {
          fold_range(call, {whole({}, {0}), whole({}, {1}), whole({}, {0})});
        }).find("no size") != std::string::npos);
  CHECK(why([] {
          fold_expand(call, {whole({1}, {4}), whole({2}, {1 << 20, 1 << 20})});
        }).find("2^26") != std::string::npos);
}

TEST_CASE("constants out of attributes") {
  onnx_node node{};
  node.attributes["value_ints"].integers = {3, 4};
  CHECK(fold_constant({node, 13}, {}).numbers == doubles{3, 4});
  onnx_node fill{};
  fill.attributes["value"].tensor = tensor_of(onnx_type::int64, {1}, {9});
  const auto shape = [](std::vector<double> extents) {
    const auto rank = static_cast<std::int64_t>(extents.size());
    return tensor_of(onnx_type::int64, {rank}, extents);
  };
  const auto filled = [](const onnx_node& filling, const onnx_tensor& extents) {
    return fill_constant_of_shape({filling, 13}, {&extents});
  };
  const onnx_tensor nines = filled(fill, shape({2}));
  CHECK((nines.extents == std::vector<std::int64_t>{2} && nines.type == onnx_type::int64));
  CHECK(integers_of(nines) == std::vector<std::int64_t>{9, 9});
  CHECK(reals_of(filled(nothing, shape({1, 3}))) == std::vector<float>{0, 0, 0});
  CHECK(filled(fill, shape({0, 3})).bytes.empty());
  for (const auto& hostile : {shape({1 << 20, 1 << 20}), shape({-1}), shape({1 << 27, 2}), shape({9e18})})
    CHECK(why([&] { filled(fill, hostile); }).find("2^27") != std::string::npos);
  CHECK(why([&] { fill_constant_of_shape({fill, 13}, {nullptr}); }).find("an input is missing") != std::string::npos);
  onnx_node cast{};
  cast.attributes["to"].integer = 7;
  CHECK(fold_cast({cast, 13}, {real({2}, {1.9, -1.9})}).numbers == doubles{1, -1});
  CHECK(why([&] { fold_constant({nothing, 13}, {}); }).find("text or sparse") != std::string::npos);
}
