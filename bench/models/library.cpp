// SPDX-License-Identifier: Apache-2.0
// A converted network as a shared library with C functions, so that it runs in one process with its rivals.
#include <cstddef>
#include <cstdint>
#include <span>

#include <tenon/backend/kryo.hpp>
#include <tenon/host/runnable_model.hpp>

#include "kernel/peak.hpp"
#include "measured.hpp"

namespace {

using engine = tenon::engine<measured::model, tenon::on<tenon::kryo, tenon::reference>>;
using calls = tenon::host::detail::engine_calls<engine, std::make_index_sequence<engine::input_count>,
                                                std::make_index_sequence<engine::output_count>>;

}  // namespace

extern "C" {

/// Runs the network once: pointers to the elements of its inputs and outputs.
void run(const void* const* inputs, void* const* outputs) {
  calls::run({inputs, engine::input_count}, {outputs, engine::output_count});
}

std::int64_t arena_bytes() { return engine::arena_bytes; }
std::int64_t weight_bytes() { return engine::weight_bytes; }
std::int64_t macs() { return engine::macs; }

/// The most multiply-adds of int8 a second that the instruction set in use allows at the clock of now.
double peak_macs_per_second() {
  using native = tenon::isa::native;
  return bench::frequency<native>() * native::macs_per_cycle;
}
}
