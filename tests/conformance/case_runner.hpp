// SPDX-License-Identifier: Apache-2.0
// Runs the networks of many conformance cases in one program: each on the arrays in its folder.
#pragma once

#include <tenon/backend/kryo.hpp>
#include <tenon/host/model_runner.hpp>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace tenon_test {

/// A case by name, and its network.
struct conformance_case {
  const char* name;
  tenon::host::runnable_model model;
};

template <class Model>
tenon::host::runnable_model runnable() {
  return tenon::host::make_runnable<tenon::engine<Model, tenon::on<tenon::kryo, tenon::reference>>>();
}

/// Runs a case once on FOLDER/NAME/in/<input>.npy and writes FOLDER/NAME/out/<output>.npy.
inline void run_case(const conformance_case& each, const std::filesystem::path& folder) {
  namespace detail = tenon::host::detail;
  tenon::host::run_options options;
  for (const auto& port : each.model.inputs)
    options.inputs[port.name] = (folder / each.name / "in" / (detail::file_name_of(port.name) + ".npy")).string();
  const detail::input_set inputs = detail::load_inputs(each.model, options);
  std::vector<const void*> from;
  for (std::size_t i = 0; i < each.model.inputs.size(); ++i)
    from.push_back(inputs.at(i, 0, each.model.inputs[i].type.bytes()));
  std::vector<std::vector<std::byte>> made;
  std::vector<void*> to;
  for (const auto& port : each.model.outputs) made.emplace_back(port.type.bytes());
  for (auto& bytes : made) to.push_back(bytes.data());
  each.model.run(from, to);
  detail::stacked_results results;
  for (std::size_t i = 0; i < to.size(); ++i) results.add(each.model.outputs[i], to[i], 1);
  results.write((folder / each.name / "out").string());
}

/// Runs all cases; what goes wrong in one is told and ends none of the others.
inline int run_cases(const std::vector<conformance_case>& cases, const char* folder) {
  for (const conformance_case& each : cases) try {
      run_case(each, folder);
    } catch (const std::exception& wrong) {
      std::fprintf(stderr, "%s: %s\n", each.name, wrong.what());
    }
  return 0;
}

}  // namespace tenon_test
