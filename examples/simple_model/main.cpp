// SPDX-License-Identifier: Apache-2.0
// A plain convolution network over a 224x224 picture, in float and int8: 3 -> 32 -> 64 channels, mean, 10 logits.
#include <array>
#include <chrono>
#include <memory>
#include <string>

#include <fmt/format.h>

#include <tenon/backend/kryo.hpp>
#include <tenon/host/layer_table.hpp>
#include <tenon/tenon.hpp>

#include "encodings.hpp"

namespace simple_model {

struct network {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    return input<"image", tensor<f32, 224, 224, 3>>
         | conv2d<"conv1", filters{32}, window{3, 3}, same_padding> | relu<"conv1.relu">
         | conv2d<"conv2", filters{64}, window{3, 3}, same_padding> | relu<"conv2.relu">
         | global_average_pool<"pool">
         | dense<"fc", units{10}>;
  }
};

/// Weights as good as any for a measurement: a fixed pseudo-random sequence, scaled so that values keep their size.
template <std::size_t Size>
consteval std::array<float, Size> sequence(std::uint32_t seed, float scale) {
  std::array<float, Size> values{};
  for (float& value : values) {
    seed = seed * 1664525u + 1013904223u;
    value = (static_cast<float>(seed >> 8) / 8388608.0f - 1.0f) * scale;
  }
  return values;
}
inline constexpr auto conv1 = sequence<32 * 27>(1, 0.35f);
inline constexpr auto conv2 = sequence<64 * 288>(2, 0.1f);
inline constexpr auto fc = sequence<10 * 64>(3, 0.2f);
struct weights : tenon::weights<tenon::bind<"conv1.kernel", conv1>, tenon::bind<"conv2.kernel", conv2>,
                                tenon::bind<"fc.kernel", fc>> {};

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
void show(const char* numbers) {
  static Engine engine;
  const auto pixels = picture();
  std::array<float, 10> logits{};
  const auto start = std::chrono::steady_clock::now();
  engine.run(*pixels, logits);
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  std::string values;
  for (const float value : logits) values += fmt::format(" {:.3f}", value);
  fmt::print("{}: {:.1f} ms, {} MACs, arena {} bytes, weights {} bytes\n{}logits{}\n\n", numbers, time.count(),
             Engine::macs, Engine::arena_bytes, Engine::weight_bytes, tenon::host::format_steps(Engine::steps), values);
}

}  // namespace simple_model

int main() {
  simple_model::show<simple_model::float_engine>("float");
  simple_model::show<simple_model::int8_engine>("int8");
}
