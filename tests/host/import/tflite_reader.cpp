// SPDX-License-Identifier: Apache-2.0
// Whole files become networks: what is kept, what is dropped, and every reason for a refusal at once.
#include <tenon/host/import/tflite_reader.hpp>

#include <host/files.hpp>
#include <host/import/tflite_writer.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace tenon_test;
using namespace tenon::host;

namespace {

imported_model read(std::vector<std::uint8_t> bytes) { return read_tflite(tflite_file{"m.tflite", std::move(bytes)}); }

std::string refusal_of(std::vector<std::uint8_t> bytes) {
  return refusal([&] { read(std::move(bytes)); });
}

std::vector<std::string> names_of(const imported_model& model) {
  std::vector<std::string> names;
  for (const imported_node& node : model.nodes) names.push_back(node.name);
  return names;
}

}  // namespace

TEST_CASE("nodes follow the file's operators, with the encodings of calibrated edges") {
  const imported_model model = read(small_int8_model());
  CHECK(names_of(model) == std::vector<std::string>{"image", "stem", "stem.relu", "pool", "scores"});
  CHECK(model.quantized);
  CHECK(!model.nodes[1].code.known());
  CHECK(model.nodes[2].code == tenon::encoding{0.125f, -128});
  CHECK(model.nodes[4].inputs == std::vector<std::size_t>{3});
  CHECK(model.nodes[2].tensor == 3);
  CHECK(model.outputs == std::vector<std::size_t>{4});
  CHECK(std::none_of(model.nodes.begin(), model.nodes.end(), [](const imported_node& node) { return node.kept; }));
}

TEST_CASE("what no output depends on is dropped with its arrays, but an input that nothing reads is refused") {
  tflite_writer file;
  const int x = file.real("x", {1, 2});
  const int y = file.real("y", {1, 2});
  const int side = file.real("side", {1, 2});
  const int offset = file.real("offset", {2}, {1, 2});
  file.call("ADD", {x, offset}, {side}, tflite::options::add_options, tflite::Createadd_options(file.builder));
  file.call("RELU", {x}, {y});
  const imported_model model = read(file.finish({x}, {y}));
  CHECK(names_of(model) == std::vector<std::string>{"x", "y"});
  CHECK(model.arrays.empty());

  tflite_writer lonely;
  const int used = lonely.real("used", {1});
  const int unused = lonely.real("unused", {1});
  const int out = lonely.real("out", {1});
  lonely.call("RELU", {used}, {out});
  CHECK(refusal_of(lonely.finish({used, unused}, {out})).find("the input 'unused', on which no output depends") !=
        std::string::npos);
}

TEST_CASE("an output that is read, an input, or the same twice gets a node of its own under the file's name") {
  tflite_writer file;
  const int x = file.real("x", {1, 2});
  const int y = file.real("y", {1, 2});
  const int z = file.real("z", {1, 2});
  file.call("RELU", {x}, {y});
  file.call("TANH", {y}, {z});
  const imported_model model = read(file.finish({x}, {z, y}));
  CHECK(names_of(model) == std::vector<std::string>{"x", "y.made", "z.made", "z", "y"});
  CHECK(model.outputs == std::vector<std::size_t>{3, 4});
  tflite_writer wire;
  const int both = wire.real("both", {1});
  CHECK(names_of(read(wire.finish({both}, {both}))) == std::vector<std::string>{"both", "both.out"});
}

TEST_CASE("all that cannot be imported is told in one line") {
  tflite_writer file;
  const int x = file.real("x", {1, 2});
  const int y = file.real("first", {1, 2});
  const int z = file.real("second", {1, 2});
  const int u = file.add({"third", {1, 2}, tflite::tensor_type::int64, {0.5f}, {3}, {}, 0});
  file.call("ERF_OF_NOBODY", {x}, {y});
  file.call("SIN", {y}, {z});
  file.call("QUANTIZE", {z}, {u});
  const std::string said = refusal_of(file.finish({x}, {u}));
  CHECK(said.starts_with("m.tflite: 3 things cannot be imported: "));
  CHECK(said.find("SIN 'second': tenon has no such operator; replace it") != std::string::npos);
  CHECK(said.find("QUANTIZE 'third': it converts float32 to int64") != std::string::npos);
  CHECK(said.find('\n') == std::string::npos);
}

TEST_CASE("what reads a refused layer finds a node, even where no input could be imported") {
  tflite_writer file;
  const int a = file.add({"a", {1, 2}, tflite::tensor_type::int8, {0.5f}, {500}});
  const int b = file.add({"b", {1, 2}, tflite::tensor_type::int8, {0.5f}, {1}});
  const int c = file.add({"c", {1, 2}, tflite::tensor_type::int8, {0.25f}, {0}});
  file.call("COS", {a}, {b});
  file.call("RELU", {b}, {c});
  const std::string said = refusal_of(file.finish({a}, {c}));
  CHECK(said.find("input 'a': a zero point is beyond the integers") != std::string::npos);
  CHECK(said.find("COS 'b': tenon has no such operator") != std::string::npos);
}

