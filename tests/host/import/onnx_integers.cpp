// SPDX-License-Identifier: Apache-2.0
// Between DequantizeLinear and QuantizeLinear nodes compute with integers; all others keep real numbers.
#include <tenon/host/import/onnx_integers.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

namespace {

/// The names of nodes that keep real numbers.
std::string kept(imported_model model, const std::set<std::size_t>& integers) {
  detail::settle_numbers(model, integers);
  std::string text;
  for (const auto& node : model.nodes)
    if (node.kept) text += node.name + " ";
  return text;
}

constexpr tenon::encoding some{0.5f, 3}, other{0.25f, 0};

imported_model chain() {
  imported_model model;
  model.nodes = {{"x", "input"},
                 {"c", "conv2d", {}, {0}},
                 {"r", "relu", {}, {1}},
                 {"m", "max_pool", {}, {2}},
                 {"s", "softmax", {}, {3}}};
  return model;
}

}  // namespace

TEST_CASE("without encodings nothing is decided") {
  CHECK(kept(chain(), {1, 2}) == "");
  imported_model model = chain();
  detail::settle_numbers(model, {});
  CHECK(!model.quantized);
}

TEST_CASE("a layer that an activation with an encoding follows computes with integers, a float end does not") {
  imported_model model = chain();
  model.nodes[0].code = some;
  model.nodes[2].code = some;
  model.outputs = {4};
  CHECK(kept(model, {1, 2, 3}) == "s ");
  CHECK(kept(model, {3}) == "c r s ");
  detail::settle_numbers(model, {1, 2, 3});
  CHECK(model.quantized);
  CHECK(model.real_border);
  CHECK(model.rounds_float32);
}

TEST_CASE("prescribed encodings are kept to, others are made of real numbers") {
  imported_model model = chain();
  model.nodes[0].code = model.nodes[2].code = some;
  model.nodes[4].code = {1.0f / 256, -128};
  CHECK(kept(model, {1, 2, 3, 4}) == "");
  model.nodes[4].code = other;
  CHECK(kept(model, {1, 2, 3, 4}) == "s ");
  model.nodes[3].code = other;
  CHECK(kept(model, {1, 2, 3, 4}) == "m s ");
}

TEST_CASE("a constant that only real numbers meet stays one") {
  imported_model model;
  model.nodes = {{"x", "input"}, {"k", "constant"}, {"a", "add", {}, {0, 1}}};
  model.nodes[0].code = some;
  CHECK(kept(model, {}) == "k a ");
  model.nodes[2].code = some;
  CHECK(kept(model, {2}) == "");
}
