// SPDX-License-Identifier: Apache-2.0
// The table of what is compared: networks, their inputs, and the backends that run them.
#include "networks.hpp"

#include <utility>

#include "emulated.hpp"
#include "inputs.hpp"
#include "rows.hpp"

namespace same_bits {
namespace {

using runner = answers (*)(byte_view inputs);

/// A network's program for another processor, in a folder of its own, with the command of the emulator before it.
emulated_program program_for(const std::string& how, const std::string& emulator, const std::string& folder,
                             const std::string& network, const std::string& missing) {
  return {how, emulator + " '" + SAME_BITS_PROGRAMS "/" + folder + "/" + network + "'", missing};
}

emulated_program for_hexagon(const std::string& network) {
  return program_for("emulated, a Hexagon v68 by qemu-hexagon", SAME_BITS_HEXAGON, "hexagon", network,
                     SAME_BITS_MISSING_FOR_HEXAGON);
}

emulated_program for_arm(const std::string& network) {
  return program_for("emulated, a Cortex-A76 by qemu-aarch64", SAME_BITS_ARM " -cpu cortex-a76", "arm", network,
                     SAME_BITS_MISSING_FOR_ARM);
}

emulated_program for_arm_i8mm(const std::string& network) {
  return program_for("emulated, an Armv8.6 with i8mm by qemu-aarch64", SAME_BITS_ARM " -cpu max", "arm_i8mm", network,
                     SAME_BITS_MISSING_FOR_ARM);
}

/// The rows inside this program, in the order of the table, and the emulated processors behind them.
std::vector<backend_entry> backends_of(const std::string& network, extent size, runner reference, runner kryo,
                                       runner hexagon, runner adreno) {
  const auto emulated = [size](emulated_program program) {
    return [size, program = std::move(program)](byte_view inputs) { return run_emulated(program, size, inputs); };
  };
  return {{"reference", reference},
          {"kryo", kryo},
          {"kryo_arm", emulated(for_arm(network))},
          {"kryo_arm_i8mm", emulated(for_arm_i8mm(network))},
          {"hexagon", hexagon},
          {"hexagon_qemu", emulated(for_hexagon(network))},
          {"adreno", adreno}};
}

auto patterns(extent size) {
  return [size](std::size_t count) { return drawn_inputs(size.input, count); };
}

}  // namespace

std::vector<network_entry> all_networks() {
  return {{"digits", digits_size, [](std::size_t count) { return digit_inputs(SAME_BITS_DIGITS, count); },
           backends_of("digits", digits_size, digits_on_reference, digits_on_kryo, digits_on_hexagon,
                       digits_on_adreno)},
          {"simple_model", simple_model_size, patterns(simple_model_size),
           backends_of("simple_model", simple_model_size, simple_model_on_reference, simple_model_on_kryo,
                       simple_model_on_hexagon, simple_model_on_adreno)},
          {"residual", residual_size, patterns(residual_size),
           backends_of("residual", residual_size, residual_on_reference, residual_on_kryo, residual_on_hexagon,
                       residual_on_adreno)}};
}

}  // namespace same_bits