TEST_CASE("inputs of other types and of no fixed shape are refused") {
  tflite_writer file;
  const int x = file.add({"x", {1, 2}, tflite::tensor_type::int64, {}, {}, {}, 0});
  CHECK(refusal_of(file.finish({x}, {x})).find("input 'x': it holds int64") != std::string::npos);
  tflite_writer open;
  const int y = open.real("y", {1, 0});
  CHECK(refusal_of(open.finish({y}, {y})).find("an axis without elements") != std::string::npos);
  tflite_writer none;
  const int z = none.real("z", {1});
  CHECK(refusal_of(none.finish({z}, {})).find("has no outputs") != std::string::npos);
}

TEST_CASE("uint8 enters and leaves a network that computes with int8; what has rules of its own is refused") {
  const auto with_bytes = [](const std::string& word) {
    tflite_writer file;
    const int x = file.add({"x", {1, 2}, tflite::tensor_type::uint8, {0.5f}, {131}, {}, 0});
    const int y = file.add({"y", {2}, tflite::tensor_type::uint8, {0.5f}, {131}, {}, 0});
    file.call(word, {x}, {y});
    return file.finish({x}, {y});
  };
  const imported_model model = read(with_bytes("SQUEEZE"));
  REQUIRE(names_of(model) == std::vector<std::string>{"x", "x.int8", "y.int8", "y"});
  CHECK(model.quantized);
  CHECK(model.nodes[0].attributes == std::vector<std::string>{"u8"});
  CHECK(model.nodes[0].code == tenon::encoding{0.5f, 131});
  CHECK(model.nodes[1].attributes == std::vector<std::string>{"i8", "encoded{{0.5f, 3}}"});
  CHECK(model.nodes[2].word == "reshape");
  CHECK(model.nodes[3].attributes == std::vector<std::string>{"u8", "encoded{{0.5f, 131}}"});
  CHECK(refusal_of(with_bytes("RESIZE_BILINEAR")).find("tenon has no rule for it with uint8") !=
        std::string::npos);
}

namespace {

/// a + 5 * a as int16, or another operator on one input, with the scales of a and of the result.
std::vector<std::uint8_t> of_int16(const std::string& word, float scale, std::int64_t zero_point = 0,
                                   tflite::tensor_type constant = tflite::tensor_type::int16) {
  tflite_writer file;
  const int a = file.add({"a", {1, 2}, tflite::tensor_type::int16, {scale}, {zero_point}});
  const auto five = constant == tflite::tensor_type::int16 ? bytes_of(std::vector<std::int16_t>{5, -30000})
                                                           : bytes_of(std::vector<std::int8_t>{5, -5});
  const int b = file.add({"b", {1, 2}, constant, {scale}, {0}, five});
  const int y = file.add({"y", {1, 2}, tflite::tensor_type::int16, {scale}, {0}});
  if (word == "ADD")
    file.call(word, {a, b}, {y}, tflite::options::add_options, tflite::Createadd_options(file.builder));
  else
    file.call(word, {a}, {y});
  return file.finish({a}, {y});
}

}  // namespace

TEST_CASE("a network of int16 says so once, with the numbers of its constants") {
  const imported_model model = read(of_int16("ADD", 0.3f));
  CHECK(model.int16);
  CHECK(model.nodes[0].attributes.empty());
  CHECK(model.arrays[0].words == std::vector<std::int32_t>{5, -30000});
  CHECK(model.arrays[0].scales == std::vector<float>{0.3f});
}

TEST_CASE("what tenon has no rule for in int16 is refused with what would help") {
  CHECK(refusal_of(of_int16("ADD", 0.25f)).find("by shifts (pot_scale_int16); convert the model with a newer converter") !=
        std::string::npos);
  CHECK(refusal_of(of_int16("HARD_SWISH", 0.3f)).find("no rule for it with int16; keep it in float32 or int8") !=
        std::string::npos);
  CHECK(refusal_of(of_int16("ADD", 0.3f, 4)).find("a zero point that is not 0") != std::string::npos);
  CHECK(refusal_of(of_int16("ADD", 0.3f, 0, tflite::tensor_type::int8)).find("different element types") != std::string::npos);
  CHECK(refusal_of(of_int16("LOGISTIC", 0.3f)).find("its result has not the scale 3.0517578e-05") != std::string::npos);
}
