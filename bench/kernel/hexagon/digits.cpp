// SPDX-License-Identifier: Apache-2.0
// The packets that each layer of the digits network takes.
#include <examples/digits/models.hpp>
#include <tests/cross/hexagon/runtime/runtime.hpp>

#include <tenon/backend/hexagon.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon;

using network = model<digits::network, digits::weights, digits::encodings, border<i8>>;
using machine = engine<network, on<hexagon<v68>>>;

alignas(128) std::byte arena[machine::arena_bytes];

/// Reads the counters after each step, and once more so that reading itself can be taken off.
class reader {
 public:
  void start() noexcept {
    const auto first = hexagon_runtime::read_counters();
    last_ = hexagon_runtime::read_counters();
    reading_ = last_.since(first);
  }
  void operator()(const step_info& step, const void*) noexcept {
    const auto now = hexagon_runtime::read_counters();
    const auto taken = now.since(last_).since(reading_);
    print(step, taken);
    last_ = hexagon_runtime::read_counters();
  }

 private:
  /// Prints: "layer", name, operator, packets, vector instructions, multiplications, bytes of input and result.
  static void print(const step_info& step, const hexagon_runtime::counters& taken) noexcept {
    hexagon_runtime::print("layer ");
    hexagon_runtime::print(step.name);
    hexagon_runtime::print(" ");
    hexagon_runtime::print(step.op);
    for (const std::int64_t number :
         {std::int64_t{taken.packets}, std::int64_t{taken.hvx_packets}, step.macs,
          static_cast<std::int64_t>(step.input.bytes()), static_cast<std::int64_t>(step.output.bytes())}) {
      hexagon_runtime::print(" ");
      hexagon_runtime::print(number);
    }
    hexagon_runtime::print("\n");
  }

  hexagon_runtime::counters last_{};
  hexagon_runtime::counters reading_{};
};

}  // namespace

int main() {
  static std::array<std::int8_t, 28 * 28> image;
  static std::array<std::int8_t, 10> scores;
  for (std::size_t i = 0; i < image.size(); ++i) image[i] = static_cast<std::int8_t>(i * 37 % 256);
  reader layers;
  layers.start();
  machine::observe_in(arena, layers, image, scores);
  return 0;
}
