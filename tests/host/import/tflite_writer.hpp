// SPDX-License-Identifier: Apache-2.0
// Builds small .tflite files in memory, sound ones and others.
#pragma once

#include <tenon/host/import/tflite_file.hpp>
#include <tenon/host/import/tflite_names.hpp>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace tenon_test {

namespace tflite = tenon::tflite_format;

/// A tensor as a test states it.
struct tensor_spec {
  std::string name{};
  std::vector<std::int32_t> shape{};
  tflite::tensor_type type = tflite::tensor_type::float32;
  std::vector<float> scales{};
  std::vector<std::int64_t> zero_points{};
  std::vector<std::uint8_t> data{};
  int axis = 0;
};

template <class Number>
std::vector<std::uint8_t> bytes_of(const std::vector<Number>& numbers) {
  std::vector<std::uint8_t> bytes(numbers.size() * sizeof(Number));
  if (!bytes.empty()) std::memcpy(bytes.data(), numbers.data(), bytes.size());
  return bytes;
}

/// The number of an operator by its word.
inline int code_of(const std::string& word) {
  for (int code = 0; code < 200; ++code)
    if (tenon::host::tflite_operator_name(code) == word) return code;
  return -1;
}

/// Collects tensors and operators, then writes the file.
class tflite_writer {
 public:
  flatbuffers::FlatBufferBuilder builder;

  int add(const tensor_spec& spec) {
    buffers_.push_back(tflite::Createbuffer(builder, builder.CreateVector(spec.data)));
    const auto code = spec.scales.empty()
                          ? 0
                          : tflite::Createquantization(builder, 0, 0, builder.CreateVector(spec.scales),
                                                       builder.CreateVector(spec.zero_points), 0, 0, spec.axis);
    tensors_.push_back(tflite::Createtensor(builder, builder.CreateVector(spec.shape), spec.type,
                                            static_cast<std::uint32_t>(buffers_.size()),
                                            builder.CreateString(spec.name), code));
    return static_cast<int>(tensors_.size()) - 1;
  }
  int real(const std::string& name, const std::vector<std::int32_t>& shape, const std::vector<float>& data = {}) {
    return add({name, shape, tflite::tensor_type::float32, {}, {}, bytes_of(data)});
  }
  int int8(const std::string& name, const std::vector<std::int32_t>& shape, float scale, std::int64_t zero_point,
           const std::vector<std::int8_t>& data = {}) {
    return add({name, shape, tflite::tensor_type::int8, {scale}, {zero_point}, bytes_of(data)});
  }
  int int32(const std::string& name, const std::vector<std::int32_t>& data) {
    return add({name, {static_cast<std::int32_t>(data.size())}, tflite::tensor_type::int32, {}, {}, bytes_of(data)});
  }

  template <class Options = void>
  void call(const std::string& word, const std::vector<std::int32_t>& inputs, const std::vector<std::int32_t>& outputs,
            tflite::options kind = tflite::options::NONE, flatbuffers::Offset<Options> options = {}) {
    const int code = code_of(word);
    codes_.push_back(tflite::Createoperator_code(builder, static_cast<std::int8_t>(code < 127 ? code : 127), 0, 1, code));
    calls_.push_back(tflite::Createoperator_call(builder, static_cast<std::uint32_t>(codes_.size() - 1),
                                                 builder.CreateVector(inputs), builder.CreateVector(outputs), kind,
                                                 options.Union()));
  }

  /// An operator that the format does not list, with options of its own.
  void call_custom(const std::string& word, const std::vector<std::int32_t>& inputs, int output,
                   const std::vector<std::int32_t>& options) {
    codes_.push_back(tflite::Createoperator_code(builder, 32, builder.CreateString(word), 1, 32));
    const std::vector<std::int32_t> outputs{output};
    calls_.push_back(tflite::Createoperator_call(builder, static_cast<std::uint32_t>(codes_.size() - 1),
                                                 builder.CreateVector(inputs), builder.CreateVector(outputs),
                                                 tflite::options::NONE, 0, builder.CreateVector(bytes_of(options))));
  }

