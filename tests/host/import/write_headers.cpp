// SPDX-License-Identifier: Apache-2.0
// Headers lie beside each other under the name that was asked for, with a table if one is wanted.
#include <tenon/host/import/write_headers.hpp>

#include <host/files.hpp>
#include <host/import/chain.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace tenon::host;
using tenon_test::text_of;

TEST_CASE("weights stand beside the topology, and encodings if there are any") {
  const tenon_test::scratch_folder folder;
  convert_options options;
  options.model = "some/m.tflite";
  options.header = (folder.path / "my-net.hpp").string();
  options.table = (folder.path / "table").string();
  imported_model model = tenon_test::chain();
  model.nodes[3].tensor = 7;
  write_headers(model, options);
  CHECK(folder.size() == 3);
  CHECK(text_of(options.header).find("namespace my_net {") != std::string::npos);
  CHECK(text_of(options.table) == "pool\t7\n");
  model.quantized = true;
  model.nodes[0].code = {0.5f, 3};
  options.name = "other";
  write_headers(model, options);
  CHECK(folder.size() == 4);
  CHECK(text_of(options.header).find("namespace other {") != std::string::npos);
}

TEST_CASE("a quantized network may have a border of real numbers") {
  const tenon_test::scratch_folder folder;
  convert_options options;
  options.header = (folder.path / "net.hpp").string();
  imported_model model = tenon_test::chain();
  model.quantized = true;
  for (imported_node& node : model.nodes) node.kept = false;
  write_headers(model, options);
  CHECK(text_of(options.header).find("tenon::border<tenon::i8>>;") != std::string::npos);
  model.real_border = true;
  write_headers(model, options);
  CHECK(text_of(options.header).find("using model = tenon::model<network, weights, encodings>;") != std::string::npos);
}

TEST_CASE("names that no #include line can hold are refused") {
  for (const char* name : {"net.cpp", "a\"b.hpp", ".hpp", "a b.hpp"})
    CHECK(tenon_test::refusal([&] { check_header_name(name); }).find("is no name for a header") != std::string::npos);
  CHECK(tenon_test::refusal([] { check_header_name("some folder/net-1_a.hpp"); }) == "accepted");
}
