// SPDX-License-Identifier: Apache-2.0
// Runs any engine on arrays in files: what programs that are made for one model have as their main function.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>
#include <map>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/host/input_files.hpp>
#include <tenon/host/layer_table.hpp>
#include <tenon/host/npy.hpp>
#include <tenon/host/port_info.hpp>
#include <tenon/host/runnable_model.hpp>
#include <tenon/model/packed_block.hpp>

namespace tenon::host {

/// What a user asks of one program.
struct run_options {
  input_files inputs{};
  std::string output_folder = ".";
  std::string step_folder{};  ///< where every step's result is written too, with steps.txt, if anywhere
  bool show_steps = true;
};

namespace detail {

/// Numbers that differ from run to run of this program no more than from each other.
inline npy_array random_input(const port_info& port, std::mt19937& random) {
  npy_array made{port.type.type, list_of_extents(port.type), std::vector<std::byte>(port.type.bytes())};
  std::uniform_real_distribution<float> real(-1.0f, 1.0f);
  if (made.type != f32) {
    for (std::byte& byte : made.bytes) byte = static_cast<std::byte>(random() & 255u);
    return made;
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    const float number = real(random);
    std::memcpy(made.bytes.data() + i * sizeof number, &number, sizeof number);
  }
  return made;
}

/// All inputs of a number of runs; what stays the same in all of them is stored once.
struct input_set {
  std::vector<npy_array> arrays{};
  std::size_t runs = 1;

  const void* at(std::size_t input, std::size_t run, std::size_t bytes) const {
    const auto& all = arrays[input].bytes;
    return all.data() + (all.size() > bytes ? run * bytes : 0);
  }
};

inline input_set load_inputs(const runnable_model& model, const run_options& options) {
  input_set made;
  std::mt19937 random{1};
  for (const auto& [name, path] : options.inputs) {
    if (name.empty() && (model.inputs.size() != 1 || options.inputs.size() != 1))
      throw std::runtime_error{path + ": is given for no input by name; say --input " + model.inputs.front().name +
                               "=" + path};
    if (!name.empty() && std::none_of(model.inputs.begin(), model.inputs.end(),
                                      [&](const port_info& port) { return port.name == name; }))
      throw std::runtime_error{path + ": is given for the input " + name + ", which the network lacks; its first is " +
                               model.inputs.front().name};
  }
  for (const port_info& port : model.inputs) {
    auto found = options.inputs.find(port.name);
    if (found == options.inputs.end() && model.inputs.size() == 1) found = options.inputs.find("");
    if (found == options.inputs.end()) {
      fmt::print("input {}: random numbers, as no file is given for it\n", port.name);
      made.arrays.push_back(random_input(port, random));
      continue;
    }
    made.arrays.push_back(read_npy(found->second));
    const std::size_t runs = runs_in(made.arrays.back(), port, found->second);
    if (runs == 0) throw std::runtime_error{found->second + ": holds no run; give one or more"};
    if (made.runs > 1 && runs > 1 && runs != made.runs)
      throw std::runtime_error{fmt::format("{}: holds {} runs, but another input holds {}; give all as many",
                                           found->second, runs, made.runs)};
    made.runs = std::max(made.runs, runs);
  }
  return made;
}

/// A name as a file's: no folders.
inline std::string file_name_of(std::string name) {
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
}

/// Throws if two names stand for the same file.
template <class Named>
void require_files_apart(const Named& named) {
  std::map<std::string, std::string> taken;
  for (const auto& each : named) {
    const std::string name{each.name};
    const auto [at, is_first] = taken.emplace(file_name_of(name), name);
    if (!is_first && at->second != name)
      throw std::runtime_error{fmt::format("{} and {}: both results would go to the file {}.npy; rename one of them in "
                                           "the network",
                                           at->second, name, at->first)};
  }
}

/// Results of all runs, stacked along the leading axis.
struct stacked_results {
  std::map<std::string, npy_array> arrays{};

