// SPDX-License-Identifier: Apache-2.0
// A converted network as a shared library with C functions, so that it runs in one process with its rivals.
#include <cstddef>
#include <cstdint>
#include <span>

#include <tenon/backend/kryo.hpp>
#include <tenon/host/runnable_model.hpp>

#include "kernel/peak.hpp"

// Of a network whose kernels are too large for the compiler, a packing program has written the model that runs.
#if __has_include("measured_packed.hpp")
#include "measured_packed.hpp"
#else
#include "measured.hpp"
namespace measured_packed {
using measured::model;
}
#endif

namespace {

using engine = tenon::engine<measured_packed::model, tenon::on<tenon::kryo, tenon::reference>>;
using calls = tenon::host::detail::engine_calls<engine, std::make_index_sequence<engine::input_count>,
                                                std::make_index_sequence<engine::output_count>>;

}  // namespace

#pragma GCC visibility push(default)
extern "C" {

/// Runs the network once: pointers to the elements of its inputs and outputs.
void run(const void* const* inputs, void* const* outputs) {
  calls::run({inputs, engine::input_count}, {outputs, engine::output_count});
}

std::int64_t arena_bytes() { return engine::arena_bytes; }
std::int64_t weight_bytes() { return engine::weight_bytes; }
std::int64_t macs() { return engine::macs; }

/// The most multiply-adds a second that the instruction set in use allows at the clock of now: of int8, or for networks
/// of real numbers two fused operations a cycle.
double peak_macs_per_second() {
  using native = tenon::isa::native;
  constexpr bool of_integers = [] {
    for (const tenon::step_info& step : engine::steps)
      if (step.macs > 0 && step.output.type == tenon::i8) return true;
    return false;
  }();
  return bench::frequency<native>() * (of_integers ? native::macs_per_cycle : 2 * native::lanes);
}
}
#pragma GCC visibility pop
