// SPDX-License-Identifier: Apache-2.0
// Writes the small model in real numbers that the test of a user's build converts: write_model FOLDER.
#include <host/import/real_file.hpp>

int main(int count, char** arguments) {
  return count == 2 && !tenon_test::put_real_model(arguments[1]).empty() ? 0 : 1;
}
