// SPDX-License-Identifier: Apache-2.0
// Operators that move values: masks and margins written out, conversions left to tenon, refusals.
#include <tenon/host/import/tflite_moves.hpp>

#include <host/import/refused.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;

namespace {

struct strided {
  std::vector<std::int32_t> begin{0, 0}, end{4, 6}, step{1, 1};
  int begin_mask = 0, end_mask = 0, shrink = 0, ellipsis = 0;
  std::vector<std::int32_t> result{4, 6};

  std::vector<std::uint8_t> file() const {
    tflite_writer made;
    const int x = made.real("x", {4, 6});
    const int from = made.int32("begin", begin);
    const int to = made.int32("end", end);
    const int by = made.int32("step", step);
    const int y = made.real("y", result);
    made.call("STRIDED_SLICE", {x, from, to, by}, {y}, tflite::options::strided_slice_options,
              tflite::Createstrided_slice_options(made.builder, begin_mask, end_mask, ellipsis, 0, shrink));
    return made.finish({x}, {y});
  }
};

/// One operator from a real 1x4x4x2 with constants behind it.
std::vector<std::uint8_t> one(const std::string& word, const std::vector<std::vector<std::int32_t>>& constants,
                              const std::vector<std::int32_t>& result) {
  tflite_writer made;
  std::vector<std::int32_t> inputs{made.real("x", {1, 4, 4, 2})};
  for (const auto& constant : constants) inputs.push_back(made.int32("constant", constant));
  const int y = made.real("y", result);
  made.call(word, inputs, {y});
  return made.finish({0}, {y});
}

std::vector<std::uint8_t> conversion(tflite::tensor_type from, tflite::tensor_type to, const std::string& word) {
  tflite_writer made;
  const int x = made.add({"x", {1, 2}, from, {0.5f}, {1}, {}, 0});
  const int y = made.add({"y", {1, 2}, to, {0.25f}, {2}, {}, 0});
  made.call(word, {x}, {y});
  return made.finish({x}, {y});
}

}  // namespace

TEST_CASE("slices have their masks written out") {
  CHECK(written(strided{}.file()) == "slice begin{0, 0} end{4, 6}");
  CHECK(written(strided{.begin = {2, 3}, .end = {1, 5}, .begin_mask = 3, .end_mask = 1}.file()) ==
        "slice begin{0, 0} end{4, 5}");
  CHECK(written(strided{.step = {-1, 2}, .begin_mask = 1, .end_mask = 1}.file()) ==
        "slice begin{3, 0} end{-5, 6} strides{-1, 2}");
  CHECK(written(strided{.begin = {1}, .end = {3}, .step = {1}, .result = {2, 6}}.file()) == "slice begin{1, 0} end{3, 6}");
  CHECK(reason(strided{.ellipsis = 1}.file()).find("convert the model with plain slices") != std::string::npos);
  CHECK(reason(strided{.step = {0, 1}}.file()).find("a stride of 0") != std::string::npos);
  CHECK(reason(strided{.begin = {0, 0, 0}}.file()).find("not one for each axis") != std::string::npos);
}

TEST_CASE("an axis that a slice drops is taken away by a reshape") {
  const auto model = tenon::host::read_tflite(
      tenon::host::tflite_file{"m", strided{.begin = {-1, 0}, .end = {0, 6}, .shrink = 1, .result = {6}}.file()});
  REQUIRE(model.nodes.size() == 3);
  CHECK(model.nodes[1].attributes == std::vector<std::string>{"begin{3, 0}", "end{4, 6}"});
  CHECK(model.nodes[1].extents == tenon::shape_of(1, 6));
  CHECK(model.nodes[2].attributes == std::vector<std::string>{"extents{6}"});
}

TEST_CASE("an axis is dropped at a place that it has") {
  const auto dropped = [](std::int32_t at) {
    return strided{.begin = {at, 0}, .end = {at, 6}, .shrink = 1, .result = {6}}.file();
  };
  for (const std::int32_t there : {-4, 0, 3}) CHECK(written(dropped(there)) == "reshape extents{6}");
  for (const std::int32_t beyond : {-5, 4, 2147483647, -2147483647})
    CHECK(reason(dropped(beyond)).find("reaches beyond its input") != std::string::npos);
}

