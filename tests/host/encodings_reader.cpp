// SPDX-License-Identifier: Apache-2.0
// Files of encodings: the three forms, samples as published, and one line for everything that is wrong with one.
#include <tenon/host/encodings_reader.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace tenon::host;
using tenon_test::refusal;

/// A file without a version: Qualcomm's overrides.
std::string overrides(const std::string& activations, const std::string& parameters = "{}") {
  return "{\"activation_encodings\": " + activations + ", \"param_encodings\": " + parameters + "}";
}
std::string aimet(const std::string& version, const std::string& activations, const std::string& parameters) {
  return "{\"version\": \"" + version + "\", \"activation_encodings\": " + activations +
         ", \"param_encodings\": " + parameters + ", \"quantizer_args\": {}}";
}
/// One entry of a range.
std::string one(const std::string& members) { return overrides("{\"t\": [{" + members + "}]}"); }
std::string listed(const std::string& members) { return aimet("1.0.0", "[{\"name\": \"t\", " + members + "}]", "[]"); }

encodings_file read(const std::string& text) { return parse_encodings("e.json", text); }

/// Checks that a text is refused in one line that names the file and says something.
void refused(const std::string& text, const std::string& part) {
  const std::string said = refusal([&] { read(text); });
  CAPTURE(said);
  CHECK(said.starts_with("e.json: "));
  CHECK(said.find(part) != std::string::npos);
  CHECK(said.find('\n') == std::string::npos);
}

void check_code(const encodings_entry& entry, double scale, std::int64_t offset, std::size_t index = 0) {
  REQUIRE(entry.codes.size() > index);
  CHECK(entry.codes[index].scale == doctest::Approx(scale).epsilon(1e-9));
  CHECK(entry.codes[index].offset == offset);
}

}  // namespace

// The samples of Qualcomm's documentation: offsets of the wrong sign, which its own converters do not look at.
TEST_CASE("overrides count by their range; an offset that contradicts it is told") {
  const encodings_file file = read(overrides(
      R"({"Conv1:0": [{"bitwidth": 8, "max": 12.82344407824954, "min": 0.0, "offset": 0,
                       "scale": 0.050288015993135454}],
          "input:0": [{"bitwidth": 8, "max": 0.9960872825108046, "min": -1.0039304197656937, "offset": 127,
                       "scale": 0.007843206675594112}]})",
      R"({"Conv2d/weights": [{"bitwidth": 8, "max": 1.700559472933134, "min": -2.1006477158567995, "offset": 140,
                              "scale": 0.01490669485799974}]})"));
  CHECK(file.form == encodings_form::qualcomm);
  REQUIRE(file.entries.size() == 3);
  CHECK(file.entries[0].name == "Conv1:0");
  check_code(file.entries[0], 12.82344407824954 / 255, 0);
  check_code(file.entries[1], 2.0000177022764983 / 255, -128);
  check_code(file.entries[2], 3.8012071887899335 / 255, -141);
  CHECK(!file.entries[1].is_parameter);
  CHECK(file.entries[2].is_parameter);
  CHECK(file.notes.size() == 2);
}

TEST_CASE("AIMET's entries up to 0.6.1: truth as a string, offsets as real numbers, scale and offset count") {
  const encodings_file file = read(
      aimet("0.6.1",
            R"({"t": [{"bitwidth": 8, "dtype": "int", "is_symmetric": "False", "max": 2.6086959838867188,
                       "min": -2.109158515930176, "offset": -114.0, "scale": 0.018501389771699905}],
                "u": [{"bitwidth": 16, "dtype": "float"}]})",
            R"({"w": [{"bitwidth": 8, "is_symmetric": "True", "max": 1.27, "min": -1.28, "offset": -128, "scale": 0.01},
                      {"bitwidth": 8, "is_symmetric": "True", "max": 2.54, "min": -2.54, "offset": -127,
                       "scale": 0.02}]})"));
  CHECK(file.form == encodings_form::aimet_0_6_1);
  REQUIRE(file.entries.size() == 3);
  CHECK(file.entries[0].codes[0].scale == 0.018501389771699905);
  CHECK(file.entries[0].codes[0].offset == -114);
  CHECK(file.entries[1].is_real);
  CHECK(file.entries[1].codes.empty());
  CHECK(file.entries[2].is_symmetric);
  check_code(file.entries[2], 0.02, -127, 1);
  CHECK(file.notes.empty());
}

TEST_CASE("AIMET 1.0.0 lists its entries, with all scales of one in it") {
  const encodings_file file = read(
      aimet("1.0.0", R"([{"name": "t", "enc_type": "PER_TENSOR", "dtype": "INT", "bw": 8, "is_sym": false,
                          "scale": [0.01], "offset": [-114]},
                         {"name": "u", "dtype": "FLOAT", "bw": 16}])",
            R"([{"name": "w", "enc_type": "PER_CHANNEL", "dtype": "INT", "bw": 8, "is_sym": true, "scale": [0.5, 0.25],
                 "offset": [-128, -128]}])"));
  CHECK(file.form == encodings_form::aimet_1_0_0);
  REQUIRE(file.entries.size() == 3);
  check_code(file.entries[0], 0.01, -114);
  CHECK(file.entries[1].is_real);
  CHECK(file.entries[2].codes.size() == 2);
}

