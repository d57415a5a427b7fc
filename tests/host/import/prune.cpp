// SPDX-License-Identifier: Apache-2.0
// Networks are cut to what some tensors need.
#include <tenon/host/import/prune.hpp>

#include <host/files.hpp>
#include <host/import/chain.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace tenon::host;
using tenon_test::chain;

std::vector<std::string> names_after(const std::vector<std::string>& outputs) {
  imported_model model = chain();
  prune(model, outputs, "m.tflite");
  std::vector<std::string> names;
  for (const imported_node& node : model.nodes) names.push_back(node.name);
  return names;
}

}  // namespace

TEST_CASE("a network ends at a tensor of the file, or at a layer") {
  CHECK(names_after({"relu:0"}) == std::vector<std::string>{"image", "stem", "stem.relu"});
  CHECK(names_after({"stem"}) == std::vector<std::string>{"image", "stem"});
  imported_model model = chain();
  prune(model, {"relu:0"}, "m.tflite");
  CHECK(model.outputs == std::vector<std::size_t>{2});
  CHECK(model.arrays.size() == 2);
}

TEST_CASE("several ends are outputs in their order, also where one is read by the other") {
  imported_model model = chain();
  prune(model, {"pool:0", "stem.relu"}, "m.tflite");
  REQUIRE(model.outputs.size() == 2);
  CHECK(model.nodes[model.outputs[0]].name == "pool");
  CHECK(model.nodes[model.outputs[1]].name == "stem.relu");
  for (const std::size_t output : model.outputs) CHECK(model.nodes[output].word == "output");
}

TEST_CASE("inputs that are no longer read go") {
  imported_model model = chain();
  imported_node other{"other", "input"};
  other.extents = tenon::shape_of(1, 3);
  model.nodes.insert(model.nodes.begin(), other);
  for (imported_node& node : model.nodes)
    for (std::size_t& input : node.inputs) ++input;
  imported_node sum{"sum", "add", {}, {0, 6}};
  model.nodes.push_back(sum);
  model.outputs = {7};
  prune(model, {"logits:0"}, "m.tflite");
  CHECK(model.nodes.size() == 5);
  CHECK(model.nodes[0].name == "image");
  CHECK(model.nodes[4].inputs == std::vector<std::size_t>{3});
  CHECK(model.outputs == std::vector<std::size_t>{4});
}

TEST_CASE("an end that is not there, or that nothing computes, is refused") {
  const auto said = [](const std::string& name) { return tenon_test::refusal([&] { names_after({name}); }); };
  CHECK(said("none") ==
        "m.tflite: holds no tensor or layer 'none' to end at; name one as the model does, such as 'scores'");
  CHECK(said("x:0") == "m.tflite: 'x:0' is computed by nothing; end at a layer's result");
}
