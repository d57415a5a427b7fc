// SPDX-License-Identifier: Apache-2.0
// tenon-quantize: finds encodings for a model in real numbers by running it over samples.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/convert.hpp>
#include <tenon/host/quantize_model.hpp>

#include "../command_line.hpp"

int main(int argc, char** argv) {
  tenon::host::quantize_options chosen;
  chosen.headers = TENON_HEADERS;
  bool quiet = false;
  std::vector<std::string> shapes;
  CLI::App app{"Finds the ranges of a model's tensors over samples and writes them as encodings (JSON).",
               "tenon-quantize"};
  app.add_option("MODEL", chosen.model.model, "the model file, in real numbers")->required();
  app.add_option(
         "--data", chosen.samples,
         "a folder of .npy files, each one sample or several in its leading axis; of a model with several inputs, "
         "a folder for each input in it")
      ->required();
  app.add_option("-o,--output", chosen.output, "the file of encodings to write")->required();
  app.add_option("--method", chosen.method, "minmax, percentile, moving_average, mse, entropy or sqnr");
  app.add_option("--percentile", chosen.percentile, "the share of numbers inside the range, for percentile");
  app.add_option("--format", chosen.form, "aimet-1.0.0, aimet-0.6.1 or qualcomm (quantization_overrides)");
  app.add_option("--prune", chosen.model.outputs,
                 "end the network at this tensor or layer; may be given several times");
  app.add_option("--input-shape", shapes, "NAME:1,3,224,224, the shape of an input that an ONNX file leaves open");
  app.add_flag("--quiet", quiet, "say nothing while working");
  if (const auto status = examples::read_command_line(app, argc, argv)) return *status;
  try {
    for (const std::string& shape : shapes) chosen.model.shapes.insert(tenon::host::read_input_shape(shape));
    const auto file = tenon::host::quantize_model(chosen, tenon::host::import_as_asked, [&](const std::string& part) {
      if (!quiet) fmt::print(stderr, "tenon-quantize: {}\n", part);
    });
    fmt::print("{}: {} encodings\n", chosen.output, file.entries.size());
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "tenon-quantize: {}\n", wrong.what());
    return 1;
  }
}
