// SPDX-License-Identifier: Apache-2.0
// Reads the command line. On its own and built with less optimization, as the library for it is slow to compile.
#include "arguments.hpp"

#include "../command_line.hpp"

namespace same_bits {

std::optional<int> read_arguments(int argc, char** argv, options& chosen) {
  CLI::App app{"Runs three int8 networks on every backend, and holds the bytes that they answer to the reference's.",
               "same_bits"};
  app.add_option("--inputs", chosen.inputs, "how many inputs each network is given (default 200)")
      ->check(CLI::Range(1, 1000));
  app.add_option("--network", chosen.networks, "only these networks")
      ->check(CLI::IsMember({"digits", "simple_model", "residual"}));
  app.add_option("--backend", chosen.backends, "only these backends, beside the reference")
      ->check(CLI::IsMember({"reference", "kryo", "kryo_arm", "hexagon", "hexagon_qemu", "adreno"}));
  app.add_option("--json", chosen.json, "also write the figures as a list of records to this file");
  return examples::read_command_line(app, argc, argv);
}

}  // namespace same_bits
