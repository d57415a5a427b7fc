// SPDX-License-Identifier: Apache-2.0
// Records: the fields of each, their order, nulls, escapes, and paths that cannot be written.
#include <tenon/host/record.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

#include <array>
#include <limits>

namespace {

using namespace tenon::host;
using namespace tenon_test;

/// The text of the file that records are written to.
std::string written(std::span<const record> records) {
  const scratch_folder here;
  write_records(here.path / "records.json", records);
  return text_of(here.path / "records.json");
}

nlohmann::ordered_json parsed(const record& row) {
  return nlohmann::ordered_json::parse(written({&row, 1})).at(0);
}

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("a record is written field by field, with nulls where there is no rival") {
  const record row{"digits/kryo/int8", "latency_median_us", 12.5, "us"};
  CHECK(written({&row, 1}) ==
        "[\n"
        "  {\n"
        "    \"name\": \"digits/kryo/int8\",\n"
        "    \"metric\": \"latency_median_us\",\n"
        "    \"value\": 12.5,\n"
        "    \"unit\": \"us\",\n"
        "    \"better\": \"lower\",\n"
        "    \"peer\": null,\n"
        "    \"peer_version\": null,\n"
        "    \"ratio\": null,\n"
        "    \"machine\": " +
            nlohmann::json(machine_name()).dump() +
            "\n"
            "  }\n"
            "]\n");
}

TEST_CASE("a rival is named, and how it compares") {
  const auto row = parsed({"conv2d", "throughput", 3, "GMAC/s", false, "oneDNN", "3.1", 1.25});
  CHECK(row.at("better") == "higher");
  CHECK(row.at("peer") == "oneDNN");
  CHECK(row.at("peer_version") == "3.1");
  CHECK(row.at("ratio") == 1.25);
}

TEST_CASE("any text survives: quotes, backslashes, line ends, letters beyond ASCII") {
  const std::string odd = "a \"b\" \\ c\n\t\x01 \xc3\xa9";
  const auto row = parsed({odd, "m", 0, "u", true, odd});
  CHECK(row.at("name") == odd);
  CHECK(row.at("peer") == odd);
  const record plain{odd, "m", 0, "u"};
  CHECK(written({&plain, 1})
            .find(R"("a \"b\" \\ c\n\t\u0001 )"
                  "\xc3\xa9\"") != std::string::npos);
}

TEST_CASE("bytes that are no UTF-8 become the replacement character, not an exception") {
  CHECK(parsed({"\xff!", "m", 0, "u"}).at("name") == "\xef\xbf\xbd!");
}

TEST_CASE("figures that are not finite are null, as JSON has no word for them") {
  for (const double figure : {infinity, -infinity, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(parsed({"n", "m", figure, "u"}).at("value").is_null());
    CHECK(parsed({"n", "m", 1, "u", true, {}, {}, figure}).at("ratio").is_null());
  }
}

TEST_CASE("records keep their order, and none are an empty list") {
  const std::array<record, 2> two{record{"b", "m", 1, "u"}, record{"a", "m", 2, "u"}};
  const auto list = nlohmann::ordered_json::parse(written(two));
  REQUIRE(list.size() == 2);
  CHECK(list.at(0).at("name") == "b");
  CHECK(list.at(1).at("value") == 2);
  CHECK(written({}) == "[]\n");
}

TEST_CASE("a path that cannot be written is refused in one line, and nothing is left") {
  const scratch_folder here;
  const auto file = here.path / "missing" / "records.json";
  CHECK(refusal([&] { write_records(file, {}); }).find(file.string() + ": cannot be written") == 0);
  CHECK(here.size() == 0);
}
