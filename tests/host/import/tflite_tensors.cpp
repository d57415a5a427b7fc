// SPDX-License-Identifier: Apache-2.0
// Facts of tensors: halves, extents, encodings, constants of every kind, and what is refused of each.
#include <tenon/host/import/tflite_tensors.hpp>

#include <host/import/tflite_writer.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon_test;
using namespace tenon::host;

namespace {

/// A file of one graph with some tensors.
struct tensors_of {
  tflite_file file;
  tflite_tensors facts{file};
  explicit tensors_of(tflite_writer& writer) : file("m.tflite", writer.finish({0}, {0})) {}
};

template <class Function>
std::string why_not(const Function& function) {
  try {
    function();
  } catch (const not_importable& wrong) {
    return wrong.why;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("halves are exact, those below the smallest normal too") {
  CHECK(detail::from_half(0x3C00) == 1.0f);
  CHECK(detail::from_half(0xC001) == -2.001953125f);
  CHECK(detail::from_half(0x0001) == 0x1p-24f);
  CHECK(detail::from_half(0x83FF) == -0x1.ff8p-15f);
  CHECK(detail::from_half(0x7BFF) == 65504.0f);
  CHECK(detail::from_half(0x7C00) == std::numeric_limits<float>::infinity());
  CHECK(detail::from_half(0x7E00) != detail::from_half(0x7E00));
}

TEST_CASE("extents are static, positive, few and not too many elements") {
  tflite_writer writer;
  writer.real("x", {1, 2, 3});
  writer.real("scalar", {});
  writer.real("open", {1, -1});
  writer.real("long", {1, 1, 1, 1, 1, 1, 1});
  writer.real("large", {65536, 65536, 4});
  const tensors_of some{writer};
  CHECK(some.facts.extents(0) == tenon::shape_of(1, 2, 3));
  CHECK(some.facts.extents(1).rank == 0);
  CHECK(why_not([&] { some.facts.extents(2); }).find("an axis without elements") != std::string::npos);
  CHECK(why_not([&] { some.facts.extents(3); }).find("more than 6 axes") != std::string::npos);
  CHECK(why_not([&] { some.facts.extents(4); }).find("more than 2^30 elements") != std::string::npos);
  CHECK(extents_text(some.facts.extents(0)) == "1x2x3");
}

TEST_CASE("encodings have one positive scale and a zero point of int8") {
  tflite_writer writer;
  writer.int8("good", {1}, 0.5f, -128);
  writer.int8("zero", {1}, 0.0f, 0);
  writer.int8("infinite", {1}, std::numeric_limits<float>::infinity(), 0);
  writer.int8("far", {1}, 0.5f, 128);
  writer.add({"two", {2}, tflite::tensor_type::int8, {0.5f, 0.5f}, {0, 0}, {}, 0});
  writer.add({"none", {2}, tflite::tensor_type::int8, {}, {}, {}, 0});
  const tensors_of some{writer};
  CHECK(some.facts.code(0) == tenon::encoding{0.5f, -128});
  for (int tensor = 1; tensor < 6; ++tensor)
    CHECK(why_not([&] { some.facts.code(tensor); }).find("quantize the model again") != std::string::npos);
}

TEST_CASE("constants are read as what they hold, whole or not at all") {
  tflite_writer writer;
  writer.real("reals", {2}, {1.5f, -2.0f});
  writer.add({"halves", {2}, tflite::tensor_type::float16, {}, {}, {0x00, 0x3C, 0x00, 0xC0}, 0});
  writer.int32("axes", {1, -1});
  writer.add({"long axes",
              {2},
              tflite::tensor_type::int64,
              {},
              {},
              bytes_of(std::vector<std::int64_t>{5, std::int64_t{1} << 40}),
              0});
  writer.add({"short", {3}, tflite::tensor_type::float32, {}, {}, bytes_of(std::vector<float>{1.0f, 2.0f}), 0});
  writer.real("not finite", {1}, {std::numeric_limits<float>::quiet_NaN()});
  writer.add({"channels", {2}, tflite::tensor_type::int8, {0.5f, 0.25f}, {0, 0}, {1, 255}, 0});
  writer.add({"shifted", {2}, tflite::tensor_type::int8, {0.5f, 0.25f}, {0, 1}, {1, 255}, 0});
  writer.real("computed", {1});
  const tensors_of some{writer};
  CHECK(some.facts.array(0).reals == std::vector<float>{1.5f, -2.0f});
  CHECK(some.facts.array(1).reals == std::vector<float>{1.0f, -2.0f});
  CHECK(some.facts.integers(2) == std::vector<int>{1, -1});
  CHECK(some.facts.integers(3) == std::vector<int>{5, 2147483647});
  CHECK(why_not([&] { some.facts.array(4); }).find("not as much data") != std::string::npos);
  CHECK(why_not([&] { some.facts.array(5); }).find("not finite") != std::string::npos);
  CHECK(some.facts.array(6).bytes == std::vector<std::int8_t>{1, -1});
  CHECK(some.facts.array(6).scales == std::vector<float>{0.5f, 0.25f});
  CHECK(why_not([&] { some.facts.array(7); }).find("make them symmetric") != std::string::npos);
  CHECK(why_not([&] { some.facts.integers(0); }).find("holds float32") != std::string::npos);
  CHECK(why_not([&] { some.facts.integers(8); }).find("must be constant") != std::string::npos);
  CHECK(some.facts.is_constant(0));
  CHECK(!some.facts.is_constant(8));
}

TEST_CASE("a tensor can stand for a constant") {
  tflite_writer writer;
  writer.real("computed", {2});
  writer.add({"halves", {2}, tflite::tensor_type::float16, {}, {}, {0x00, 0x3C, 0x00, 0xC0}, 0});
  tensors_of some{writer};
  some.facts.stands_for(0, 1);
  CHECK(some.facts.is_constant(0));
  CHECK(some.facts.array(0).reals == std::vector<float>{1.0f, -2.0f});
}
