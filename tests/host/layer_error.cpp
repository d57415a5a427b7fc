// SPDX-License-Identifier: Apache-2.0
// Errors of layers: figures by hand, the worst first, a table to the letter, and a picture that no name can break.
#include <tenon/host/layer_error.hpp>

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace tenon::host;

layer_error error_of(const std::string& name, std::vector<float> right, std::vector<float> others) {
  layer_error made{name};
  made.add(right, others);
  return made;
}

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

}  // namespace

TEST_CASE("figures of two numbers") {
  const layer_error error = error_of("a", {3, 4}, {4, 3});
  CHECK(error.largest == 1);
  CHECK(error.sqnr() == doctest::Approx(10 * std::log10(25.0 / 2)));
  CHECK(error.cosine() == doctest::Approx(24.0 / 25));
}

TEST_CASE("equal numbers, also those that are not finite, differ by nothing") {
  const layer_error error = error_of("a", {0, -infinity, not_a_number}, {-0.0f, -infinity, not_a_number});
  CHECK(error.largest == 0);
  CHECK(error.sqnr() == std::numeric_limits<double>::infinity());
  CHECK(error.cosine() == 1);
}

TEST_CASE("a number where there is none, or none where there is one, is the largest difference") {
  CHECK(error_of("a", {1}, {not_a_number}).largest == std::numeric_limits<double>::infinity());
  CHECK(error_of("a", {not_a_number}, {1}).largest == std::numeric_limits<double>::infinity());
  CHECK(error_of("a", {0}, {1}).cosine() == 0);
}

TEST_CASE("the worst layers come first, and those that do not differ not at all") {
  const std::array<layer_error, 4> layers{error_of("good", {1}, {1.001f}), error_of("same", {1}, {1}),
                                          error_of("bad", {1}, {2}), error_of("middle", {1}, {1.1f})};
  const auto worst = worst_layers(layers, 2);
  REQUIRE(worst.size() == 2);
  CHECK(worst[0].name == "bad");
  CHECK(worst[1].name == "middle");
}

TEST_CASE("the table, to the letter") {
  const std::array<layer_error, 2> layers{error_of("stem", {30, 40}, {40, 30}), error_of("end", {1}, {1})};
  CHECK(comparison_table(layers) ==
        "layer                            max difference   SQNR dB     cosine\n"
        "stem                                         10     10.97   0.960000\n"
        "end                                           0       inf   1.000000\n"
        "worst layers, SQNR from 0 to 60 dB:\n"
        "stem                             |#######                                 | 10.97\n");
  CHECK(comparison_table({}).find("no layer differs") != std::string::npos);
}

TEST_CASE("the picture holds a bar a layer, and no name can be read as more") {
  const std::array<layer_error, 1> layers{error_of("<script>&\n", {3, 4}, {4, 3})};
  const std::string picture = comparison_picture("a<b", layers);
  CHECK(picture.starts_with("<svg "));
  CHECK(picture.ends_with("</svg>\n"));
  CHECK(picture.find("a&lt;b") != std::string::npos);
  CHECK(picture.find("&lt;script&gt;&amp;?") != std::string::npos);
  CHECK(picture.find("<script") == std::string::npos);
}