TEST_CASE("reshapes take the extents of the result") {
  CHECK(written(one("RESHAPE", {{1, -1}}, {1, 32})) == "reshape extents{1, 32}");
  CHECK(written(one("SQUEEZE", {}, {4, 4, 2})) == "reshape extents{4, 4, 2}");
  CHECK(written(one("EXPAND_DIMS", {{0}}, {1, 1, 4, 4, 2})) == "reshape extents{1, 1, 4, 4, 2}");
  CHECK(reason(one("RESHAPE", {{7}}, {7})).find("changes the number of elements") != std::string::npos);
}

TEST_CASE("margins of images are a padding, others one number before and after each axis") {
  CHECK(written(one("PAD", {{0, 0, 1, 2, 3, 4, 0, 0}}, {1, 7, 11, 2})) == "pad padding{1, 2, 3, 4}");
  CHECK(written(one("PAD", {{0, 0, 1, 2, 3, 4, 0, 5}}, {1, 7, 11, 7})) == "pad before{0, 1, 3, 0} after{0, 2, 4, 5}");
  CHECK(reason(one("PAD", {{0, 0}}, {1, 4, 4, 2})).find("two margins for each axis") != std::string::npos);
  CHECK(reason(one("PAD", {{0, 0, -1, 2, 0, 0, 0, 0}}, {1, 5, 4, 2})).find("a margin below 0") != std::string::npos);
  CHECK(written(one("TRANSPOSE", {{0, 3, 1, 2}}, {1, 2, 4, 4})) == "transpose permutation{0, 3, 1, 2}");
  CHECK(written(one("SLICE", {{0, 1, 0, 1}, {1, 2, -1, 1}}, {1, 2, 4, 1})) == "slice begin{0, 1, 0, 1} end{1, 3, 4, 2}");
  CHECK(reason(one("SLICE", {{0, 1, 0, 1}, {1, 4, -1, 1}}, {1, 4, 4, 1})).find("reaches beyond its input") !=
        std::string::npos);
}

TEST_CASE("conversions are written where something must be said") {
  using enum tflite::tensor_type;
  CHECK(written(conversion(int8, int8, "QUANTIZE")) == "requantize encoded{{0.25f, 2}}");
  CHECK(written(conversion(float32, int8, "QUANTIZE")) == "quantize encoded{{0.25f, 2}}");
  CHECK(written(conversion(int8, float32, "DEQUANTIZE")) == "output");
  CHECK(written(conversion(int8, uint8, "QUANTIZE")) == "requantize u8 encoded{{0.25f, 2}}");
  CHECK(written(conversion(float32, uint8, "QUANTIZE")) == "quantize u8 encoded{{0.25f, 2}}");
  CHECK(written(conversion(uint8, int8, "QUANTIZE")) == "requantize encoded{{0.25f, 2}}");
  CHECK(written(conversion(uint8, uint8, "QUANTIZE")) == "requantize u8 encoded{{0.25f, 2}}");
  CHECK(written(conversion(uint8, float32, "DEQUANTIZE")) == "output");
  CHECK(reason(conversion(int8, int64, "QUANTIZE")).find("it converts int8 to int64") != std::string::npos);
  CHECK(reason(conversion(int8, int16, "QUANTIZE")).find("a zero point that is not 0") != std::string::npos);
}

TEST_CASE("resizes say how") {
  const auto resize = [](bool corners, bool centers) {
    tflite_writer made;
    const int x = made.real("x", {1, 4, 4, 2});
    const int size = made.int32("size", {8, 6});
    const int y = made.real("y", {1, 8, 6, 2});
    made.call("RESIZE_BILINEAR", {x, size}, {y}, tflite::options::resize_bilinear_options,
              tflite::Createresize_bilinear_options(made.builder, 0, 0, corners, centers));
    return made.finish({x}, {y});
  };
  CHECK(written(resize(false, false)) == "resize image_size{8, 6} bilinear");
  CHECK(written(resize(true, false)) == "resize image_size{8, 6} bilinear align_corners");
  CHECK(written(resize(false, true)) == "resize image_size{8, 6} bilinear half_pixel");
  CHECK(reason(resize(true, true)).find("choose one of them") != std::string::npos);
}

