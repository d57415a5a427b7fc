// SPDX-License-Identifier: Apache-2.0
// Constants become numbers and numbers constants, cut to what a type can hold.
#include <tenon/host/import/onnx_tensor.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

namespace {

std::string why(void (*function)()) {
  try {
    function();
  } catch (const not_importable& wrong) {
    return wrong.why;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("numbers of every kind") {
  CHECK(reals_of({onnx_type::float16, {2}, std::string("\x00\x3c\x00\xc0", 4)}) == std::vector<float>{1, -2});
  CHECK(reals_of({onnx_type::bfloat16, {1}, std::string("\x80\x3f", 2)}) == std::vector<float>{1});
  CHECK(integers_of({onnx_type::int8, {2}, "\xff\x01"}) == std::vector<std::int64_t>{-1, 1});
  CHECK(integers_of({onnx_type::uint8, {1}, "\xff"}) == std::vector<std::int64_t>{255});
  CHECK(numbers_of(tensor_of(onnx_type::float64, {1}, {0.1})) == std::vector<double>{0.1});
  CHECK(why([] { integers_of({onnx_type::float32, {1}, "0000"}); }).find("holds float") != std::string::npos);
  CHECK(why([] { reals_of({onnx_type::int8, {1}, "0"}); }).find("holds int8") != std::string::npos);
}

TEST_CASE("numbers are cut to their type") {
  CHECK(integers_of(tensor_of(onnx_type::int8, {3}, {300, -300, 1.9})) == std::vector<std::int64_t>{127, -128, 1});
  CHECK(integers_of(tensor_of(onnx_type::int64, {1}, {1e30})) == std::vector<std::int64_t>{INT64_MAX});
  CHECK(tensor_of(onnx_type::float16, {1}, {1}).type == onnx_type::float32);
  CHECK(integers_of(tensor_of(onnx_type::boolean, {2}, {0, 5})) == std::vector<std::int64_t>{0, 1});
}

TEST_CASE("extents and axes") {
  CHECK(shape_of_extents({1, 3}) == tenon::shape_of(1, 3));
  CHECK(why([] { shape_of_extents({1, 0}); }).find("without elements") != std::string::npos);
  CHECK(why([] { shape_of_extents({1 << 20, 1 << 20}); }).find("2^30") != std::string::npos);
  CHECK(why([] { shape_of_extents({1, 1, 1, 1, 1, 1, 1}); }).find("6 axes") != std::string::npos);
  CHECK(axis_in(-1, 4) == 3);
  CHECK(why([] { axis_in(4, 4); }).find("lacks") != std::string::npos);
  CHECK(narrow(std::int64_t{1} << 40) == 2147483647);
}
