// SPDX-License-Identifier: Apache-2.0
// Any bytes as an .onnx file: refused, or imported and written as headers. Open axes of its input "x" are given.
#include <tenon/host/import/onnx_reader.hpp>

#include <tenon/host/import/network_header.hpp>
#include <tenon/host/import/onnx_file.hpp>
// The messages' own code, so that it is watched, too.
#include <tenon/host/import/onnx_format.pb.cc>

#include <fuzz/fuzz.hpp>

namespace {

namespace format = tenon::onnx_format;

void add_port(format::value_info& port, const std::string& name, const std::vector<int>& extents) {
  port.set_name(name);
  port.mutable_type()->mutable_of_tensor()->set_elem_type(1);
  for (const int extent : extents) {
    auto* axis = port.mutable_type()->mutable_of_tensor()->mutable_shape()->add_dim();
    if (extent < 0)
      axis->set_dim_param("n");
    else
      axis->set_dim_value(extent);
  }
}

void add_constant(format::graph& graph, const std::string& name, const std::vector<int>& extents) {
  auto* constant = graph.add_constants();
  constant->set_name(name);
  constant->set_data_type(1);
  int count = 1;
  for (const int extent : extents) {
    constant->add_dims(extent);
    count *= extent;
  }
  for (int i = 0; i < count; ++i) constant->add_float_data(static_cast<float>(i) - 2);
}

format::node& add_node(format::graph& graph, const std::string& word, const std::vector<std::string>& inputs,
                       const std::string& output) {
  auto* node = graph.add_nodes();
  node->set_op_type(word);
  for (const std::string& input : inputs) node->add_inputs(input);
  node->add_outputs(output);
  return *node;
}

/// An image through a convolution, a batch normalization, a relu and a mean into a dense layer.
format::model classifier() {
  format::model file;
  file.add_operator_sets()->set_version(13);
  auto& graph = *file.mutable_main();
  add_port(*graph.add_inputs(), "x", {-1, 2, 4, 4});
  add_port(*graph.add_outputs(), "y", {-1, 3});
  add_constant(graph, "w", {3, 2, 3, 3});
  for (const char* name : {"scale", "shift", "mean", "variance"}) add_constant(graph, name, {3});
  add_constant(graph, "m", {3, 3});
  auto& node = add_node(graph, "Conv", {"x", "w"}, "conv");
  auto* pads = node.add_attributes();
  pads->set_name("pads");
  for (int i = 0; i < 4; ++i) pads->add_ints(1);
  add_node(graph, "BatchNormalization", {"conv", "scale", "shift", "mean", "variance"}, "normal");
  add_node(graph, "Relu", {"normal"}, "positive");
  add_node(graph, "GlobalAveragePool", {"positive"}, "pooled");
  add_node(graph, "Flatten", {"pooled"}, "flat");
  add_node(graph, "Gemm", {"flat", "m"}, "y");
  return file;
}

/// Shape arithmetic, which is folded.
format::model reshaped() {
  format::model file;
  file.add_operator_sets()->set_version(13);
  auto& graph = *file.mutable_main();
  add_port(*graph.add_inputs(), "x", {2, 6});
  add_port(*graph.add_outputs(), "y", {});
  add_node(graph, "Shape", {"x"}, "shape");
  add_node(graph, "Reshape", {"x", "shape"}, "same");
  add_node(graph, "Transpose", {"same"}, "turned");
  add_node(graph, "Sigmoid", {"turned"}, "y");
  return file;
}

}  // namespace

std::vector<std::string> tenon_test::seeds() {
  return {classifier().SerializeAsString(), reshaped().SerializeAsString()};
}

void tenon_test::take(std::string_view bytes) {
  using namespace tenon::host;
  read_or_refuse([&] {
    const onnx_model file = parse_onnx("file", {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    input_shapes shapes;
    for (const auto& input : file.inputs)
      if (input.name == "x") shapes["x"] = {1, 2, 4, 4};
    if (!file.inputs.empty() && file.inputs.front().extents.size() != 4) shapes.clear();
    const imported_model model = read_onnx(file, shapes);
    write_network(model, {"net", "net", "file"});
  });
}
