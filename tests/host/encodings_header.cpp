// SPDX-License-Identifier: Apache-2.0
// The text of a header of encodings, to the letter.
#include <tenon/host/encodings_header.hpp>

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace tenon::host;

/// The number that a header gives an edge of this scale.
std::string written_scale(float scale) {
  const std::vector<calibrated_edge> one{{"x", {scale, 0}, {}}};
  const std::string text = encodings_header("n", "s", one);
  const auto begin = text.find("scale{") + 6;
  return text.substr(begin, text.find('}', begin) - begin);
}

}  // namespace

TEST_CASE("each edge has a line with its range, and the last one ends the list") {
  const std::vector<calibrated_edge> edges{{"x", {0.5f, -3}, {-62.5f, 65}},
                                           {"stem.relu", {1.0f, -128}, {0, 255}}};
  CHECK(encodings_header("digits", "Calibrated on 2 samples.", edges) ==
        "// Encodings of the edges of a network: real = scale * (integer - zero_point).\n"
        "// Calibrated on 2 samples.\n"
        "#pragma once\n"
        "\n"
        "#include <tenon/model/encodings.hpp>\n"
        "\n"
        "namespace digits {\n"
        "\n"
        "struct encodings : tenon::encodings<\n"
        "    tenon::encode<\"x\", tenon::scale{0.5f}, tenon::zero_point{-3}>,  // -62.5 to 65\n"
        "    tenon::encode<\"stem.relu\", tenon::scale{1.0f}, tenon::zero_point{-128}>> {};  // 0 to 255\n"
        "\n"
        "}  // namespace digits\n");
}

TEST_CASE("a header without edges leaves the network in real numbers") {
  const std::string text = encodings_header("a::b", "Nothing.", {});
  CHECK(
      text.find("namespace a::b {\n\nstruct encodings : tenon::encodings<> {};\n\n}  // namespace a::b\n") !=
      std::string::npos);
}

TEST_CASE("scales are float literals that read back to the same bits") {
  for (const float scale : {1.0f, 0.1f, 1.0f / 255, 1e-20f, 3e30f, 16777216.0f, 123456.789f,
                            std::numeric_limits<float>::min(), std::numeric_limits<float>::max()}) {
    const std::string text = written_scale(scale);
    CAPTURE(text);
    CHECK(text.back() == 'f');
    CHECK(text.find_first_of(".e") != std::string::npos);
    CHECK(std::stof(text) == scale);
  }
}

TEST_CASE("names are literals, whatever stands in them") {
  CHECK(string_literal("stem.relu") == "\"stem.relu\"");
  CHECK(string_literal("a\"b\\c") == "\"a\\\"b\\\\c\"");
  CHECK(string_literal("x\n1") == "\"x\\0121\"");
  const std::vector<calibrated_edge> one{{"\">, evil<\"", {1.0f, 0}, {}}};
  CHECK(encodings_header("n", "s", one).find("tenon::encode<\"\\\">, evil<\\\"\", ") != std::string::npos);
}
