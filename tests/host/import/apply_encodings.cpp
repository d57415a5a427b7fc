// SPDX-License-Identifier: Apache-2.0
// Encodings meet a network: names, layers that stay real, weights with scales of their own, and every conflict
// explained.
#include <tenon/host/import/apply_encodings.hpp>

#include <host/files.hpp>
#include <host/import/chain.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace tenon::host;
using tenon_test::chain;

encodings_entry activation(const std::string& name, double scale, std::int64_t offset) {
  return {name, false, false, 8, false, {{scale, offset}}};
}
encodings_entry real(const std::string& name) { return {name, false, true, 32}; }
encodings_entry weights(const std::string& name, const std::vector<double>& scales, std::int64_t offset = -128) {
  encodings_entry entry{name, true, false, 8, true};
  for (const double scale : scales) entry.codes.push_back({scale, offset});
  return entry;
}

/// All that the chain needs.
std::vector<encodings_entry> enough() {
  return {activation("x:0", 0.5, -128), activation("relu:0", 0.25, 0), activation("logits:0", 0.125, -100)};
}

std::vector<std::string> notes_of(imported_model& model, std::vector<encodings_entry> entries, bool fallback = false) {
  return apply_encodings(model, {"e.json", encodings_form::aimet_1_0_0, std::move(entries), {}},
                         {"m.tflite", fallback});
}