TEST_CASE("a range holds 0, and a range alone is enough") {
  check_code(read(one(R"("bitwidth": 8, "min": 1, "max": 2.55)")).entries[0], 0.01, 0);
  check_code(read(one(R"("bitwidth": 8, "min": -2.55, "max": -1)")).entries[0], 0.01, -255);
  check_code(read(one(R"("bitwidth": 16, "min": -1, "max": 1)")).entries[0], 2.0 / 65535, -32768);
}

TEST_CASE("what contradicts itself is refused with both sides") {
  refused(one(R"("bitwidth": 8, "min": -1, "max": 1, "scale": 0.02, "offset": -128)"), "makes 100 steps");
  refused(one(R"("bitwidth": 8, "min": 2, "max": 1)"), "the min 2 above the max 1");
  refused(one(R"("bitwidth": 8, "min": 0, "max": 0)"), "without width");
  refused(
      aimet("0.6.1", R"({"t": [{"bitwidth": 8, "min": -1, "max": 1, "scale": 0.00784313725, "offset": -3}]})", "{}"),
      "its min and max ask for -12");
  refused(listed(R"("enc_type": "PER_TENSOR", "bw": 8, "scale": [0.1], "offset": [114])"), "so write -114");
  refused(listed(R"("enc_type": "PER_TENSOR", "bw": 8, "scale": [0.1], "offset": [-256])"), "beyond 8 bits");
  refused(listed(R"("enc_type": "PER_TENSOR", "bw": 8, "scale": [0.1, 0.2], "offset": [0, 0])"), "PER_TENSOR has one");
  refused(listed(R"("enc_type": "PER_CHANNEL", "bw": 8, "scale": [0.1, 0.2], "offset": [0])"),
          "2 scales and 1 offsets");
  refused(listed(R"("enc_type": "LPBQ", "bw": 8, "scale": [0.1], "offset": [0])"), "enc_type LPBQ");
}

TEST_CASE("what is missing, or of another kind, is named with its entry") {
  refused(one(R"("min": 0, "max": 1)"), "the activation 't' lacks 'bitwidth'");
  refused(one(R"("bitwidth": 8, "scale": 0.1, "offset": 0)"), "which overrides must have");
  refused(one(R"("bitwidth": 8.5, "min": 0, "max": 1)"), "write a whole number");
  refused(one(R"("bitwidth": 3, "min": 0, "max": 1)"), "3 bits of int");
  refused(one(R"("bitwidth": 8, "dtype": "bfloat", "min": 0, "max": 1)"), "must be int or float");
  refused(one(R"("bitwidth": 8, "min": "0", "max": 1)"), "no number as 'min'");
  refused(one(R"("bitwidth": 8, "is_symmetric": "maybe", "min": 0, "max": 1)"), "neither True nor False");
  refused(overrides(R"({"t": []})"), "is empty");
  refused(overrides(R"({"t": {"bitwidth": 8}})"), "square brackets");
  refused(overrides("[]"), "has 'activation_encodings' as array");
  refused(aimet("1.0.0", "{}", "[]"), "has a list there");
  refused(aimet("2.0.0", "[]", "[]"), "version '2.0.0'");
  refused(R"({"activation_encodings": {}})", "lacks 'param_encodings'");
  refused("[]", "is no object of encodings");
  refused(
      aimet("1.0.0", R"([{"name": "t", "dtype": "FLOAT", "bw": 16}, {"name": "t", "dtype": "FLOAT", "bw": 16}])", "[]"),
      "'t' stands in the list twice");
}

TEST_CASE("hostile text is refused in little time and memory") {
  refused("", "is no JSON from byte");
  refused("{\"activation_encodings\": {\"t\": [{\"min\": NaN}]}}", "is no JSON from byte");
  refused(one("\"bitwidth\": 8, \"min\": 0, \"max\": 1e999"), "no double can hold");
  refused(one("\"bitwidth\": 8, \"min\": -1e308, \"max\": 1e308"), "a scale is positive");
  refused(one("\"bitwidth\": 8, \"min\": 0, \"max\": 1e-320"), "a scale is positive");
  refused(std::string(1'000'000, '['), "nested deeper");
  refused("{\"t\": 1, \"t\": 2}", "names 't' twice");
  refused(
      "[0" +
          [] {
            std::string zeros;
            for (int i = 0; i < 2'100'000; ++i) zeros += ",0";
            return zeros;
          }() +
          "]",
      "more values");
  refused(overrides("{\"\\u0007\\\" line\\nbreak\": 1}"), "'?\" line?break'");
  refused("\xff\xfe", "is no JSON");
}

TEST_CASE("files that cannot be read are named") {
  const tenon_test::scratch_folder folder;
  const auto said = [&](const std::string& path) { return refusal([&] { read_encodings(path); }); };
  CHECK(said((folder.path / "none.json").string()).find("does not exist") != std::string::npos);
  CHECK(said(folder.path.string()).find("is not a file") != std::string::npos);
}