  /// Ends a graph that the main one calls, which comes behind it in the file: "call_once_options{1}" for the first. Tensors
  /// added from now on are those of the next graph.
  void end_called_graph() {
    const std::vector<std::int32_t> none;
    called_.push_back(tflite::Createsubgraph(builder, builder.CreateVector(tensors_), builder.CreateVector(none),
                                             builder.CreateVector(none), builder.CreateVector(calls_)));
    tensors_.clear();
    calls_.clear();
  }

  /// The bytes of the file.
  std::vector<std::uint8_t> finish(const std::vector<std::int32_t>& inputs, const std::vector<std::int32_t>& outputs,
                                   std::uint32_t version = 3) {
    std::vector<flatbuffers::Offset<tflite::buffer>> buffers{tflite::Createbuffer(builder)};
    buffers.insert(buffers.end(), buffers_.begin(), buffers_.end());
    std::vector<flatbuffers::Offset<tflite::subgraph>> graphs{
        tflite::Createsubgraph(builder, builder.CreateVector(tensors_), builder.CreateVector(inputs),
                               builder.CreateVector(outputs), builder.CreateVector(calls_))};
    graphs.insert(graphs.end(), called_.begin(), called_.end());
    builder.Finish(tflite::Createmodel(builder, version, builder.CreateVector(codes_), builder.CreateVector(graphs), 0,
                                       builder.CreateVector(buffers)),
                   "TFL3");
    return {builder.GetBufferPointer(), builder.GetBufferPointer() + builder.GetSize()};
  }

 private:
  std::vector<flatbuffers::Offset<tflite::buffer>> buffers_;
  std::vector<flatbuffers::Offset<tflite::tensor>> tensors_;
  std::vector<flatbuffers::Offset<tflite::operator_call>> calls_;
  std::vector<flatbuffers::Offset<tflite::subgraph>> called_;
  std::vector<flatbuffers::Offset<tflite::operator_code>> codes_;
};

/// A sound int8 network: an image of 4x4x1, a convolution with two filters and a fused relu, its mean, a dense layer.
/// Names are those that converters write, with `extra` behind the first layer's.
inline std::vector<std::uint8_t> small_int8_model(const std::string& extra = {}, const std::string& input = "image") {
  tflite_writer file;
  const int x = file.int8(input, {1, 4, 4, 1}, 0.5f, -3);
  const int kernel = file.add({"model/stem/Conv2D" + extra, {2, 2, 2, 1}, tflite::tensor_type::int8, {0.25f, 0.5f}, {0, 0},
                               bytes_of(std::vector<std::int8_t>{1, -2, 3, -4, 65, 48, -128, 127}), 0});
  const int bias = file.int32("model/stem/bias", {10, -20});
  const int stem = file.int8("model/stem/Relu;model/stem/Conv2D" + extra, {1, 2, 2, 2}, 0.125f, -128);
  const int axes = file.int32("axes", {1, 2});
  const int mean = file.int8("model/pool/Mean", {1, 2}, 0.25f, -128);
  const int matrix = file.int8("model/logits/MatMul", {3, 2}, 0.0078125f, 0, {1, 2, 3, 4, 5, -6});
  const int logits = file.int8("scores", {1, 3}, 0.0625f, 5);
  file.call("CONV_2D", {x, kernel, bias}, {stem}, tflite::options::conv2d_options,
            tflite::Createconv2d_options(file.builder, tflite::window_padding::same, 2, 2, tflite::activation::relu));
  file.call("MEAN", {stem, axes}, {mean}, tflite::options::reducer_options, tflite::Createreducer_options(file.builder));
  file.call("FULLY_CONNECTED", {mean, matrix, -1}, {logits}, tflite::options::fully_connected_options,
            tflite::Createfully_connected_options(file.builder));
  return file.finish({x}, {logits});
}

}  // namespace tenon_test