/// What is said of the entries that the chain needs and one more.
std::string said_of(const encodings_entry& more) {
  imported_model model = chain();
  auto entries = enough();
  entries.push_back(more);
  std::vector<std::string> notes;
  const std::string said = tenon_test::refusal([&] { notes = notes_of(model, entries); });
  return said != "accepted" ? said : notes.empty() ? "" : notes.front();
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("scales are taken, offsets of unsigned integers become zero points of int8") {
  imported_model model = chain();
  CHECK(notes_of(model, enough()).empty());
  CHECK(model.quantized);
  CHECK(model.real_border);
  CHECK(model.nodes[0].code == tenon::encoding{0.5f, 0});
  CHECK(!model.nodes[1].code.known());
  CHECK(model.nodes[2].code == tenon::encoding{0.25f, -128});
  CHECK(!model.nodes[3].code.known());
  CHECK(model.nodes[4].code == tenon::encoding{0.125f, -28});
  for (const imported_node& node : model.nodes) CHECK(!node.kept);
  for (const imported_array& array : model.arrays) CHECK(array.bytes.empty());
}

TEST_CASE("layers may be named as tenon names them") {
  imported_model model = chain();
  auto entries = enough();
  entries[1].name = "stem.relu";
  CHECK(notes_of(model, entries).empty());
  CHECK(model.nodes[2].code.known());
}

TEST_CASE("weights keep the scale that the compiler chooses, and are made int8 with any other") {
  imported_model model = chain();
  auto entries = enough();
  entries.push_back(weights("stem/w", {double{1.27f / 127.0f}, double{2.54f / 127.0f}}));
  entries.push_back(weights("logits/w", {0.0625}));
  CHECK(notes_of(model, entries).empty());
  CHECK(model.arrays[0].bytes.empty());
  CHECK(model.arrays[2].reals.empty());
  CHECK(model.arrays[2].bytes == std::vector<std::int8_t>{16, 32, 48, 64, 80, 96});
  CHECK(model.arrays[2].scales == std::vector<float>{0.0625f});
}

TEST_CASE("weights that are int8 in the model keep their scales") {
  imported_model model = chain();
  model.arrays[0].reals.clear();
  model.arrays[0].bytes = {1, 2};
  model.arrays[0].scales = {0.5f, 0.25f};
  auto entries = enough();
  entries.push_back(weights("stem/w", {0.5, 0.25}));
  CHECK(notes_of(model, entries).empty());
  model.quantized = false;
  for (imported_node& node : model.nodes) node.code = {};
  entries.back() = weights("stem/w", {0.5, 0.5});
  CHECK(
      holds(tenon_test::refusal([&] { notes_of(model, entries); }), "is of integers in the model, with other scales"));
}

TEST_CASE("entries that change nothing are told, and are no mistake") {
  CHECK(said_of(activation("scores:0", 0.1, 0)) == "'scores:0': softmax has its own encoding; the entry is not used");
  CHECK(holds(said_of(activation("pool:0", 0.1, 0)), "keeps the encoding of its input"));
  CHECK(holds(said_of(activation("stem", 0.1, 0)), "is changed by 'stem.relu' before it is rounded"));
  CHECK(holds(said_of(activation("conv:0", 0.1, 0)), "is no edge of the imported network"));
  CHECK(said_of({"stem/b", true, false, 32, true, {{0.1, 0}}}).empty());
}

TEST_CASE("conflicts are refused with file, entry and remedy") {
  CHECK(
      said_of(activation("none", 0.1, 0)) ==
      "e.json: names 'none', which m.tflite does not hold; remove the entry, or use the model's names, such as 'x:0', "
      "'stem', 'relu:0'");
  CHECK(holds(said_of(activation("stem.relu", 0.1, 0)), "the activation 'stem.relu' is given another encoding"));
  CHECK(holds(said_of(real("relu:0")), "is given an encoding by another entry"));
  CHECK(holds(said_of({"pool:0", false, false, 16, false, {{0.1, 0}}}), "has 16 bits"));
  CHECK(holds(said_of({"pool:0", false, false, 8, false, {{0.1, 0}, {0.1, 0}}}), "one for all channels"));
  CHECK(holds(said_of(weights("stem/w", {0.1, 0.1, 0.1})),
              "has 3 encodings, but its layer 'stem' has 2 output channels"));
  CHECK(holds(said_of(weights("stem/w", {0.1}, -100)), "the offset -100, so its weights are asymmetric"));
  CHECK(holds(said_of({"stem/w", true, false, 4, true, {{0.1, -8}}}), "has 4 bits; tenon's weights have 8"));
  CHECK(holds(said_of({"stem/b", true, false, 8, true, {{0.1, -128}}}), "is a bias with 8 bits"));
}

TEST_CASE("what lacks an encoding is refused, or stays in real numbers with all that reads it") {
  auto entries = enough();
  entries.erase(entries.begin() + 1);
  imported_model model = chain();
  CHECK(tenon_test::refusal([&] { notes_of(model, entries); }) ==
        "e.json: has no encoding for 'relu:0' of m.tflite; add it (tenon-quantize finds ranges), or give "
        "--float-fallback");
  model = chain();
  CHECK(tenon_test::refusal([&] { notes_of(model, {}); }) ==
        "e.json: has no encoding for 'x:0', 'relu:0', 'logits:0' of m.tflite; add it (tenon-quantize finds ranges), or "
        "give "
        "--float-fallback");
  model = chain();
  CHECK(notes_of(model, entries, true) ==
        std::vector<std::string>{"'logits': stays in real numbers, as an input of it does"});
  const std::vector<bool> kept{false, false, true, true, true, true};
  for (std::size_t i = 0; i < kept.size(); ++i) CHECK(model.nodes[i].kept == kept[i]);
}

TEST_CASE("a tensor can be kept in real numbers") {
  auto entries = enough();
  entries[2] = real("logits:0");
  imported_model model = chain();
  CHECK(notes_of(model, entries).empty());
  CHECK(!model.nodes[3].kept);
  CHECK(model.nodes[4].kept);
  CHECK(model.nodes[5].kept);
  CHECK(!model.nodes[4].code.known());
}

TEST_CASE("a network of integers takes no encodings") {
  imported_model model = chain();
  model.quantized = true;
  CHECK(holds(tenon_test::refusal([&] { notes_of(model, enough()); }), "m.tflite: is quantized already"));
}

TEST_CASE("a batch normalization behind a layer changes its weights first") {
  imported_model model = chain();
  model.nodes[2].word = "batch_norm";
  auto entries = enough();
  entries.push_back(weights("stem/w", {0.5}));
  CHECK(holds(tenon_test::refusal([&] { notes_of(model, entries); }), "into which a batch normalization is folded"));
}
