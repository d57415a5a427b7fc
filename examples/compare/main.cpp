// SPDX-License-Identifier: Apache-2.0
// tenon-compare: holds each layer of a model to arrays in files, to another model, or to its twin in real numbers.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/compare_model.hpp>
#include <tenon/host/import/convert.hpp>
#include <tenon/host/write_file.hpp>

#include "../command_line.hpp"

int main(int argc, char** argv) {
  tenon::host::compare_options chosen;
  chosen.headers = TENON_HEADERS;
  std::string picture;
  std::vector<std::string> inputs, shapes;
  CLI::App app{"Runs a model and tells for each layer how far its numbers are from the right ones.", "tenon-compare"};
  app.add_option("MODEL", chosen.model.model, "the model file")->required();
  app.add_option("--against", chosen.against,
                 "what is right: .npy files called after tensors, or one other model; unless given, the model without "
                 "its encodings");
  app.add_option("--encodings", chosen.model.encodings, "make int8 of a model in real numbers by this file");
  app.add_flag("--float-fallback", chosen.model.float_fallback,
               "layers for which that file has no encoding stay in real numbers");
  app.add_option("--prune", chosen.model.outputs,
                 "end the network at this tensor or layer; may be given several times");
  app.add_option("--input", inputs, "[NAME=]FILE.npy, the numbers of an input; random ones unless given");
  app.add_option("--input-shape", shapes, "NAME:1,3,224,224, the shape of an input that an ONNX file leaves open");
  app.add_option("--picture", picture, "also draw the worst layers into this file (SVG)");
  if (const auto status = examples::read_command_line(app, argc, argv)) return *status;
  try {
    for (const std::string& input : inputs) tenon::host::add_input_file(chosen.inputs, input);
    for (const std::string& shape : shapes) chosen.model.shapes.insert(tenon::host::read_input_shape(shape));
    const auto layers = tenon::host::compare_model(chosen, tenon::host::import_as_asked, [](const std::string& part) {
      fmt::print(stderr, "tenon-compare: {}\n", part);
    });
    fmt::print("{}", tenon::host::comparison_table(layers));
    if (!picture.empty()) tenon::host::write_file(picture, tenon::host::comparison_picture(chosen.model.model, layers));
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "tenon-compare: {}\n", wrong.what());
    return 1;
  }
}
