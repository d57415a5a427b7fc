// SPDX-License-Identifier: Apache-2.0
// A small network in real numbers as a .tflite file, for tests that convert, calibrate and compare.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <host/import/tflite_writer.hpp>
#include <tenon/host/write_file.hpp>

namespace tenon_test {

/// An image of 4x4x1, a convolution with two filters and a fused relu, its mean, a dense layer: "image",
/// "net/stem/Relu", "net/pool/Mean", "scores"; weights "net/stem/Conv2D" and "net/logits/MatMul".
inline std::vector<std::uint8_t> small_real_model() {
  tflite_writer file;
  const int x = file.real("image", {1, 4, 4, 1});
  const int kernel = file.real("net/stem/Conv2D", {2, 2, 2, 1}, {0.5f, -0.25f, 1, 0, 0.125f, 2, -1, 0.75f});
  const int bias = file.real("net/stem/bias", {2}, {0.5f, -0.5f});
  const int stem = file.real("net/stem/Relu", {1, 2, 2, 2});
  const int axes = file.int32("axes", {1, 2});
  const int mean = file.real("net/pool/Mean", {1, 2});
  const int matrix = file.real("net/logits/MatMul", {3, 2}, {1, 2, -3, 0.5f, 0.25f, -1});
  const int logits = file.real("scores", {1, 3});
  file.call("CONV_2D", {x, kernel, bias}, {stem}, tflite::options::conv2d_options,
            tflite::Createconv2d_options(file.builder, tflite::window_padding::same, 2, 2, tflite::activation::relu));
  file.call("MEAN", {stem, axes}, {mean}, tflite::options::reducer_options,
            tflite::Createreducer_options(file.builder));
  file.call("FULLY_CONNECTED", {mean, matrix, -1}, {logits}, tflite::options::fully_connected_options,
            tflite::Createfully_connected_options(file.builder));
  return file.finish({x}, {logits});
}

/// Writes it to a file.
inline std::string put_real_model(const std::filesystem::path& folder) {
  const auto bytes = small_real_model();
  tenon::host::write_file(folder / "small.tflite", {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  return (folder / "small.tflite").string();
}

}  // namespace tenon_test
