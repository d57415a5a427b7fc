// SPDX-License-Identifier: Apache-2.0
// Names out of files are printed in one line, whatever stands in them.
#include <tenon/host/printable.hpp>

#include <doctest/doctest.h>

#include <string>

using tenon::host::printable;

TEST_CASE("letters and signs stay, all else is a question mark") {
  CHECK(printable("model/Conv:0;'x'") == "model/Conv:0;'x'");
  CHECK(printable("a\nb\x1b[31m\x7f") == "a?b?[31m?");
  CHECK(printable("\xc3\xa4") == "??");
  CHECK(printable("").empty());
}

TEST_CASE("long names are cut") {
  CHECK(printable(std::string(100, 'n')).size() == 100);
  CHECK(printable(std::string(5000, 'n')) == std::string(100, 'n') + "...");
}
