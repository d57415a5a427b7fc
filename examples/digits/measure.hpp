// SPDX-License-Identifier: Apache-2.0
// Runs one engine over all test images and measures it.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <tenon/engine/engine.hpp>

#include "images.hpp"

namespace digits {

/// What an engine answered and what it cost.
struct measurement {
  std::string backend;
  std::string numbers;  ///< "float" or "int8"
  std::vector<int> answers;
  std::vector<double> microseconds;  ///< of every run, sorted
  std::size_t nodes_before = 0;      ///< as the user wrote them
  std::size_t nodes_after = 0;       ///< steps of a run
  std::size_t weight_bytes = 0;
  std::size_t arena_bytes = 0;
  std::int64_t macs = 0;
  std::span<const tenon::step_info> steps;  ///< what runs where

  double percentile(double share) const {
    return microseconds[static_cast<std::size_t>(share * static_cast<double>(microseconds.size() - 1))];
  }
};

/// Classifies all images with an engine, each a few times; every run counts.
template <class Engine>
measurement measure(std::string backend, std::string numbers, const std::vector<image>& images, int runs) {
  using clock = std::chrono::steady_clock;
  static Engine engine;
  measurement result{std::move(backend), std::move(numbers), {}, {}, Engine::model_type::graph_type::size, Engine::step_count,
                     Engine::weight_bytes, Engine::arena_bytes, Engine::macs, Engine::steps};
  for (const image& pixels : images) {
    const std::array<float, 28 * 28> input = as_input(pixels);
    std::array<float, 10> scores{};
    for (int run = 0; run < runs; ++run) {
      const auto start = clock::now();
      engine.run(input, scores);
      result.microseconds.push_back(std::chrono::duration<double, std::micro>(clock::now() - start).count());
    }
    result.answers.push_back(static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin()));
  }
  std::sort(result.microseconds.begin(), result.microseconds.end());
  return result;
}

// One translation unit each, so that they compile side by side.
measurement measure_reference_float(const std::vector<image>& images);
measurement measure_reference_int8(const std::vector<image>& images);
measurement measure_kryo_float(const std::vector<image>& images);
measurement measure_kryo_int8(const std::vector<image>& images);

}  // namespace digits
