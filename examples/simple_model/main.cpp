// SPDX-License-Identifier: Apache-2.0
// A plain convolution network over a 224x224 picture, in float and int8: 3 -> 32 -> 64 channels, mean, 10 logits.
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <tenon/backend/kryo.hpp>
#include <tenon/host/layer_table.hpp>
#include <tenon/tenon.hpp>

#include "../small_example.hpp"
#include "encodings.hpp"
#include "network.hpp"

namespace simple_model {

using float_engine = tenon::engine<tenon::model<network, weights>, tenon::on<tenon::kryo, tenon::reference>>;
using int8_engine = tenon::engine<tenon::model<network, weights, encodings>, tenon::on<tenon::kryo, tenon::reference>>;

/// A picture that is smooth here and noisy there.
std::unique_ptr<std::array<float, 224 * 224 * 3>> picture() {
  auto pixels = std::make_unique<std::array<float, 224 * 224 * 3>>();
  for (std::size_t i = 0; i < pixels->size(); ++i)
    (*pixels)[i] = static_cast<float>(i % 672 * 3 + i / 672 * 5 + i * i % 97) / 4000.0f;
  return pixels;
}

template <class Engine>
examples::figures show(const std::string& numbers) {
  static Engine engine;
  const auto pixels = picture();
  std::array<float, 10> logits{};
  const double time = examples::median_microseconds(5, [&] { engine.run(*pixels, logits); });
  std::string values;
  for (const float value : logits) values += fmt::format(" {:.3f}", value);
  fmt::print("{}: {:.1f} ms, {} MACs, arena {} bytes, weights {} bytes\n{}logits{}\n\n", numbers, time / 1000,
             Engine::macs, Engine::arena_bytes, Engine::weight_bytes, tenon::host::format_steps(Engine::steps), values);
  return examples::figures_of<Engine>("kryo/" + numbers, time);
}

std::vector<examples::figures> show_both() { return {show<float_engine>("float"), show<int8_engine>("int8")}; }

}  // namespace simple_model

int main(int argc, char** argv) {
  return examples::run_small_example(argc, argv, "simple_model",
                                     "Runs two convolutions over a 224x224 picture in float and in int8.",
                                     simple_model::show_both);
}
