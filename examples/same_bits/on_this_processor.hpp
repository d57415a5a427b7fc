// SPDX-License-Identifier: Apache-2.0
// Runs a network on a backend whose kernels this processor runs.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <utility>

#include <tenon/tenon.hpp>

#include "all_cores.hpp"

namespace same_bits {

/// The answers of a model with int8 border, all of its steps on one backend.
template <class Model, class Backend, extent Size>
answers run_here(std::string how, byte_view inputs) {
  using engine = tenon::engine<Model, tenon::on<Backend>>;
  return run_on_all_cores(std::move(how), Size, inputs, []() -> one_run {
    return [machine = std::make_shared<engine>()](const std::int8_t* input, std::int8_t* answer) {
      machine->run(std::span<const std::int8_t, Size.input>{input, Size.input},
                   std::span<std::int8_t, Size.output>{answer, Size.output});
    };
  });
}

}  // namespace same_bits
