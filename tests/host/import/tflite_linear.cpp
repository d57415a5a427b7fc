// SPDX-License-Identifier: Apache-2.0
// Layers with weights: attributes out of options and shapes, and every way in which weights do not fit.
#include <tenon/host/import/tflite_linear.hpp>

#include <host/import/refused.hpp>

#include <limits>

#include <doctest/doctest.h>

using namespace tenon_test;

namespace {

/// What a test changes of a convolution of 1x6x6x4.
struct convolution {
  std::vector<std::int32_t> kernel{6, 3, 2, 2};
  std::vector<float> scales{0.5f};
  std::vector<std::int64_t> zero_points{0};
  int axis = 0;
  std::vector<std::int32_t> bias{1, 2, 3, 4, 5, 6};
  tflite::window_padding padding = tflite::window_padding::same;
  int rows_apart = 1;
  int dilation = 1;
  bool depthwise = false;
  tflite::tensor_type weights_type = tflite::tensor_type::int8;
  tflite::tensor_type image_type = tflite::tensor_type::int8;

  std::vector<std::uint8_t> file() const {
    tflite_writer made;
    const int x = made.add({"x", {1, 6, 6, 4}, image_type, {0.5f}, {0}, {}, 0});
    int size = 1;
    for (const int extent : kernel) size *= extent;
    const int weights = made.add({"m/conv", kernel, weights_type, scales, zero_points,
                                  std::vector<std::uint8_t>(static_cast<std::size_t>(size), 1), axis});
    const int offset = made.int32("bias", bias);
    const int y = made.add({"y", {1, 6, 6, 6}, tflite::tensor_type::int8, {0.5f}, {0}, {}, 0});
    if (depthwise)
      made.call("DEPTHWISE_CONV_2D", {x, weights, offset}, {y}, tflite::options::depthwise_conv2d_options,
                tflite::Createdepthwise_conv2d_options(made.builder, padding, 2, rows_apart, 1,
                                                       tflite::activation::none, 1, dilation));
    else
      made.call("CONV_2D", {x, weights, offset}, {y}, tflite::options::conv2d_options,
                tflite::Createconv2d_options(made.builder, padding, 2, rows_apart, tflite::activation::none, 1, dilation));
    return made.finish({x}, {y});
  }
};

std::vector<std::uint8_t> dense(std::vector<std::int32_t> input, bool keep_axes, std::int8_t format = 0) {
  tflite_writer made;
  const int x = made.real("x", input);
  const int weights = made.real("w", {2, 3}, {1, 2, 3, 4, 5, 6});
  const int y = made.real("y", {2, 2});
  made.call("FULLY_CONNECTED", {x, weights}, {y}, tflite::options::fully_connected_options,
            tflite::Createfully_connected_options(made.builder, tflite::activation::none, format, keep_axes));
  return made.finish({x}, {y});
}

}  // namespace

TEST_CASE("windows, strides, dilations and groups are written where they say something") {
  CHECK(written(convolution{}.file()) == "conv2d filters{6} window{3, 2} stride{1, 2} same_padding groups{2}");
  CHECK(written(convolution{.kernel = {6, 1, 1, 4}, .rows_apart = 2}.file()) ==
        "conv2d filters{6} window{1, 1} stride{2, 2}");
  CHECK(written(convolution{.padding = tflite::window_padding::valid, .dilation = 2}.file()) ==
        "conv2d filters{6} window{3, 2} stride{1, 2} dilation{2, 1} groups{2}");
  CHECK(written(convolution{.kernel = {1, 3, 3, 8}, .bias = std::vector<std::int32_t>(8), .depthwise = true}.file()) ==
        "depthwise_conv2d window{3, 3} stride{1, 2} same_padding multiplier{2}");
}

