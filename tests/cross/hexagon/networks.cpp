// SPDX-License-Identifier: Apache-2.0
// Whole networks of int8: prints a digest of what Hexagon's kernels answer, and whether the reference answers
// the same.
#include "cross/hexagon/networks.hpp"
#include "cross/hexagon/runtime/runtime.hpp"

#include <tenon/backend/hexagon.hpp>
#include <tenon/tenon.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

using namespace tenon;
using namespace hexagon_networks;

namespace {

constexpr int inputs = 8;

template <class Model, class Backend>
using engine_on = engine<Model, on<Backend>>;

static_assert(engine_on<blocks, hexagon<v66>>::layout_conversions == 2);
static_assert(engine_on<blocks, reference>::layout_conversions == 0);

template <class Engine, class Image>
auto run_on(const Image& x) {
  static Engine machine;
  std::array<float, static_cast<std::size_t>(Engine::steps[Engine::step_count - 1].output.size())> y{};
  machine.run(x, y);
  return y;
}

/// Prints a line; how many scores differ.
template <class Model, std::size_t Size>
int compare(std::string_view name) {
  hexagon_runtime::digest sum;
  int differing = 0;
  std::uint32_t state = 77;
  for (int i = 0; i < inputs; ++i) {
    std::array<float, Size> x{};
    for (float& value : x) {
      state = state * 1664525u + 1013904223u;
      value = static_cast<float>(static_cast<std::int32_t>(state)) / 2147483648.0f;
    }
    const auto got = run_on<engine_on<Model, hexagon<v66>>>(x);
    const auto wanted = run_on<engine_on<Model, reference>>(x);
    for (std::size_t k = 0; k < got.size(); ++k) {
      const auto bits = std::bit_cast<std::uint32_t>(got[k]);
      if (bits != std::bit_cast<std::uint32_t>(wanted[k])) ++differing;
      for (int shift = 0; shift < 32; shift += 8) sum.add(static_cast<std::uint8_t>(bits >> shift));
    }
  }
  hexagon_runtime::print(name);
  hexagon_runtime::print(": digest ");
  hexagon_runtime::print(static_cast<std::int64_t>(sum.value()));
  hexagon_runtime::print(", scores that differ from the reference: ");
  hexagon_runtime::print(differing);
  hexagon_runtime::print("\n");
  return differing;
}

}  // namespace

int main() {
  const int differing = compare<two_branches, 14 * 12 * 3>("two branches") + compare<blocks, 14 * 14 * 6>("blocks");
  return differing == 0 ? 0 : 1;
}
