// SPDX-License-Identifier: Apache-2.0
// Operators without weights: attributes out of options and constants, encodings that operators prescribe, refusals.
#include <tenon/host/import/tflite_plain.hpp>

#include <host/import/refused.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;

namespace {

/// One operator with one input of 1x4x4x2 in int8, and an output in an encoding.
template <class Options = void>
std::vector<std::uint8_t> one(const std::string& word, tenon::encoding code,
                              tflite::options kind = tflite::options::NONE,
                              flatbuffers::Offset<Options> (*make)(flatbuffers::FlatBufferBuilder&) = nullptr,
                              const std::vector<std::int32_t>& constant = {},
                              const std::vector<std::int32_t>& shape = {1, 4, 4, 2}) {
  tflite_writer file;
  const int x = file.int8("x", {1, 4, 4, 2}, 0.5f, 3);
  std::vector<std::int32_t> inputs{x};
  if (!constant.empty()) inputs.push_back(file.int32("constant", constant));
  const int y = file.int8("y", shape, code.scale, code.zero_point);
  file.call(word, inputs, {y}, kind, make == nullptr ? flatbuffers::Offset<Options>{} : make(file.builder));
  return file.finish({x}, {y});
}

std::vector<std::uint8_t> pool(const std::string& word, tenon::encoding code, tflite::activation fused) {
  tflite_writer file;
  const int x = file.int8("x", {1, 4, 4, 2}, 0.5f, 3);
  const int y = file.int8("y", {1, 2, 1, 2}, code.scale, code.zero_point);
  file.call(word, {x}, {y}, tflite::options::pool2d_options,
            tflite::Createpool2d_options(file.builder, tflite::window_padding::valid, 4, 2, 3, 2, fused));
  return file.finish({x}, {y});
}

std::vector<std::uint8_t> argmax(tflite::tensor_type type, std::vector<std::int32_t> axis) {
  tflite_writer file;
  const int x = file.int8("x", {1, 5}, 0.5f, 3);
  const int along = file.int32("axis", axis);
  const int y = file.add({"y", {1}, type, {}, {}, {}, 0});
  file.call("ARG_MAX", {x, along}, {y});
  return file.finish({x}, {y});
}

}  // namespace

TEST_CASE("pools tell their windows, and an activation stands behind them") {
  CHECK(written(pool("MAX_POOL_2D", {0.5f, 3}, tflite::activation::none)) == "max_pool window{2, 3} stride{2, 4}");
  CHECK(written(pool("AVERAGE_POOL_2D", {0.5f, 3}, tflite::activation::relu6)) == "relu6");
  CHECK(reason(pool("MAX_POOL_2D", {0.25f, 3}, tflite::activation::none)).find("different encodings") != std::string::npos);
}

TEST_CASE("functions with an encoding of their own take no other") {
  const tenon::encoding share{1.0f / 256, -128};
  CHECK(written(one<>("LOGISTIC", share)) == "sigmoid");
  CHECK(written(one<>("TANH", {1.0f / 128, 0})) == "tanh");
  CHECK(reason(one<>("LOGISTIC", {1.0f / 128, 0})).find("that the operator prescribes") != std::string::npos);
  CHECK(reason(one<>("TANH", share)).find("that the operator prescribes") != std::string::npos);
  const auto softmax = [](flatbuffers::FlatBufferBuilder& builder) { return tflite::Createsoftmax_options(builder, 0.5f); };
  CHECK(written(one<tflite::softmax_options>("SOFTMAX", share, tflite::options::softmax_options, softmax)) ==
        "softmax beta{0.5f}");
  CHECK(reason(one<>("SOFTMAX", share)).find("its options are missing") != std::string::npos);
}

TEST_CASE("activations, slopes and means") {
  CHECK(written(one<>("RELU", {0.25f, -128})) == "relu");
  CHECK(written(one<>("RELU_N1_TO_1", {0.25f, -128})) == "clip clamp{-1.0f, 1.0f}");
  CHECK(written(one<>("HARD_SWISH", {0.25f, -128})) == "hard_swish");
  const auto leaky = [](flatbuffers::FlatBufferBuilder& builder) {
    return tflite::Createleaky_relu_options(builder, 0.2f);
  };
  CHECK(written(one<tflite::leaky_relu_options>("LEAKY_RELU", {0.25f, 0}, tflite::options::leaky_relu_options, leaky)) ==
        "leaky_relu slope{0.2f}");
  const auto keep = [](flatbuffers::FlatBufferBuilder& builder) { return tflite::Createreducer_options(builder, true); };
  CHECK(written(one<tflite::reducer_options>("MEAN", {0.25f, 0}, tflite::options::reducer_options, keep, {1, -2},
                                             {1, 1, 1, 2})) == "mean axes{1, -2} keep_axes{true}");
}

TEST_CASE("argmax has one axis and gives int32") {
  CHECK(written(argmax(tflite::tensor_type::int32, {1})) == "argmax axis{1}");
  CHECK(reason(argmax(tflite::tensor_type::int64, {1})).find("ask for int32 indices") != std::string::npos);
  CHECK(reason(argmax(tflite::tensor_type::int32, {0, 1})).find("not one axis") != std::string::npos);
}

TEST_CASE("operands of different types are refused") {
  tflite_writer file;
  const int x = file.int8("x", {1, 2}, 0.5f, 0);
  const int c = file.real("c", {2}, {1, 2});
  const int y = file.int8("y", {1, 2}, 0.5f, 0);
  file.call("ADD", {x, c}, {y}, tflite::options::add_options, tflite::Createadd_options(file.builder));
  CHECK(reason(file.finish({x}, {y})).find("different element types") != std::string::npos);
}