TEST_CASE("weights that do not fit are refused with what would help") {
  CHECK(reason(convolution{.kernel = {6, 3, 3, 3}}.file()).find("do not fit the channels of its input") !=
        std::string::npos);
  CHECK(reason(convolution{.kernel = {6, 3, 3}}.file()).find("have not 4 axes") != std::string::npos);
  CHECK(reason(convolution{.zero_points = {1}}.file()).find("weights have a zero point; make them symmetric") !=
        std::string::npos);
  CHECK(reason(convolution{.scales = {1, 2}, .zero_points = {0, 0}}.file()).find("do not follow its output channels") !=
        std::string::npos);
  CHECK(reason(convolution{.scales = {1, 2, 3, 4, 5, 6}, .zero_points = {0, 0, 0, 0, 0, 0}, .axis = 3}.file())
            .find("do not follow") != std::string::npos);
  CHECK(reason(convolution{.bias = {1, 2}}.file()).find("its bias has another type or size") != std::string::npos);
  CHECK(reason(convolution{.rows_apart = 0}.file()).find("is below 1") != std::string::npos);
}

TEST_CASE("an input of a dense layer is made rows of its depth") {
  CHECK(written(dense({2, 3}, false)) == "dense units{2}");
  const auto model = tenon::host::read_tflite(tenon::host::tflite_file{"m", dense({1, 2, 3}, false)});
  REQUIRE(model.nodes.size() == 3);
  CHECK(model.nodes[1].word == "reshape");
  CHECK(model.nodes[1].attributes == std::vector<std::string>{"extents{2, 3}"});
  CHECK(tenon::host::read_tflite(tenon::host::tflite_file{"m", dense({1, 2, 3}, true)}).nodes.size() == 2);
  CHECK(reason(dense({1, 4}, false)).find("do not fit its input") != std::string::npos);
  CHECK(reason(dense({2, 3}, false, 1)).find("shuffled") != std::string::npos);
}

TEST_CASE("a transposed convolution tells what its result lacks of the window's reach") {
  const auto transposed = [](tflite::window_padding padding, const std::vector<std::int32_t>& result) {
    tflite_writer file;
    const int size = file.int32("size", result);
    const int kernel = file.real("kernel", {3, 3, 2, 2}, std::vector<float>(36));
    const int x = file.real("x", {1, 4, 5, 2});
    const int y = file.real("y", result);
    file.call("TRANSPOSE_CONV", {size, kernel, x}, {y}, tflite::options::transposed_conv2d_options,
              tflite::Createtransposed_conv2d_options(file.builder, padding, 1, 2));
    return file.finish({x}, {y});
  };
  using enum tflite::window_padding;
  CHECK(written(transposed(valid, {1, 9, 6, 3})) == "transposed_conv2d filters{3} window{3, 2} stride{2, 1}");
  CHECK(written(transposed(same, {1, 8, 5, 3})) ==
        "transposed_conv2d filters{3} window{3, 2} stride{2, 1} padding{0, 1, 0, 1}");
  CHECK(written(transposed(same, {1, 7, 7, 3})) ==
        "transposed_conv2d filters{3} window{3, 2} stride{2, 1} padding{1, 1, 0, -1}");
  CHECK(reason(transposed(same, {1, 8, 5, 4})).find("do not fit its input and result") != std::string::npos);
}

TEST_CASE("convolutions of uint8 say how their scales are multiplied, and have weights of uint8 with one scale") {
  using enum tflite::tensor_type;
  const convolution both{.zero_points = {131}, .weights_type = uint8, .image_type = uint8};
  const auto model = tenon::host::read_tflite(tenon::host::tflite_file{"m", both.file()});
  CHECK(model.nodes[2].attributes.back() == "scale_product::float32");
  CHECK(model.arrays[0].zero_point == 3);
  CHECK(model.arrays[0].bytes[0] == 1 - 128);
  CHECK(reason(convolution{.weights_type = uint8}.file()).find("are not both uint8") != std::string::npos);
  CHECK(reason(convolution{.image_type = uint8}.file()).find("are not both uint8") != std::string::npos);
  const std::vector<float> many(6, 0.5f);
  const std::vector<std::int64_t> centres(6, 128);
  CHECK(reason(convolution{.scales = many, .zero_points = centres, .weights_type = uint8, .image_type = uint8}.file())
            .find("are not both uint8 with one scale") != std::string::npos);
}

