// SPDX-License-Identifier: Apache-2.0
// Files in protobuf: sound ones become plain structures, all others are refused in one line before they cost memory.
#include <tenon/host/import/onnx_file.hpp>

#include <tenon/host/import/onnx_tensor.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host;
namespace format = tenon::onnx_format;

namespace {

/// x -> Relu -> y with the constant "c".
format::model small_model() {
  format::model file;
  auto* set = file.add_operator_sets();
  set->set_version(13);
  auto& graph = *file.mutable_main();
  auto* node = graph.add_nodes();
  node->set_op_type("Relu");
  node->add_inputs("x");
  node->add_outputs("y");
  for (auto* port : {graph.add_inputs(), graph.add_outputs()}) {
    port->set_name(graph.outputs_size() == 0 ? "x" : "y");
    port->mutable_type()->mutable_of_tensor()->set_elem_type(1);
    port->mutable_type()->mutable_of_tensor()->mutable_shape()->add_dim()->set_dim_value(2);
    port->mutable_type()->mutable_of_tensor()->mutable_shape()->add_dim()->set_dim_param("n");
  }
  graph.mutable_inputs(0)->set_name("x");
  auto* constant = graph.add_constants();
  constant->set_name("c");
  constant->set_data_type(1);
  constant->add_dims(2);
  constant->add_float_data(1);
  constant->add_float_data(-2);
  return file;
}

onnx_model parsed(const std::string& bytes, const std::string& path = "m.onnx") {
  return parse_onnx(path, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}
std::string refused(const std::string& bytes, const std::string& path = "m.onnx") {
  return refusal([&] { parsed(bytes, path); });
}
std::string refused(const format::model& file, const std::string& path = "m.onnx") {
  return refused(file.SerializeAsString(), path);
}

}  // namespace

TEST_CASE("a sound file tells its nodes, ports and constants") {
  const onnx_model made = parsed(small_model().SerializeAsString());
  CHECK(made.opset == 13);
  CHECK(made.nodes.at(0).word == "Relu");
  CHECK(made.inputs.at(0).extents == std::vector<std::int64_t>{2, -1});
  CHECK(made.outputs.at(0).name == "y");
  CHECK(reals_of(made.constants.at("c")) == std::vector<float>{1, -2});
}

TEST_CASE("constants are no inputs, and numbers stand in the list of their type") {
  auto file = small_model();
  file.mutable_main()->mutable_inputs(0)->set_name("c");
  auto* constant = file.mutable_main()->mutable_constants(0);
  constant->clear_float_data();
  constant->set_data_type(10);
  constant->add_int32_data(0x3c00);
  constant->add_int32_data(0xc000);
  const onnx_model made = parsed(file.SerializeAsString());
  CHECK(made.inputs.empty());
  CHECK(reals_of(made.constants.at("c")) == std::vector<float>{1, -2});
}

TEST_CASE("files that are cut off, or something else") {
  const std::string sound = small_model().SerializeAsString();
  for (std::size_t size = 0; size < sound.size(); ++size) CHECK(refused(sound.substr(0, size)).starts_with("m.onnx: "));
  CHECK(refused("TFL3 and more, which is no protobuf").find("no ONNX model") != std::string::npos);
  CHECK(refused(sound + "\x0a").find("ends too early") != std::string::npos);
}

TEST_CASE("what no network needs is refused before it is read") {
  std::string nodes;
  for (int i = 0; i < 2'100'000; ++i) nodes += std::string{"\x0a\x00", 2};
  nodes += nodes;
  std::string bytes{"\x3a"};
  for (std::size_t size = nodes.size(); size != 0; size >>= 7)
    bytes += static_cast<char>((size & 127) | (size > 127 ? 128 : 0));
  CHECK(refused(bytes + nodes).find("more than 4,000,000 fields") != std::string::npos);
  auto file = small_model();
  file.mutable_operator_sets(0)->set_version(5);
  CHECK(refused(file).find("operator set 5") != std::string::npos);
}

TEST_CASE("constants without enough data, or of impossible shapes") {
  auto file = small_model();
  auto* constant = file.mutable_main()->mutable_constants(0);
  constant->add_dims(3);
  CHECK(refused(file).find("the constant 'c' has not as much data") != std::string::npos);
  constant->add_dims(-1);
  CHECK(refused(file).find("a shape that no tensor has") != std::string::npos);
  constant->set_dims(2, std::int64_t{1} << 40);
  CHECK(refused(file).find("a shape that no tensor has") != std::string::npos);
}

TEST_CASE("data may stand in a file of its own") {
  const scratch_folder folder;
  const std::string path = (folder.path / "m.onnx").string();
  std::ofstream{folder.path / "weights", std::ios::binary} << "skip"
                                                           << std::string("\x00\x00\x80\x3f\x00\x00\x00\xc0", 8);
  auto file = small_model();
  auto* constant = file.mutable_main()->mutable_constants(0);
  constant->clear_float_data();
  constant->set_data_location(1);
  const auto set = [&](const char* key, const char* value) {
    auto* pair = constant->add_external_data();
    pair->set_key(key);
    pair->set_value(value);
  };
  set("location", "weights");
  set("offset", "4");
  CHECK(reals_of(parsed(file.SerializeAsString(), path).constants.at("c")) == std::vector<float>{1, -2});
  set("location", "../weights");
  CHECK(refused(file, path) == path +
                                   ": the constant 'c' names a file outside of the model's folder for its data; put it "
                                   "beside the model");
}
