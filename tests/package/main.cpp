// SPDX-License-Identifier: Apache-2.0
// A user's program, built in each way in which the library can be had.
#include <tenon/core/fixed_string.hpp>

int main() {
  constexpr tenon::fixed_string name{"stem"};
  return (name + tenon::fixed_string{".kernel"}).view() == "stem.kernel" ? 0 : 1;
}
