// SPDX-License-Identifier: Apache-2.0
// What an entry says until a file says more.
#include <tenon/host/encodings_file.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

TEST_CASE("an entry is an activation of 8-bit integers without an encoding") {
  const encodings_entry entry{"t"};
  CHECK(entry.name == "t");
  CHECK(!entry.is_parameter);
  CHECK(!entry.is_real);
  CHECK(entry.bits == 8);
  CHECK(!entry.is_symmetric);
  CHECK(entry.codes.empty());
}