  void add(const port_info& port, const void* data, std::size_t runs) {
    npy_array& stack = arrays[port.name];
    stack.type = port.type.type;
    stack.extents = file_extents_of(port);
    if (runs > 1 && !stack.extents.empty() && stack.extents.front() == 1) stack.extents.front() = runs;
    else if (runs > 1) stack.extents.insert(stack.extents.begin(), runs);
    const std::vector<std::byte> bytes = elements_in_file_order(data, port);
    stack.bytes.insert(stack.bytes.end(), bytes.begin(), bytes.end());
  }
  void write(const std::string& folder) const {
    std::filesystem::create_directories(folder);
    for (const auto& [name, array] : arrays)
      write_npy(std::filesystem::path{folder} / (file_name_of(name) + ".npy"), array);
  }
};

/// A line a step, in their order: name, operator, scale and zero point of its integers (0 if it has none), by tabs.
inline std::string step_lines(std::span<const step_info> steps) {
  std::string text;
  for (const step_info& step : steps)
    text += fmt::format("{}\t{}\t{}\t{}\n", step.name, step.op, is_quantized(step.output.type) ? step.code.scale : 0.0f,
                        is_quantized(step.output.type) ? step.code.zero_point : 0);
  return text;
}

}  // namespace detail

/// Runs a model on the inputs of some options, writes what comes out, and tells what it costs.
inline void run_model(const runnable_model& model, const run_options& options) {
  using clock = std::chrono::steady_clock;
  detail::require_files_apart(model.outputs);
  if (!options.step_folder.empty()) {
    if (!model.watch)
      throw std::runtime_error{
          "--steps-dir: this backend shows no single steps; leave it out, or name another backend"};
    detail::require_files_apart(model.steps);
  }
  const detail::input_set inputs = detail::load_inputs(model, options);
  detail::stacked_results outputs, steps;
  std::vector<std::vector<std::byte>> made;
  for (const port_info& port : model.outputs) made.emplace_back(port.type.bytes());
  std::vector<void*> to;
  for (auto& bytes : made) to.push_back(bytes.data());
  std::vector<const void*> from(model.inputs.size());
  std::vector<double> microseconds;
  const auto run_once = [&](std::size_t run) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] = inputs.at(i, run, model.inputs[i].type.bytes());
    const auto start = clock::now();
    model.run(from, to);
    microseconds.push_back(std::chrono::duration<double, std::micro>(clock::now() - start).count());
  };
  const auto watch_once = [&](std::size_t run) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] = inputs.at(i, run, model.inputs[i].type.bytes());
    const auto keep = [&](const step_info& step, const void* data) {
      steps.add({std::string{step.name}, step.output}, data, inputs.runs);
    };
    model.watch(keep, from, to);
  };
  if (model.reset) model.reset();
  for (std::size_t run = 0; run < inputs.runs; ++run) {
    if (options.step_folder.empty()) run_once(run);
    else watch_once(run);
    for (std::size_t i = 0; i < to.size(); ++i)
      outputs.add(model.outputs[i], to[i], inputs.runs);
  }
  outputs.write(options.output_folder);
  if (!options.step_folder.empty()) {
    steps.write(options.step_folder);
    write_file(std::filesystem::path{options.step_folder} / "steps.txt", detail::step_lines(model.steps));
  }
  const auto until = clock::now() + std::chrono::milliseconds{300};
  for (std::size_t extra = 0; microseconds.size() < 10 || (extra < 1000 && clock::now() < until); ++extra)
    run_once(extra % inputs.runs);
  if (options.show_steps) fmt::print("{}", format_steps(model.steps));
  if (!model.how.empty()) fmt::print("{}\n", model.how);
  std::sort(microseconds.begin(), microseconds.end());
  fmt::print("{} MACs, {} bytes of weights, {} bytes of working memory{}\n", model.macs, model.weight_bytes,
             model.arena_bytes, model.state_bytes == 0 ? "" : fmt::format(", {} of them state", model.state_bytes));
  fmt::print("latency: median {:.1f} us, minimum {:.1f} us, of {} runs\n", microseconds[microseconds.size() / 2],
             microseconds.front(), microseconds.size());
  for (const auto& [name, array] : outputs.arrays)
    fmt::print("{}: {} {}\n",
               (std::filesystem::path{options.output_folder} / (detail::file_name_of(name) + ".npy")).string(),
               name_of(array.type), fmt::join(array.extents, "x"));
}

/// Reads `--input [NAME=]FILE`, `--output-dir DIR`, `--steps-dir DIR`, `--quiet`. Throws std::runtime_error for others.
inline run_options read_run_options(std::span<const char* const> arguments) {
  run_options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--quiet") {
      options.show_steps = false;
      continue;
    }
    if (argument != "--input" && argument != "--output-dir" && argument != "--steps-dir")
      throw std::runtime_error{std::string{argument} +
                               ": unknown option; the options are --input --output-dir --steps-dir --quiet"};
    if (i + 1 == arguments.size()) throw std::runtime_error{std::string{argument} + ": needs a name behind it"};
    const std::string value = arguments[++i];
    if (argument == "--output-dir") options.output_folder = value;
    else if (argument == "--steps-dir") options.step_folder = value;
    else add_input_file(options.inputs, value);
  }
  return options;
}

/// The main function of a program for one model, which `make` makes once the arguments are known to be sound: status
/// 0, or 1 with one line on standard error.
template <class Make>
int run_main_of(const char* program, int count, const char* const* arguments, const Make& make) {
  try {
    const run_options options = read_run_options({arguments + 1, static_cast<std::size_t>(count - 1)});
    run_model(make(), options);
    return 0;
  } catch (const std::exception& wrong) {
    std::fprintf(stderr, "%s: %s\n", program, wrong.what());
    return 1;
  }
}

/// The same for an engine; `how` says what runs it, where that is not the processor that its backend is made for.
template <class Engine>
int run_main(const char* program, int count, const char* const* arguments, const char* how = "") {
  return run_main_of(program, count, arguments, [how] {
    if constexpr (has_packed_block<typename Engine::model_type::weights_type>)
      if (!Engine::weights_intact())
        throw std::runtime_error{"the packed weights that are linked into this program are not those that its type was "
                                 "made for; run the packing program again and compile what it writes"};
    runnable_model model = make_runnable<Engine>();
    model.how = how;
    return model;
  });
}

}  // namespace tenon::host