TEST_CASE("MediaPipe's transposed convolution is one, other custom operators are refused by name") {
  const auto custom = [](const std::string& word, const std::vector<std::int32_t>& options) {
    tflite_writer file;
    const int x = file.real("x", {1, 4, 5, 2});
    const int kernel = file.real("kernel", {3, 2, 3, 2}, std::vector<float>(36));
    const int bias = file.real("bias", {3}, {1, 2, 3});
    const int y = file.real("y", {1, 8, 5, 3});
    file.call_custom(word, {x, kernel, bias}, y, options);
    return file.finish({x}, {y});
  };
  CHECK(written(custom("Convolution2DTransposeBias", {1, 1, 2})) ==
        "transposed_conv2d filters{3} window{2, 3} stride{2, 1} padding{0, 0, 1, 1}");
  CHECK(reason(custom("Convolution2DTransposeBias", {1})).find("its options are missing") != std::string::npos);
  CHECK(reason(custom("Convolution2DTransposeBias", {1, 0, 2})).find("is below 1") != std::string::npos);
  CHECK(reason(custom("EXP", {1, 1, 2})).find("no such operator (EXP)") != std::string::npos);
}

namespace {

/// A convolution of int16 whose bias holds one type, and whose options name another.
template <class Bias>
std::vector<std::uint8_t> wide_convolution(tflite::tensor_type of_bias, tflite::tensor_type said, Bias bias) {
  tflite_writer made;
  const int x = made.add({"x", {1, 2, 2, 1}, tflite::tensor_type::int16, {0.5f}, {0}});
  const int weights = made.int8("m/conv", {1, 1, 1, 1}, 0.25f, 0, {7});
  const int offset = made.add({"bias", {1}, of_bias, {}, {}, bytes_of(std::vector<Bias>{bias})});
  const int y = made.add({"y", {1, 2, 2, 1}, tflite::tensor_type::int16, {0.5f}, {0}});
  made.call("CONV_2D", {x, weights, offset}, {y}, tflite::options::conv2d_options,
            tflite::Createconv2d_options(made.builder, tflite::window_padding::valid, 1, 1, tflite::activation::none, 1, 1,
                                         said));
  return made.finish({x}, {y});
}

}  // namespace

TEST_CASE("convolutions of int16 have biases of int64, or of int32 where their options say so") {
  using enum tflite::tensor_type;
  constexpr std::int64_t large = std::numeric_limits<std::int64_t>::min();
  const auto wide = tenon::host::read_tflite(tenon::host::tflite_file{"m", wide_convolution(int64, float32, large)});
  CHECK(wide.arrays[1].long_words == std::vector<std::int64_t>{large});
  CHECK(wide.nodes[1].attributes == std::vector<std::string>{"filters{1}", "window{1, 1}"});
  CHECK(written(wide_convolution(int32, int32, 5)) == "conv2d filters{1} window{1, 1} accumulator::int32");
  CHECK(reason(wide_convolution(int32, float32, 5)).find("of another type than its options say") != std::string::npos);
  CHECK(reason(wide_convolution(int64, int32, large)).find("of another type than its options say") != std::string::npos);
}

namespace {

/// A layer of real numbers with int8 weights. Of a convolution the image is 1x3x3x4, of a dense layer 2x4.
struct hybrid {
  std::string word = "CONV_2D";
  std::vector<std::int32_t> kernel{2, 1, 1, 4};
  std::vector<float> scales{0.5f};
  std::vector<std::int64_t> zero_points{0};
  bool asymmetric = false;
  tflite::tensor_type weights_type = tflite::tensor_type::int8;

