// SPDX-License-Identifier: Apache-2.0
// A reason reaches whoever collects it.
#include <tenon/host/import/not_importable.hpp>

#include <doctest/doctest.h>

TEST_CASE("a reason is what it was thrown with") {
  std::string said;
  try {
    throw tenon::host::not_importable{"it is odd; make it even"};
  } catch (const tenon::host::not_importable& wrong) {
    said = wrong.why;
  }
  CHECK(said == "it is odd; make it even");
}
