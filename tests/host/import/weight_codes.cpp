// SPDX-License-Identifier: Apache-2.0
// Scales of imported weights are those that the compiler chooses, channel by channel.
#include <tenon/host/import/weight_codes.hpp>

#include <host/import/chain.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace tenon::host;

imported_node layer(const char* word, int channels) {
  imported_node node{"layer", word};
  node.extents = tenon::shape_of(1, channels);
  return node;
}

imported_array array_of(std::vector<float> reals) {
  imported_array array;
  array.reals = std::move(reals);
  return array;
}

}  // namespace

TEST_CASE("channels lie outermost, and innermost for depthwise_conv2d") {
  const imported_array array = array_of({127, -1, 2, -254, 0, 0});
  CHECK(scales_of(layer("dense", 3), array) == std::vector<float>{1, 2, 1});
  CHECK(scales_of(layer("conv2d", 2), array) == std::vector<float>{1, 2});
  CHECK(scales_of(layer("depthwise_conv2d", 2), array) == std::vector<float>{1, 2});
  CHECK(scales_of(layer("depthwise_conv2d", 3), array) == std::vector<float>{2, 1.0f / 127, 2.0f / 127});
}

TEST_CASE("weights are rounded away from zero and bounded") {
  imported_array array = array_of({1.5f, -1.5f, 400, -400});
  quantize_array(layer("dense", 2), array, {1, 2}, -127);
  CHECK(array.bytes == std::vector<std::int8_t>{2, -2, 127, -127});
  CHECK(array.reals.empty());
  array = array_of({1, -400});
  quantize_array(layer("dense", 1), array, {1}, -128);
  CHECK(array.bytes == std::vector<std::int8_t>{1, -128});
}

TEST_CASE("a batch normalization behind a layer is seen") {
  imported_model model = tenon_test::chain();
  CHECK(!is_rescaled(model, model.nodes[1]));
  model.nodes[2].word = "batch_norm";
  CHECK(is_rescaled(model, model.nodes[1]));
  CHECK(has_known_channels(model.nodes[1]));
  CHECK(!has_known_channels(model.nodes[3]));
}
