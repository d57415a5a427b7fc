// SPDX-License-Identifier: Apache-2.0
// Rounds of draws: a program of contract tests runs as often as it takes until each of its operators has seen as many
// cases on each backend as the environment wants, TENON_CASES; once without it. tests/main.cpp keeps the count.
#pragma once

#include <string_view>
#include <type_traits>

namespace tenon_test {

/// Counts one case: a draw of weights, encodings, bounds and values on one shape, held to the reference.
void count_case(std::string_view word, std::string_view backend, bool real);

/// The seed of a draw in this round: the seed itself in the first one, another one in each that follows.
unsigned seed_of_round(unsigned seed);

/// Counts one case of an operator on a backend, by the element type of its input.
template <class Operator, class Backend, class Input>
void count_case_of() {
  count_case(Operator::word, Backend::name, std::is_floating_point_v<Input>);
}

}  // namespace tenon_test
