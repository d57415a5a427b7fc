// SPDX-License-Identifier: Apache-2.0
// Compares answers with the reference's, and tells what came of it: a table for people, records for programs.
#include "report.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include <tenon/core/crc32.hpp>

namespace same_bits {
namespace {

std::uint32_t digest_of(const std::vector<std::int8_t>& bytes) {
  return tenon::crc32({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::size_t count_mismatches(std::size_t size, byte_view given, byte_view wanted) {
  std::size_t different = 0;
  for (std::size_t at = 0; at < wanted.size(); at += size)
    different += at + size > given.size() || !std::ranges::equal(given.subspan(at, size), wanted.subspan(at, size));
  return different;
}

std::string format_row(const row& one) {
  const std::string start = fmt::format("{:<14}{:<14}", one.network, one.backend);
  if (!one.ran) return fmt::format("{}{:>6}{:>12}{:>14}{:>10}  {}\n", start, "-", "-", "-", "-", one.how);
  return fmt::format("{}{:>6}{:>12}{:>14.1f}{:>10}  {}\n", start, one.inputs, one.mismatches, one.microseconds,
                     fmt::format("{:08x}", one.digest), one.how);
}

bool wrong(const row& one) { return one.failed || one.mismatches > 0; }

std::string conclusion(std::span<const row> rows) {
  const auto ran = std::ranges::count_if(rows, &row::ran);
  const auto bad = std::ranges::count_if(rows, wrong);
  const auto skipped = std::ranges::count_if(rows, [](const row& one) { return !one.ran && !one.failed; });
  std::string text = bad == 0 ? fmt::format("{} rows ran, and all have the reference's bytes", ran)
                              : fmt::format("{} of {} rows failed or have other bytes than the reference", bad,
                                            rows.size());
  if (skipped > 0) text += fmt::format("; {} were skipped", skipped);
  return text + ".\n";
}

}  // namespace

row compare(std::string network, std::string backend, std::size_t output_size, const answers& given,
            const answers& wanted) {
  row made{std::move(network), std::move(backend), given.how};
  if (!given.skipped.empty()) made.how = "skipped: " + given.skipped;
  if (!given.failed.empty()) made.how = "failed: " + given.failed;
  made.failed = !given.failed.empty();
  made.ran = given.skipped.empty() && !made.failed;
  if (!made.ran) return made;
  made.inputs = wanted.bytes.size() / output_size;
  made.mismatches = count_mismatches(output_size, given.bytes, wanted.bytes);
  made.microseconds = made.inputs == 0 ? 0 : given.seconds * 1e6 / static_cast<double>(made.inputs);
  made.digest = digest_of(given.bytes);
  return made;
}

bool all_same(std::span<const row> rows) noexcept { return std::ranges::none_of(rows, wrong); }

std::string format_table(std::span<const row> rows) {
  std::string text = fmt::format("{:<14}{:<14}{:>6}{:>12}{:>14}{:>10}  {}\n", "network", "backend", "inputs",
                                 "mismatches", "us per input", "digest", "how it was run");
  for (const row& one : rows) text += format_row(one);
  return text + "\n" + conclusion(rows);
}

std::vector<tenon::host::record> to_records(std::span<const row> rows) {
  std::vector<tenon::host::record> records;
  for (const row& one : rows) {
    if (!one.ran) continue;
    const std::string name = one.network + "/" + one.backend;
    records.push_back({name, "mismatches", static_cast<double>(one.mismatches), "inputs", true});
    records.push_back({name, "inputs", static_cast<double>(one.inputs), "inputs", false});
  }
  return records;
}

}  // namespace same_bits
