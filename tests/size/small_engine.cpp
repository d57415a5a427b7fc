// SPDX-License-Identifier: Apache-2.0
// A firmware program's use of an engine, compiled freestanding; symbols.sh looks at what its object holds and
// asks for.
#include <engine/small_network.hpp>

static small_network::integer_engine machine;

extern "C" void classify(const float* x, float* scores) noexcept {
  machine.run(std::span<const float, 4>{x, 4}, std::span<float, 2>{scores, 2});
}

extern "C" bool weights_are_intact() noexcept { return machine.weights_intact(); }
