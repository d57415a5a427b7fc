// SPDX-License-Identifier: Apache-2.0
// A model file becomes headers beside each other, whole or not at all.
#include <tenon/host/import/convert.hpp>

#include <host/files.hpp>
#include <host/import/real_file.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using tenon::host::convert;

namespace {

struct model_file {
  scratch_folder folder;
  std::string path = (folder.path / "small.tflite").string();
  std::string header = (folder.path / "net.hpp").string();

  model_file() {
    const auto bytes = small_int8_model();
    tenon::host::write_file(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
};

}  // namespace

TEST_CASE("the headers name each other, and the same call writes the same") {
  const model_file given;
  convert({given.path, given.header, "", ""});
  const std::string first = text_of(given.header);
  CHECK(first.find("namespace net {") != std::string::npos);
  CHECK(first.find("#include \"net_weights.hpp\"") != std::string::npos);
  CHECK(text_of(given.folder.path / "net_encodings.hpp").find("The") == std::string::npos);
  CHECK(text_of(given.folder.path / "net_weights.hpp").find("stem_kernel") != std::string::npos);
  convert({given.path, given.header, "", ""});
  CHECK(text_of(given.header) == first);
  CHECK(given.folder.size() == 4);
}

TEST_CASE("a name and a table can be asked for") {
  const model_file given;
  const std::string table = (given.folder.path / "table").string();
  convert({given.path, given.header, "my::net", table});
  CHECK(text_of(given.header).find("namespace my_net {") != std::string::npos);
  CHECK(text_of(table) == "image\t0\nstem.relu\t3\npool\t5\nscores\t7\n");
}

TEST_CASE("a model in real numbers and a file of encodings become int8; a cut model needs fewer of them") {
  const scratch_folder folder;
  tenon::host::convert_options options;
  options.model = put_real_model(folder.path);
  options.header = (folder.path / "net.hpp").string();
  options.encodings = (folder.path / "e.json").string();
  options.outputs = {"net/stem/Relu"};
  tenon::host::write_file(options.encodings, R"({"activation_encodings": {
    "image": [{"bitwidth": 8, "min": -1, "max": 1}], "net/stem/Relu": [{"bitwidth": 8, "min": 0, "max": 4}]},
    "param_encodings": {}})");
  CHECK(convert(options).quantized);
  CHECK(text_of(options.header).find("using model = tenon::model<network, weights, encodings>;") != std::string::npos);
  CHECK(text_of(folder.path / "net_encodings.hpp").find("encode<\"stem.relu\"") != std::string::npos);
  CHECK(text_of(folder.path / "net_weights.hpp").find("logits") == std::string::npos);
  const std::string before = text_of(options.header);
  options.outputs.clear();
  CHECK(refusal([&] { convert(options); }) ==
        options.encodings + ": has no encoding for 'net/pool/Mean', 'scores' of " + options.model +
            "; add it (tenon-quantize finds ranges), or give --float-fallback");
  CHECK(text_of(options.header) == before);
}

TEST_CASE("what cannot be read or written leaves nothing behind") {
  const model_file given;
  const auto said = [&](const std::string& model, const std::string& header) {
    return refusal([&] { convert({model, header, "", ""}); });
  };
  CHECK(said(given.path, "net.cpp").find("is no name for a header") != std::string::npos);
  CHECK(said(given.path, "a\"b.hpp").find("is no name for a header") != std::string::npos);
  CHECK(said(given.path + ".none", given.header).find("does not exist") != std::string::npos);
  CHECK(said(given.path, (given.folder.path / "none" / "net.hpp").string()).find("cannot be written") !=
        std::string::npos);
  tenon::host::write_file(given.path, "TFL3 but not really");
  CHECK(said(given.path, given.header).find(given.path) == 0);
  CHECK(given.folder.size() == 1);
}
