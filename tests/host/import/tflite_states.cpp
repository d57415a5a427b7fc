// SPDX-License-Identifier: Apache-2.0
// Variables of .tflite files: states, constants where no run assigns them, and every reason for a refusal.
#include <tenon/host/import/tflite_states.hpp>

#include <tenon/host/import/tflite_reader.hpp>

#include <host/files.hpp>
#include <host/import/streaming_model.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;
using namespace tenon::host;

namespace {

imported_model read(const streaming_model& made) { return read_tflite(tflite_file{"m.tflite", made.file()}); }

std::string words_of(const imported_model& model) {
  std::string text;
  for (const imported_node& node : model.nodes) text += node.name + ":" + node.word + " ";
  return text;
}

std::string refusal_of(const streaming_model& made) {
  return refusal([&] { read(made); });
}

}  // namespace

TEST_CASE("a variable is a state, read before it is assigned") {
  const imported_model model = read({});
  CHECK(words_of(model) ==
        "x:input stream.states:state window.made:concat model.newest:slice stream.states.next:assign window:output ");
  CHECK(model.nodes[1].extents == tenon::shape_of(2, 2));
  CHECK(model.nodes[1].code == tenon::encoding{0.5f, 3});
  CHECK(model.nodes[2].inputs == std::vector<std::size_t>{1, 0});
  CHECK(model.nodes[4].inputs == std::vector<std::size_t>{3, 1});
  CHECK(model.outputs == std::vector<std::size_t>{5});
  CHECK(model.arrays.empty());
}

TEST_CASE("initial values that do not stand for 0 are bound") {
  const imported_model model = read({.initial = {3, 3, -128, 127}});
  REQUIRE(model.arrays.size() == 1);
  CHECK(model.arrays[0].name == "stream.states.initial");
  CHECK(model.arrays[0].bytes == std::vector<std::int8_t>{3, 3, -128, 127});
}

TEST_CASE("read again after it was assigned, a variable is the value that it was given") {
  const imported_model model = read({.reads_again = true});
  const auto again = model.nodes[model.outputs[1]].inputs[0];
  const auto reshaped = model.nodes[again].word == "reshape" ? again : model.outputs[1];
  CHECK(model.nodes[model.nodes[reshaped].inputs[0]].name == "model.newest");
}

TEST_CASE("a variable that no run assigns is a constant") {
  const imported_model model = read({.initial = {3, 3, -128, 127}, .assigns = false});
  CHECK(words_of(model) == "x:input stream.states:constant window.made:concat window:output ");
  CHECK(model.arrays[0].name == "stream.states.value");
}

TEST_CASE("variables that cannot be states are refused") {
  const auto says = [](const streaming_model& made, const std::string& part) {
    return refusal_of(made).find(part) != std::string::npos;
  };
  CHECK(says({.initial_scale = 0.25f}, "its variable 'stream.states' changes its encoding"));
  CHECK(says({.set_up = "ADD"}, "the graph that sets up its variables holds ADD; let it assign constants only"));
  CHECK(says({.variable = "another"}, "is given no value before the first run"));
  CHECK(says({.has_handle = false}, "its variable has no handle before it"));
  CHECK(says({.initial = {3, 3}}, "has not as much data as its shape asks for"));
  CHECK(says({.graph = 2}, "calls a graph that it does not hold"));
  CHECK(says({.graph = -1}, "calls a graph that it does not hold"));
  CHECK(says({.graph = 0}, "the graph that sets up its variables holds"));
}