TEST_CASE("a value of its own fills the margins, as the real number that it stands for") {
  const auto filled = [](float scale) {
    tflite_writer made;
    const int x = made.int8("x", {1, 2}, 0.5f, 3);
    const int margins = made.int32("margins", {0, 0, 1, 0});
    const int fill = made.int8("fill", {1}, scale, 3, {7});
    const int y = made.int8("y", {1, 3}, 0.5f, 3);
    made.call("PADV2", {x, margins, fill}, {y});
    return made.finish({x}, {y});
  };
  CHECK(written(filled(0.5f)) == "pad before{0, 1} after{0, 0} fill{2.0f}");
  CHECK(reason(filled(0.25f)).find("different encodings") != std::string::npos);
}

TEST_CASE("what is concatenated has one encoding and no activation behind it") {
  const auto joined = [](float scale, tflite::activation fused) {
    tflite_writer made;
    const int a = made.int8("a", {1, 2}, 0.5f, 3);
    const int b = made.int8("b", {1, 3}, scale, 3);
    const int y = made.int8("y", {1, 5}, 0.5f, 3);
    made.call("CONCATENATION", {a, b}, {y}, tflite::options::concatenation_options,
              tflite::Createconcatenation_options(made.builder, -1, fused));
    return made.finish({a, b}, {y});
  };
  CHECK(written(joined(0.5f, tflite::activation::none)) == "concat axis{-1}");
  CHECK(reason(joined(0.25f, tflite::activation::none)).find("different encodings") != std::string::npos);
  CHECK(reason(joined(0.5f, tflite::activation::relu)).find("fused activation") != std::string::npos);
}

TEST_CASE("parts are slices, of equal sizes or of given ones") {
  const auto parts_of = [](const std::string& word, std::int32_t axis, const std::vector<std::int32_t>& sizes,
                           const std::vector<std::int32_t>& extents) {
    tflite_writer made;
    const int x = made.real("x", {2, 6});
    const int along = made.int32("axis", {axis});
    const int given = made.int32("sizes", sizes);
    std::vector<std::int32_t> parts;
    for (const std::int32_t extent : extents) parts.push_back(made.real("y", {2, extent}));
    if (word == "SPLIT") made.call(word, {along, x}, parts);
    else made.call(word, {x, given, along}, parts);
    return made.finish({x}, parts);
  };
  CHECK(written(parts_of("SPLIT", 1, {}, {3, 3})) == "slice begin{0, 0} end{2, 3}");
  CHECK(written(parts_of("SPLIT", -1, {}, {2, 2, 2})) == "slice begin{0, 0} end{2, 2}");
  CHECK(written(parts_of("SPLIT_V", 1, {4, 2}, {4, 2})) == "slice begin{0, 0} end{2, 4}");
  CHECK(written(parts_of("SPLIT_V", -1, {-1, 2}, {4, 2})) == "slice begin{0, 0} end{2, 4}");
  CHECK(reason(parts_of("SPLIT", 2, {}, {3, 3})).find("not one axis of its input") != std::string::npos);
  CHECK(reason(parts_of("SPLIT", 1, {}, {1, 1, 1, 1})).find("its parts are not") != std::string::npos);
  CHECK(reason(parts_of("SPLIT_V", 1, {4, 3}, {4, 3})).find("its parts are not") != std::string::npos);
  CHECK(reason(parts_of("SPLIT_V", 1, {-2147483647, -1}, {4, 2})).find("its parts are not") != std::string::npos);
  CHECK(reason(parts_of("SPLIT_V", 1, {6}, {4, 2})).find("its parts are not") != std::string::npos);
}
