// SPDX-License-Identifier: Apache-2.0
// A residual block: a C++ variable is an edge that can be used twice. In int8 the sum is formed by the node before it.
#include <array>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include <tenon/backend/kryo.hpp>
#include <tenon/host/layer_table.hpp>
#include <tenon/tenon.hpp>

namespace residual {

struct network {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    auto image = input<"image", tensor<f32, 32, 32, 3>>;
    auto stem  = image | conv2d<"stem", filters{16}, window{3, 3}, same_padding> | relu<"stem.relu">;
    auto body  = stem  | conv2d<"b1.a", filters{16}, window{3, 3}, same_padding> | relu<"b1.a.relu">
                       | conv2d<"b1.b", filters{16}, window{3, 3}, same_padding>;
    return add<"b1.add">(body, stem) | relu<"b1.out"> | global_average_pool<"pool"> | dense<"logits", units{10}>;
  }
};

template <std::size_t Size>
consteval std::array<float, Size> sequence(std::uint32_t seed, float scale) {
  std::array<float, Size> values{};
  for (float& value : values) {
    seed = seed * 1664525u + 1013904223u;
    value = (static_cast<float>(seed >> 8) / 8388608.0f - 1.0f) * scale;
  }
  return values;
}
inline constexpr auto stem = sequence<16 * 27>(1, 0.35f);
inline constexpr auto b1_a = sequence<16 * 144>(2, 0.14f);
inline constexpr auto b1_b = sequence<16 * 144>(3, 0.14f);
inline constexpr auto logits = sequence<10 * 16>(4, 0.4f);
struct weights : tenon::weights<tenon::bind<"stem.kernel", stem>, tenon::bind<"b1.a.kernel", b1_a>,
                                tenon::bind<"b1.b.kernel", b1_b>, tenon::bind<"logits.kernel", logits>> {};

using tenon::encode;
using tenon::scale;
using tenon::zero_point;
struct encodings : tenon::encodings<encode<"image", scale{1.0f / 255.0f}, zero_point{-128}>,
                                    encode<"stem.relu", scale{0.008f}, zero_point{-128}>,
                                    encode<"b1.a.relu", scale{0.006f}, zero_point{-128}>,
                                    encode<"b1.b", scale{0.008f}, zero_point{3}>,
                                    encode<"b1.out", scale{0.01f}, zero_point{-128}>,
                                    encode<"pool", scale{0.004f}, zero_point{-128}>,
                                    encode<"logits", scale{0.01f}, zero_point{0}>> {};

using float_engine = tenon::engine<tenon::model<network, weights>, tenon::on<tenon::kryo, tenon::reference>>;
using int8_engine = tenon::engine<tenon::model<network, weights, encodings>, tenon::on<tenon::kryo, tenon::reference>>;

template <class Engine>
void show(const char* numbers) {
  static Engine engine;
  std::array<float, 32 * 32 * 3> image{};
  for (std::size_t i = 0; i < image.size(); ++i) image[i] = static_cast<float>((i * 7 + i / 96 * 13) % 256) / 255.0f;
  std::array<float, 10> result{};
  engine.run(image, result);
  std::string values;
  for (const float value : result) values += fmt::format(" {:.3f}", value);
  fmt::print("{}: arena {} bytes, weights {} bytes\n{}logits{}\n\n", numbers, Engine::arena_bytes, Engine::weight_bytes,
             tenon::host::format_steps(Engine::steps), values);
}

}  // namespace residual

int main() {
  residual::show<residual::float_engine>("float");
  residual::show<residual::int8_engine>("int8");
}
