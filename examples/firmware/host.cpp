// SPDX-License-Identifier: Apache-2.0
// The firmware's computation on the host, to compare bits with.
#include <cstdio>

#include "run_digits.hpp"

static firmware::engine network;

int main() {
  firmware::run_digits(network, [](const char* text) { std::fputs(text, stdout); });
}
