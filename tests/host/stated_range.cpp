// SPDX-License-Identifier: Apache-2.0
// Scales, offsets and ranges as files state them: what they come to, and what they cannot be.
#include <tenon/host/stated_range.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace {

using namespace tenon::host::detail;

template <class Function>
std::string why(const Function& function) {
  try {
    function();
  } catch (const bad_entry& wrong) {
    return wrong.why;
  }
  return "accepted";
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a range holds 0 and spans all integers but one") {
  CHECK(code_of_range(0, 255, 8).scale == 1);
  CHECK(code_of_range(0, 255, 8).offset == 0);
  CHECK(code_of_range(-128, 127, 8).offset == -128);
  CHECK(code_of_range(-100, -5, 8).offset == -255);
  CHECK(code_of_range(5, 65535, 16).scale == 1);
  CHECK(holds(why([] { code_of_range(0, 0, 8); }), "without width"));
  CHECK(holds(why([] { code_of_range(2, 1, 8); }), "the min 2 above the max 1"));
  CHECK(holds(why([] { code_of_range(-1e308, 1e308, 8); }), "a scale is positive and a float32"));
}

TEST_CASE("scales are positive float32, offsets are 0 or below and within the bits") {
  CHECK(checked_code(0.5, -255, 8).offset == -255);
  for (const double scale : {0.0, -1.0, 1e-50, 1e50, std::numeric_limits<double>::quiet_NaN()})
    CHECK(holds(why([&] { checked_code(scale, 0, 8); }), "a scale is positive"));
  CHECK(holds(why([] { checked_code(1, -256, 8); }), "beyond 8 bits"));
  CHECK(holds(why([] { checked_code(1, 3, 8); }), "so write -3"));
  CHECK(holds(why([] { checked_code(1, -0.5, 8); }), "write a whole number"));
  CHECK(holds(why([] { checked_code(1, -1e300, 8); }), "write a whole number"));
}

TEST_CASE("a scale agrees with its range but for rounding; strictly symmetric grids have one step less") {
  CHECK(why([] { check_scale(1.0005, 0, 255, 8, false); }) == "accepted");
  CHECK(why([] { check_scale(1, -127, 127, 8, true); }) == "accepted");
  CHECK(holds(why([] { check_scale(1, -127, 127, 8, false); }), "makes 254 steps"));
  CHECK(holds(why([] { check_scale(2, 0, 255, 8, false); }), "makes 127.5 steps"));
}
