// SPDX-License-Identifier: Apache-2.0
// Runs a network over many inputs, on all cores of this machine.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "answers.hpp"

namespace same_bits {

/// One run of a network: reads an input, writes an answer.
using one_run = std::function<void(const std::int8_t* input, std::int8_t* answer)>;

/// The answers to all inputs. Each core has a run of its own, which `make` makes for it; the seconds are the processor
/// time of all of them.
answers run_on_all_cores(std::string how, extent size, byte_view inputs, const std::function<one_run()>& make);

/// Calls `work(core)` for every core that is worth using for so many inputs, each in a thread of its own.
void on_all_cores(std::size_t inputs, const std::function<void(std::size_t core, std::size_t cores)>& work);

}  // namespace same_bits
