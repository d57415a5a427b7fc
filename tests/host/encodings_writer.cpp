// SPDX-License-Identifier: Apache-2.0
// Encodings that are written and read again are the same, bit for bit, in every form.
#include <tenon/host/encodings_writer.hpp>

#include <host/files.hpp>
#include <tenon/host/encodings_reader.hpp>

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace tenon::host;

/// In the order of their names: scales that no short decimal number is, the offsets at both ends, channels, and a
/// tensor in real numbers.
encodings_file example(encodings_form form) {
  encodings_file file{"e.json", form};
  file.entries.push_back({"a \"quoted\" name", false, true, 16});
  file.entries.push_back({"x", false, false, 8, false, {{double{0.1f}, -255}}});
  file.entries.push_back({"y/Relu:0", false, false, 8, false, {{double{1.0f / 3.0f}, 0}}});
  file.entries.push_back({"w", true, false, 8, true, {{double{0.017f}, -128}, {double{1.7e-30f}, -128}}});
  return file;
}

constexpr encodings_form all_forms[]{encodings_form::aimet_1_0_0, encodings_form::aimet_0_6_1,
                                     encodings_form::qualcomm};

}  // namespace

TEST_CASE("what is written reads as it was") {
  for (const encodings_form form : all_forms) {
    CAPTURE(static_cast<int>(form));
    const encodings_file file = example(form);
    const encodings_file again = parse_encodings("e.json", encodings_text(file, "mse"));
    CHECK(again.form == form);
    CHECK(again.notes.empty());
    REQUIRE(again.entries.size() == file.entries.size());
    for (std::size_t i = 0; i < file.entries.size(); ++i) {
      const encodings_entry &was = file.entries[i], &is = again.entries[i];
      CHECK(is.name == was.name);
      CHECK(is.is_parameter == was.is_parameter);
      CHECK(is.is_real == was.is_real);
      CHECK(is.bits == was.bits);
      CHECK(is.is_symmetric == was.is_symmetric);
      REQUIRE(is.codes.size() == was.codes.size());
      for (std::size_t k = 0; k < was.codes.size(); ++k) {
        CHECK(is.codes[k].offset == was.codes[k].offset);
        CHECK(static_cast<float>(is.codes[k].scale) == static_cast<float>(was.codes[k].scale));
      }
    }
  }
}

TEST_CASE("forms have the members that their specifications name") {
  const auto text = [](encodings_form form) { return encodings_text(example(form), "mse"); };
  const auto has = [&](encodings_form form, const char* part) {
    CAPTURE(part);
    CHECK(text(form).find(part) != std::string::npos);
  };
  for (const char* part : {"\"version\": \"1.0.0\"", "\"enc_type\": \"PER_CHANNEL\"", "\"is_sym\": true", "\"bw\": 8",
                           "\"dtype\": \"FLOAT\"", "\"quant_scheme\": \"mse\""})
    has(encodings_form::aimet_1_0_0, part);
  for (const char* part :
       {"\"version\": \"0.6.1\"", "\"bitwidth\": 8", "\"is_symmetric\": \"True\"", "\"dtype\": \"int\""})
    has(encodings_form::aimet_0_6_1, part);
  CHECK(text(encodings_form::qualcomm).find("version") == std::string::npos);
  has(encodings_form::qualcomm, "\"bitwidth\": 16");
}

TEST_CASE("a file is written whole, bytes that are not UTF-8 replaced") {
  const tenon_test::scratch_folder folder;
  encodings_file file = example(encodings_form::aimet_1_0_0);
  file.entries[0].name = "\xff";
  write_encodings(folder.path / "e.json", file, "minmax");
  CHECK(read_encodings((folder.path / "e.json").string()).entries[0].name == "\xef\xbf\xbd");
  CHECK(folder.size() == 1);
}
