// SPDX-License-Identifier: Apache-2.0
// Constants are what the file or the importer says, and know the integers that they were made of.
#include <tenon/host/import/onnx_constants.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

namespace {

const onnx_model& file() {
  static const onnx_model made = [] {
    onnx_model model;
    model.constants["w"] = tensor_of(onnx_type::float32, {2, 2}, {1, 2, 3, 4});
    model.constants["q"] = tensor_of(onnx_type::uint8, {2, 2}, {0, 128, 255, 130});
    return model;
  }();
  return made;
}

}  // namespace

TEST_CASE("what is folded stands before what the file says") {
  onnx_constants constants{file()};
  CHECK(constants.constant("none") == nullptr);
  CHECK(constants.array("w", {2, 2}, {1, 0}).reals == std::vector<float>{1, 3, 2, 4});
  constants.set_constant("w", tensor_of(onnx_type::float32, {1}, {7}));
  CHECK(constants.array("w", {1}, {0}).reals == std::vector<float>{7});
}

TEST_CASE("weights are the file's integers where zero is zero and scales follow the right axis") {
  onnx_constants constants{file()};
  constants.set_constant("r", tensor_of(onnx_type::float32, {2, 2}, {-128, 0, 127, 2}));
  constants.set_codes("r", {"q", {1, 1}, {0, 0}, 0});
  const imported_array made = constants.weights("r", {2, 2}, {1, 0}, 0);
  CHECK(made.bytes == std::vector<std::int8_t>{-128, 127, 0, 2});
  CHECK(made.scales.size() == 2);
  CHECK(made.source == "r");
  CHECK(constants.weights("r", {2, 2}, {1, 0}, 1).bytes.empty());
  CHECK(constants.operand("r", {2, 2}, {0, 1}).bytes.empty());
  constants.set_codes("r", {"q", {0.5f}, {3}, 0});
  CHECK(constants.weights("r", {2, 2}, {1, 0}, 0).reals == std::vector<float>{-128, 127, 0, 2});
  CHECK(constants.operand("r", {2, 2}, {0, 1}).zero_point == 3);
}