  std::vector<std::uint8_t> file() const {
    tflite_writer made;
    const bool is_dense = word == "FULLY_CONNECTED", is_depthwise = word == "DEPTHWISE_CONV_2D";
    const int x = made.real("x", is_dense ? std::vector<std::int32_t>{2, 4} : std::vector<std::int32_t>{1, 3, 3, 4});
    int size = 1;
    for (const int extent : kernel) size *= extent;
    const int weights = made.add({"m/layer", kernel, weights_type, scales, zero_points,
                                  std::vector<std::uint8_t>(static_cast<std::size_t>(size), 3), is_depthwise ? 3 : 0});
    const int y = made.real("y", is_dense       ? std::vector<std::int32_t>{2, kernel[0]}
                                 : is_depthwise ? std::vector<std::int32_t>{1, 3, 3, kernel[3]}
                                                : std::vector<std::int32_t>{1, 3, 3, kernel[0]});
    const auto none = tflite::activation::none;
    const auto valid = tflite::window_padding::valid;
    if (is_dense)
      made.call(word, {x, weights}, {y}, tflite::options::fully_connected_options,
                tflite::Createfully_connected_options(made.builder, none, 0, false, asymmetric));
    else if (is_depthwise)
      made.call(word, {x, weights}, {y}, tflite::options::depthwise_conv2d_options,
                tflite::Createdepthwise_conv2d_options(made.builder, valid, 1, 1, 1, none, 1, 1));
    else
      made.call(word, {x, weights}, {y}, tflite::options::conv2d_options,
                tflite::Createconv2d_options(made.builder, valid, 1, 1, none, 1, 1));
    return made.finish({x}, {y});
  }
};

}  // namespace

TEST_CASE("layers of real numbers with int8 weights round their input as LiteRT does") {
  CHECK(written(hybrid{}.file()) == "conv2d filters{2} window{1, 1} dynamic_range::symmetric");
  CHECK(written(hybrid{.scales = {2, 2}, .zero_points = {0, 0}}.file()) ==
        "conv2d filters{2} window{1, 1} dynamic_range::symmetric");
  CHECK(written(hybrid{.scales = {2, 1}, .zero_points = {0, 0}}.file()) ==
        "conv2d filters{2} window{1, 1} dynamic_range::asymmetric");
  CHECK(written(hybrid{.kernel = {2, 1, 1, 2}, .scales = {2, 2}, .zero_points = {0, 0}}.file()) ==
        "conv2d filters{2} window{1, 1} groups{2} dynamic_range::asymmetric");
  CHECK(written(hybrid{"DEPTHWISE_CONV_2D", {1, 3, 3, 4}, {1, 2, 3, 4}, {0, 0, 0, 0}}.file()) ==
        "depthwise_conv2d window{3, 3} dynamic_range::asymmetric");
  CHECK(written(hybrid{"FULLY_CONNECTED", {5, 4}}.file()) == "dense units{5} dynamic_range::symmetric");
  CHECK(written(hybrid{"FULLY_CONNECTED", {5, 4}, {0.5f}, {0}, true}.file()) ==
        "dense units{5} dynamic_range::asymmetric");
  const auto model = tenon::host::read_tflite(tenon::host::tflite_file{"m", hybrid{}.file()});
  CHECK(model.arrays[0].bytes == std::vector<std::int8_t>(8, 3));
  CHECK(model.arrays[0].scales == std::vector<float>{0.5f});
  CHECK(reason(hybrid{"FULLY_CONNECTED", {5, 4}, {0.5f}, {1}}.file()).find("make them symmetric") != std::string::npos);
  // uint8 weights are multiplied out.
  CHECK(written(hybrid{"FULLY_CONNECTED", {5, 4}, {0.5f}, {1}, false, tflite::tensor_type::uint8}.file()) ==
        "dense units{5}");
}
