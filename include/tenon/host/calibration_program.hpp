// SPDX-License-Identifier: Apache-2.0
// The main function of a program that calibrates one network: what tenon-quantize has the compiler make of a model.
#pragma once

#include <cstddef>
#include <cstdio>
#include <exception>
#include <span>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include <tenon/host/calibrate.hpp>
#include <tenon/host/method_names.hpp>
#include <tenon/host/runnable_model.hpp>
#include <tenon/host/sample_folder.hpp>
#include <tenon/host/write_file.hpp>

namespace tenon::host {

namespace detail {

/// A line an edge: name, scale, zero point, separated by tabs.
inline std::string lines_of(std::span<const calibrated_edge> edges) {
  std::string text;
  for (const calibrated_edge& edge : edges)
    text += fmt::format("{}\t{}\t{}\n", edge.name, edge.code.scale, edge.code.zero_point);
  return text;
}

}  // namespace detail

/// Runs a calibrator over the samples of a folder: `FOLDER METHOD PERCENTILE RESULT`. Writes a line for each edge into
/// RESULT. Status 0, or 1 with one line on standard error.
template <class Calibrator>
int calibration_main(const char* program, int count, const char* const* arguments) {
  try {
    if (count != 5) throw std::runtime_error{"call it with FOLDER METHOD PERCENTILE RESULT"};
    range_options options{.method = method_called(arguments[2])};
    options.percentile = std::stod(arguments[3]);
    Calibrator calibrator{options};
    const auto inputs = detail::ports_of<typename Calibrator::engine_type, true>();
    const std::size_t samples = for_each_sample(
        arguments[1], inputs, [&](std::span<const void* const> sample) { calibrator.add_from(sample); });
    write_file(arguments[4], detail::lines_of(calibrator.encodings()));
    fmt::print("{} samples\n", samples);
    return 0;
  } catch (const std::exception& wrong) {
    std::fprintf(stderr, "%s: %s\n", program, wrong.what());
    return 1;
  }
}

}  // namespace tenon::host
