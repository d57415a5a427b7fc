// SPDX-License-Identifier: Apache-2.0
// Files of both formats are told apart, whatever they are called.
#include <tenon/host/import/import_model.hpp>

#include <tenon/host/write_file.hpp>

#include <host/files.hpp>
#include <host/import/tflite_writer.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using tenon::host::import_model;

namespace {

struct model_files {
  scratch_folder folder;

  std::string write(const std::string& name, const std::string& bytes) const {
    tenon::host::write_file(folder.path / name, bytes);
    return (folder.path / name).string();
  }
};

std::string small_onnx_model() {
  tenon::onnx_format::model file;
  file.add_operator_sets()->set_version(13);
  auto& graph = *file.mutable_main();
  auto* node = graph.add_nodes();
  node->set_op_type("Relu");
  node->add_inputs("x");
  node->add_outputs("y");
  auto* input = graph.add_inputs();
  input->set_name("x");
  input->mutable_type()->mutable_of_tensor()->set_elem_type(1);
  input->mutable_type()->mutable_of_tensor()->mutable_shape()->add_dim()->set_dim_param("n");
  input->mutable_type()->mutable_of_tensor()->mutable_shape()->add_dim()->set_dim_param("k");
  graph.add_outputs()->set_name("y");
  return file.SerializeAsString();
}

}  // namespace

TEST_CASE("files of both formats are read") {
  const model_files files;
  const std::string onnx = files.write("m.onnx", small_onnx_model());
  CHECK(refusal([&] { import_model(onnx); }).find("its shape is open (1x?)") != std::string::npos);
  CHECK(import_model(onnx, {{"x", {2, 3}}}).nodes.back().extents == tenon::shape_of(2, 3));
  const auto bytes = small_int8_model();
  const std::string text(bytes.begin(), bytes.end());
  CHECK(import_model(files.write("m.tflite", text)).quantized);
  const std::string renamed = files.write("renamed.onnx", text);
  CHECK(import_model(renamed).quantized);
  CHECK(import_model(renamed, {{"image", {1, 4, 4, 1}}}).quantized);
  CHECK(refusal([&] { import_model(renamed, {{"image", {1, 4, 4}}}); }) ==
        renamed + ": fixes the shape of 'image' as 1x4x4x1; convert the model with another, or leave --input-shape out");
  CHECK(refusal([&] { import_model(renamed, {{"x", {1}}}); }).find("has no input 'x'") != std::string::npos);
}

TEST_CASE("what is neither is refused by its name") {
  const model_files files;
  CHECK(refusal([&] { import_model(files.write("a.tflite", "nothing to read")); }).find("no .tflite file") !=
        std::string::npos);
  CHECK(refusal([&] { import_model(files.write("a.onnx", "nothing to read")); }).find("no ONNX model") !=
        std::string::npos);
}
