// SPDX-License-Identifier: Apache-2.0
// Runs programs that are built for other processors, on emulators of them.
#pragma once

#include <string>

#include "answers.hpp"

namespace same_bits {

/// A program that reads inputs from standard input and writes its answers to standard output, until the inputs end.
struct emulated_program {
  std::string how;        ///< "emulated, ..."
  std::string command{};  ///< for the shell
  std::string missing{};  ///< what kept it from being built, if so
};

/// The program's answers to all inputs, of which each core runs a share. The seconds are the emulator's processor time,
/// its start included.
answers run_emulated(const emulated_program& program, extent size, byte_view inputs);

}  // namespace same_bits
