// SPDX-License-Identifier: Apache-2.0
// Compares answers with the reference's, and tells what came of it: a table for people, records for programs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <tenon/host/record.hpp>

#include "answers.hpp"

namespace same_bits {

/// A row of the table: one network on one backend.
struct row {
  std::string network;
  std::string backend;
  std::string how;             ///< how it was run, why it was skipped, or what failed
  bool ran = false;
  bool failed = false;
  std::size_t inputs = 0;      ///< that were run
  std::size_t mismatches = 0;  ///< inputs whose answer is not the reference's in every byte
  double microseconds = 0;     ///< of processor time per input; of an OpenCL device, from call to answer
  std::uint32_t digest = 0;    ///< CRC-32 (IEEE) of all answers, in the order of the inputs
};

/// Holds answers to those of the reference, input by input; answers that are missing are mismatches.
row compare(std::string network, std::string backend, std::size_t output_size, const answers& given,
            const answers& wanted);

/// True if no row failed and none has a mismatch. Rows that were skipped prove nothing and spoil nothing.
bool all_same(std::span<const row> rows) noexcept;

/// The rows as a table, and a sentence of what they show.
std::string format_table(std::span<const row> rows);

/// Inputs and mismatches of every row that ran, named "<network>/<backend>".
std::vector<tenon::host::record> to_records(std::span<const row> rows);

}  // namespace same_bits
