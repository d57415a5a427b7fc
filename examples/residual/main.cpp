// SPDX-License-Identifier: Apache-2.0
// A residual block: a C++ variable is an edge that can be used twice. In int8 the sum is formed by the node before it.
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <tenon/backend/kryo.hpp>
#include <tenon/host/layer_table.hpp>
#include <tenon/tenon.hpp>

#include "../small_example.hpp"
#include "network.hpp"

namespace residual {

using float_engine = tenon::engine<tenon::model<network, weights>, tenon::on<tenon::kryo, tenon::reference>>;
using int8_engine = tenon::engine<tenon::model<network, weights, encodings>, tenon::on<tenon::kryo, tenon::reference>>;

template <class Engine>
examples::figures show(const std::string& numbers) {
  static Engine engine;
  std::array<float, 32 * 32 * 3> image{};
  for (std::size_t i = 0; i < image.size(); ++i) image[i] = static_cast<float>((i * 7 + i / 96 * 13) % 256) / 255.0f;
  std::array<float, 10> result{};
  const double time = examples::median_microseconds(200, [&] { engine.run(image, result); });
  std::string values;
  for (const float value : result) values += fmt::format(" {:.3f}", value);
  fmt::print("{}: {:.1f} us, arena {} bytes, weights {} bytes\n{}logits{}\n\n", numbers, time, Engine::arena_bytes,
             Engine::weight_bytes, tenon::host::format_steps(Engine::steps), values);
  return examples::figures_of<Engine>("kryo/" + numbers, time);
}

std::vector<examples::figures> show_both() { return {show<float_engine>("float"), show<int8_engine>("int8")}; }

}  // namespace residual

int main(int argc, char** argv) {
  return examples::run_small_example(argc, argv, "residual", "Runs a residual block in float and in int8.",
                                     residual::show_both);
}
