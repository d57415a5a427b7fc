// SPDX-License-Identifier: Apache-2.0
// Outputs are edges that nobody reads, in order, or nodes that say so; what no output needs goes.
#include <tenon/host/import/finish_network.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

namespace {

/// x -> a -> b, and x -> c, of which each has an array.
imported_model three_nodes() {
  imported_model model;
  model.nodes = {{"x", "input"}, {"a", "dense", {}, {0}}, {"b", "relu", {}, {1}}, {"c", "dense", {}, {0}}};
  model.arrays = {{"a.kernel"}, {"c.kernel"}};
  return model;
}

std::string names_of(const imported_model& model) {
  std::string text;
  for (const imported_node& node : model.nodes) text += node.name + ":" + node.word + " ";
  return text;
}

}  // namespace

TEST_CASE("edges that nobody reads are outputs as they are") {
  imported_model model = three_nodes();
  name_list names;
  set_outputs(model, {2, 3}, names);
  CHECK(model.outputs == std::vector<std::size_t>{2, 3});
  CHECK(model.nodes.size() == 4);
}

TEST_CASE("in another order, or read by others, outputs are nodes of their own with the old names") {
  imported_model model = three_nodes();
  name_list names;
  set_outputs(model, {3, 1}, names);
  CHECK(model.outputs == std::vector<std::size_t>{4, 5});
  CHECK(names_of(model) == "x:input a.made:dense b:relu c.made:dense c:output a:output ");
  CHECK(model.arrays[0].name == "a.made.kernel");
  CHECK(model.nodes[4].inputs == std::vector<std::size_t>{3});
}

TEST_CASE("what no output needs goes, with its arrays") {
  imported_model model = three_nodes();
  name_list names;
  set_outputs(model, {2}, names);
  remove_unread(model);
  CHECK(names_of(model) == "x:input a:dense b:relu ");
  CHECK(model.arrays.size() == 1);
  CHECK(unread_input(model).empty());
  model.outputs = {0};
  remove_unread(model);
  CHECK(unread_input(model) == "x");
}

TEST_CASE("reasons are counted and listed, twenty at most") {
  CHECK(sentence_of({"a"}) == "1 thing cannot be imported: a");
  CHECK(sentence_of({"a", "b"}) == "2 things cannot be imported: a | b");
  const std::string many = sentence_of(std::vector<std::string>(21, "a"));
  CHECK(many.starts_with("21 things"));
  CHECK(many.ends_with("a | and more"));
}

TEST_CASE("what a state holds in a later run is needed as long as the state is") {
  // x and the state s make a, which s takes; u is read by nothing that an output needs.
  imported_model model;
  model.nodes = {{"x", "input"}, {"s", "state"}, {"u", "state"}, {"a", "add", {}, {0, 1}}, {"b", "relu", {}, {2}},
                 {"y", "relu", {}, {1}}, {"s.next", "assign", {}, {3, 1}}, {"u.next", "assign", {}, {4, 2}}};
  name_list names;
  set_outputs(model, {5}, names);
  remove_unread(model);
  CHECK(names_of(model) == "x:input s:state a:add y:relu s.next:assign ");
  CHECK(model.nodes[4].inputs == std::vector<std::size_t>{2, 1});
}
