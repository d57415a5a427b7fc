// SPDX-License-Identifier: Apache-2.0
// The comparison of backends: what it counts, what it tells, and the inputs and programs that it is made of.
#include "report.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "all_cores.hpp"
#include "emulated.hpp"
#include "inputs.hpp"

using namespace same_bits;

namespace {

/// Three answers of two bytes.
const answers reference{"real", {1, 2, 3, 4, 5, 6}, 0.003};

row compared(std::vector<std::int8_t> bytes) {
  return compare("small", "other", 2, {"emulated, by hand", std::move(bytes), 0.0006}, reference);
}

row skipped() {
  answers none{"OpenCL"};
  none.skipped = "there is no device";
  return compare("small", "none", 2, none, reference);
}

row failed() {
  answers broken{"OpenCL", reference.bytes};
  broken.failed = "the driver refuses";
  return compare("small", "broken", 2, broken, reference);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the same bytes are no mismatch") {
  const row same = compared(reference.bytes);
  CHECK(same.ran);
  CHECK(same.inputs == 3);
  CHECK(same.mismatches == 0);
  CHECK(same.microseconds == doctest::Approx(200));
  CHECK(all_same(std::vector{same}));
}

TEST_CASE("a planted mismatch is counted, changes the digest and spoils the result") {
  const row wrong = compared({1, 2, 3, 5, 5, 6});
  CHECK(wrong.mismatches == 1);
  CHECK(wrong.digest != compared(reference.bytes).digest);
  CHECK_FALSE(all_same(std::vector{compared(reference.bytes), wrong}));
  CHECK(compared({0, 0, 3, 4, 0, 6}).mismatches == 2);
}

TEST_CASE("answers that are missing are mismatches") {
  CHECK(compared({1, 2, 3}).mismatches == 2);
  CHECK(compared({}).mismatches == 3);
}

TEST_CASE("the digest is the CRC-32 of all answers") {
  const std::string check = "123456789";
  const answers known{"real", {check.begin(), check.end()}};
  CHECK(compare("small", "other", 9, known, known).digest == 0xCBF43926u);
}

TEST_CASE("a row that was skipped spoils nothing, one that failed does") {
  CHECK(all_same(std::vector{compared(reference.bytes), skipped()}));
  CHECK_FALSE(all_same(std::vector{compared(reference.bytes), failed()}));
}

TEST_CASE("the table has a line for each row, and a conclusion") {
  const std::vector rows{compared(reference.bytes), skipped()};
  const std::string table = format_table(rows);
  CHECK(contains(table, "network       backend       inputs  mismatches  us per input    digest  how it was run\n"));
  CHECK(contains(table, "small         other              3           0         200.0  "));
  CHECK(contains(table, "  emulated, by hand\n"));
  CHECK(contains(table, "small         none               -           -             -         -  skipped: there is no device\n"));
  CHECK(contains(table, "\n1 rows ran, and all have the reference's bytes; 1 were skipped.\n"));
  const std::string bad = format_table(std::vector{compared({}), failed()});
  CHECK(contains(bad, "failed: the driver refuses\n"));
  CHECK(contains(bad, "\n2 of 2 rows failed or have other bytes than the reference.\n"));
}

TEST_CASE("records are of the rows that ran, two each") {
  const auto records = to_records(std::vector{compared({1, 2, 0, 0, 5, 6}), skipped(), failed()});
  REQUIRE(records.size() == 2);
  CHECK(records[0].name == "small/other");
  CHECK(records[0].metric == "mismatches");
  CHECK(records[0].value == 1);
  CHECK(records[0].lower_is_better);
  CHECK(records[1].name == "small/other");
  CHECK(records[1].metric == "inputs");
  CHECK(records[1].value == 3);
}

TEST_CASE("drawn inputs: extremes first, all different, the same in every run") {
  constexpr std::size_t size = 3072;
  constexpr std::size_t count = 200;
  const auto inputs = drawn_inputs(size, count);
  REQUIRE(inputs.size() == size * count);
  CHECK(inputs == drawn_inputs(size, count));
  std::set<std::vector<std::int8_t>> different;
  for (std::size_t i = 0; i < count; ++i) {
    const auto* const first = inputs.data() + i * size;
    different.emplace(first, first + size);
  }
  CHECK(different.size() == count);
  CHECK(std::ranges::all_of(byte_view{inputs}.first(size), [](int value) { return value == -128; }));
  CHECK(std::ranges::all_of(byte_view{inputs}.subspan(size, size), [](int value) { return value == 127; }));
  CHECK(inputs[2 * size] == -128);
  CHECK(inputs[2 * size + 1] == 127);
}

TEST_CASE("inputs of digits are the test images, and there are no more of them") {
  const auto inputs = digit_inputs(DIGITS_FOLDER, 3);
  REQUIRE(inputs.size() == 3 * 784);
  CHECK(inputs.front() == -128);
  CHECK(std::ranges::max(inputs) > 100);
  CHECK_THROWS_AS(digit_inputs(DIGITS_FOLDER, 1001), std::runtime_error);
}

TEST_CASE("all cores together answer every input, in order") {
  std::vector<std::int8_t> inputs(100);
  for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i] = static_cast<std::int8_t>(i);
  const answers made = run_on_all_cores("real", {1, 1}, inputs, []() -> one_run {
    return [](const std::int8_t* input, std::int8_t* answer) { *answer = static_cast<std::int8_t>(*input + 1); };
  });
  REQUIRE(made.bytes.size() == inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) CHECK(made.bytes[i] == inputs[i] + 1);
}

TEST_CASE("an emulated program gets the inputs and gives its answers, in order") {
  std::vector<std::int8_t> inputs(1000);
  for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i] = static_cast<std::int8_t>(i % 251);
  CHECK(run_emulated({"emulated", "cat"}, {4, 4}, inputs).bytes == inputs);
}

TEST_CASE("a program that fails, or answers too little, is told; one that is missing is skipped") {
  const std::vector<std::int8_t> inputs(16);
  CHECK(contains(run_emulated({"emulated", "false"}, {4, 4}, inputs).failed, "ended with status"));
  CHECK(contains(run_emulated({"emulated", "head -c 3"}, {4, 4}, inputs).failed, "wrote 3 bytes instead of"));
  CHECK(run_emulated({"emulated", "cat", "qemu-user"}, {4, 4}, inputs).skipped == "it needs the packages qemu-user");
}
