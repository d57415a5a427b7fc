// SPDX-License-Identifier: Apache-2.0
// The main function of every test program; programs of contract tests run in rounds (contract/rounds.hpp).
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "contract/rounds.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

namespace tenon_test {
namespace {

unsigned round_of_draws = 0;

std::map<std::string, long>& counted_cases() {
  static std::map<std::string, long> counted;
  return counted;
}

long wanted_cases() {
  const char* const wanted = std::getenv("TENON_CASES");
  return wanted == nullptr ? 0 : std::strtol(wanted, nullptr, 10);
}

/// Whether some operator has seen too few cases; a program that counts none has nothing to repeat.
bool needs_another_round() {
  const auto& counted = counted_cases();
  return std::any_of(counted.begin(), counted.end(), [](const auto& one) { return one.second < wanted_cases(); });
}

void tell_cases() {
  for (const auto& [name, count] : counted_cases()) std::printf("%ld cases of %s\n", count, name.c_str());
}

}  // namespace

void count_case(std::string_view word, std::string_view backend, bool real) {
  ++counted_cases()[std::string(word) + (real ? " on real numbers, " : " on integers, ") + std::string(backend)];
}

unsigned seed_of_round(unsigned seed) { return seed + round_of_draws * 0x9e3779b9u; }

}  // namespace tenon_test

int main(int argc, char** argv) {
  using namespace tenon_test;
  for (;; ++round_of_draws) {
    doctest::Context context(argc, argv);
    context.setOption("minimal", round_of_draws > 0);
    const int status = context.run();
    if (context.shouldExit() || status != 0) return status;
    if (!needs_another_round()) break;
  }
  if (wanted_cases() > 0) tell_cases();
}
