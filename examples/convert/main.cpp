// SPDX-License-Identifier: Apache-2.0
// tenon-convert: writes the headers of a network out of a TensorFlow Lite or ONNX file.
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/convert.hpp>

#include "../command_line.hpp"

int main(int argc, char** argv) {
  tenon::host::convert_options chosen;
  CLI::App app{
      "Writes a network, its weights and its encodings as headers, out of a TensorFlow Lite or ONNX file "
      "(.tflite, .onnx).",
      "tenon-convert"};
  app.add_option("MODEL", chosen.model, "the model file")->required();
  app.add_option("-o,--output", chosen.header,
                 "the header to write, NAME.hpp; NAME_weights.hpp and NAME_encodings.hpp go beside it")
      ->required();
  app.add_option("--name", chosen.name, "the namespace of what is written; that of the header unless given");
  app.add_option("--table", chosen.table, "also write which node holds which tensor of the file, a line each");
  std::vector<std::string> shapes;
  app.add_option("--input-shape", shapes,
                 "NAME:1,3,224,224, the shape of an input that an ONNX file leaves open; may be given several times");
  app.add_option("--prune", chosen.outputs, "end the network at this tensor or layer; may be given several times");
  app.add_option("--encodings", chosen.encodings,
                 "make int8 of a model in real numbers by this file (quantization_overrides, AIMET 0.6.1 or 1.0.0)");
  app.add_flag("--float-fallback", chosen.float_fallback,
               "layers for which that file has no encoding stay in real numbers");
  const std::map<std::string, tenon::host::weight_place> places{{"auto", tenon::host::weight_place::by_size},
                                                                {"header", tenon::host::weight_place::header},
                                                                {"linked", tenon::host::weight_place::linked}};
  app.add_option("--weights", chosen.weights,
                 "where kernels go: into the header, or linked from NAME_weights.cpp, so that a packing program has to "
                 "pack them; linked if there are more than 500,000 numbers, unless given")
      ->transform(CLI::CheckedTransformer(places));
  if (const auto status = examples::read_command_line(app, argc, argv)) return *status;
  try {
    for (const std::string& shape : shapes) chosen.shapes.insert(tenon::host::read_input_shape(shape));
    const auto model = tenon::host::convert(chosen);
    for (const std::string& note : model.notes) fmt::print(stderr, "tenon-convert: note: {}\n", note);
    fmt::print("{}: {} nodes, {} arrays, {}{}\n", chosen.header, model.nodes.size(), model.arrays.size(),
               model.int16 ? "int16" : model.quantized ? "int8" : "real numbers",
               tenon::host::links_weights(model, chosen.weights) ? ", kernels linked" : "");
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "tenon-convert: {}\n", wrong.what());
    return 1;
  }
}
