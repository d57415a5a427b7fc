// SPDX-License-Identifier: Apache-2.0
// Runs three int8 networks on every backend, really or emulated, and compares their answers byte by byte.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "arguments.hpp"
#include "networks.hpp"
#include "report.hpp"

namespace same_bits {
namespace {

bool chosen(const std::vector<std::string>& names, const std::string& name) {
  return names.empty() || std::ranges::find(names, name) != names.end();
}

/// All rows of one network. Its reference always runs, as the others are held to it.
void compare_backends(const network_entry& network, const options& wanted, std::vector<row>& rows) {
  const std::vector<std::int8_t> inputs = network.inputs(wanted.inputs);
  answers reference;
  for (const backend_entry& backend : network.backends) {
    const bool is_reference = &backend == &network.backends.front();
    if (!is_reference && !chosen(wanted.backends, backend.name)) continue;
    fmt::print(stderr, "{} on {} ...\n", network.name, backend.name);
    answers given = backend.answer(inputs);
    if (is_reference) reference = given;
    rows.push_back(compare(network.name, backend.name, network.size.output, given, reference));
  }
}

int compare_all(const options& wanted) {
  std::vector<row> rows;
  for (const network_entry& network : all_networks())
    if (chosen(wanted.networks, network.name)) compare_backends(network, wanted, rows);
  fmt::print("{}", format_table(rows));
  if (!wanted.json.empty()) tenon::host::write_records(wanted.json, to_records(rows));
  return all_same(rows) ? 0 : 1;
}

}  // namespace
}  // namespace same_bits

int main(int argc, char** argv) {
  same_bits::options wanted;
  if (const auto status = same_bits::read_arguments(argc, argv, wanted)) return *status;
  try {
    return same_bits::compare_all(wanted);
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "same_bits: {}\n", wrong.what());
    return 1;
  }
}
