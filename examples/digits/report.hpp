// SPDX-License-Identifier: Apache-2.0
// What the digits program tells: a table for people, records for programs.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <tenon/host/record.hpp>

#include "measure.hpp"

namespace digits {

/// The share of answers that are right, in percent.
double accuracy(const std::vector<int>& answers, const std::vector<int>& labels);

/// The table of all measurements; `agreement` compares each with the first.
std::string format_table(std::span<const measurement> all, const std::vector<int>& labels);

/// The same figures as records, named "digits/<backend>/<numbers>".
std::vector<tenon::host::record> to_records(std::span<const measurement> all, const std::vector<int>& labels,
                                            std::size_t program_bytes);

}  // namespace digits
