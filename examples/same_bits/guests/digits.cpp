// SPDX-License-Identifier: Apache-2.0
// The digits network as a program that answers inputs from standard input.
#include "../digits_model.hpp"
#include "guest.hpp"

int main() { return same_bits::answer_all<same_bits::digits_model, same_bits::digits_size>(); }
